import { createHmac, randomInt } from 'node:crypto';

/** What Meta pushes: JSON with every letter beyond ASCII as an escape, signed over exactly those bytes. */
export function metaPush(
  appSecret: string,
  body: unknown,
): { bytes: Buffer; headers: Record<string, string> } {
  const escaped = JSON.stringify(body).replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const bytes = Buffer.from(escaped);
  return { bytes, headers: { 'content-type': 'application/json', ...signedAsMeta(appSecret, bytes) } };
}

/** The signature over any bytes, also over such as Meta would never send. */
export function signedAsMeta(appSecret: string, bytes: Buffer): Record<string, string> {
  const mac = createHmac('sha256', appSecret).update(bytes).digest('hex');
  return { 'x-hub-signature-256': `sha256=${mac}` };
}

type Answered = { status: number; body: string };

/** Meta's check of an address: it takes nothing but the challenge itself, from whoever knows the verify token. */
export async function confirmedByMeta(
  ask: (query: string) => Promise<Answered>,
  verifyToken: string,
): Promise<boolean> {
  const challenge = String(randomInt(1_000_000_000, 9_999_999_999));
  const asked = { 'hub.mode': 'subscribe', 'hub.challenge': challenge, 'hub.verify_token': verifyToken };
  const { status, body } = await ask(`?${new URLSearchParams(asked)}`);
  return status === 200 && body === challenge;
}

/** A call of the WhatsApp webhook with what was written in the WhatsApp Business app (Meta, "smb_message_echoes"). */
export function whatsappEchoes(echoes: readonly Record<string, unknown>[], contacts: unknown[] = []) {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '3615550100', phone_number_id: '10000000001' },
    contacts,
    message_echoes: echoes.map((echo) => ({ from: '3615550100', ...echo })),
  };
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '20000000002', changes: [{ field: 'smb_message_echoes', value }] }],
  };
}

/** A call of the WhatsApp webhook with these messages and reports. */
export function whatsappPush({
  phone = '10000000001',
  contacts = [],
  messages = [],
  statuses = [],
}: {
  phone?: string;
  contacts?: unknown[];
  messages?: unknown[];
  statuses?: unknown[];
}) {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '3615550100', phone_number_id: phone },
    contacts,
    messages,
    statuses,
  };
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '20000000002', changes: [{ field: 'messages', value }] }],
  };
}

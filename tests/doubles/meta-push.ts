import { createHmac } from 'node:crypto';

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

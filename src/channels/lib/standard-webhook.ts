import { createHmac } from 'node:crypto';
import { sameSecret } from '@/channels/lib/signature';

const TOLERANCE_SECONDS = 300;

type Signed = Readonly<{
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
  now: Date;
}>;

/** The signature of Standard Webhooks 1.0.0: `v1,` and base64 of HMAC-SHA256 over id, instant and body. */
export function webhookSignature(
  secret: string,
  { id, timestamp, body }: Readonly<{ id: string; timestamp: string; body: Uint8Array }>,
): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body);
  return `v1,${mac.digest('base64')}`;
}

/** True when the holder of the secret sent it within the last five minutes. One of several signatures is enough. */
export function isSignedWebhook(secret: string, { headers, body, now }: Signed): boolean {
  const [id = '', timestamp = ''] = [headers['webhook-id'], headers['webhook-timestamp']];
  if (id === '' || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const wanted = webhookSignature(secret, { id, timestamp, body });
  const given = (headers['webhook-signature'] ?? '').split(' ').slice(0, 10);
  return given.map((each) => sameSecret(each, wanted)).some(Boolean);
}

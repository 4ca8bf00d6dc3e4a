import { type FormPart, formParts } from './form-parts';
import { isSignedByMailgun, readMailgun } from './mailgun';
import { readPostmark } from './postmark';
import { readSendGrid } from './sendgrid';
import type { WebhookMail } from './webhook-mail';

export type WebhookProblem = 'unknown_shape' | 'wrong_signature';

type Given = Readonly<{
  contentType: string;
  body: Buffer;
  /** Mailgun's signing key; empty: signatures are not looked at. */
  signingKey: string;
  now: Date;
}>;

const RAW = ['message/rfc822', 'application/octet-stream', 'text/plain'];

/** Reads any of the shapes in which providers bring mail (contracts A.10): raw, Postmark, SendGrid, Mailgun. */
export async function readWebhook(given: Given): Promise<WebhookMail | WebhookProblem> {
  const { contentType, body } = given;
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (RAW.includes(type)) return { bytes: body, envelopeFrom: null, envelopeTo: [] };
  if (type === 'application/json') return (await readPostmark(body)) ?? 'unknown_shape';
  const parts = formParts(contentType, body);
  return parts ? readForm(parts, given) : 'unknown_shape';
}

const OF_MAILGUN = ['signature', 'body-mime', 'message-headers'];

async function readForm(
  parts: readonly FormPart[],
  { signingKey, now }: Given,
): Promise<WebhookMail | WebhookProblem> {
  if (!parts.some(({ name }) => OF_MAILGUN.includes(name)))
    return (await readSendGrid(parts)) ?? 'unknown_shape';
  if (signingKey && !isSignedByMailgun(parts, signingKey, now)) return 'wrong_signature';
  return (await readMailgun(parts)) ?? 'unknown_shape';
}

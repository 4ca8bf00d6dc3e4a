import { z } from 'zod';
import { buildMail } from './build-mail';
import type { WebhookMail } from './webhook-mail';

const address = z.object({ Email: z.string(), Name: z.string().optional() });

const shape = z.object({
  RawEmail: z.string().optional(),
  From: z.string(),
  FromFull: address.optional(),
  To: z.string().default(''),
  Cc: z.string().default(''),
  ReplyTo: z.string().default(''),
  OriginalRecipient: z.string().default(''),
  Subject: z.string().default(''),
  MessageID: z.string().default(''),
  Date: z.string().default(''),
  TextBody: z.string().default(''),
  HtmlBody: z.string().default(''),
  Headers: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
  Attachments: z
    .array(
      z.object({
        Name: z.string(),
        Content: z.string(),
        ContentType: z.string().default('application/octet-stream'),
        ContentID: z.string().default(''),
      }),
    )
    .default([]),
});
type Postmark = z.output<typeof shape>;

/** Postmark's inbound JSON; its `RawEmail` is taken where it is sent along. Null for other JSON. */
export async function readPostmark(body: Buffer): Promise<WebhookMail | null> {
  const parsed = shape.safeParse(jsonIn(body));
  if (!parsed.success) return null;
  const { data } = parsed;
  const bytes = data.RawEmail ? Buffer.from(data.RawEmail, 'utf8') : await put(data);
  const { OriginalRecipient: recipient } = data;
  return { bytes, envelopeFrom: null, envelopeTo: recipient ? [recipient] : [] };
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

function put(data: Postmark): Promise<Buffer> {
  const headers = data.Headers.map(({ Name, Value }) => [Name, Value] as const);
  const has = (name: string) => headers.some(([each]) => each.toLowerCase() === name.toLowerCase());
  const own = [
    ['From', data.From],
    ['To', data.To],
    ['Cc', data.Cc],
    ['Reply-To', data.ReplyTo],
    ['Subject', data.Subject],
    ['Date', data.Date],
    // Postmark's own id is none of the mail; that one stands among its headers.
    ['Message-ID', data.MessageID && `<${data.MessageID}@inbound.postmarkapp.com>`],
  ] as const;
  return buildMail({
    headers: [...own.filter(([name, value]) => value !== '' && !has(name)), ...headers],
    text: data.TextBody,
    html: data.HtmlBody,
    files: data.Attachments.map(({ Name, Content, ContentType, ContentID }) => ({
      name: Name,
      type: ContentType,
      bytes: Buffer.from(Content, 'base64'),
      contentId: ContentID.replace(/^<|>$/g, '') || null,
    })),
  });
}

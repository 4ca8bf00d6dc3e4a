import { z } from 'zod';
import { buildMail } from './build-mail';
import { type FormPart, textOf } from './form-parts';
import type { WebhookMail } from './webhook-mail';

const envelope = z.object({ to: z.array(z.string()).default([]), from: z.string().default('') });
const charsets = z.record(z.string(), z.string());
const attachmentInfo = z.record(
  z.string(),
  z.object({
    filename: z.string().optional(),
    type: z.string().optional(),
    'content-id': z.string().optional(),
  }),
);

/** SendGrid's Inbound Parse form, raw (`email`) or taken apart. Null for another form. */
export async function readSendGrid(parts: readonly FormPart[]): Promise<WebhookMail | null> {
  const raw = parts.find(({ name }) => name === 'email')?.bytes;
  const head = textOf(parts, 'headers');
  if (!raw && !head && !textOf(parts, 'from')) return null;
  const carried = parsed(envelope, textOf(parts, 'envelope'));
  return {
    bytes: raw ?? (await put(parts, head)),
    envelopeFrom: carried ? carried.from : null,
    envelopeTo: carried?.to ?? [],
  };
}

function put(parts: readonly FormPart[], head: string): Promise<Buffer> {
  const sets = parsed(charsets, textOf(parts, 'charsets')) ?? {};
  const field = (name: string) => textOf(parts, name, sets[name] ?? 'utf-8');
  const named = (['from', 'to', 'cc', 'subject'] as const).map((name) => [name, field(name)] as const);
  const headers = head
    .split(/\r?\n(?![ \t])/)
    .map((line) => /^([^:\s]+):\s*([\s\S]*)$/.exec(line))
    .flatMap((match) => (match ? [[match[1] ?? '', match[2] ?? ''] as const] : []));
  const has = (name: string) => headers.some(([each]) => each.toLowerCase() === name);
  return buildMail({
    headers: [...named.filter(([name, value]) => value !== '' && !has(name)), ...headers],
    text: field('text'),
    html: field('html'),
    files: filesOf(parts),
  });
}

function filesOf(parts: readonly FormPart[]) {
  const info = parsed(attachmentInfo, textOf(parts, 'attachment-info')) ?? {};
  return parts
    .filter(({ name }) => /^attachment\d+$/.test(name))
    .map(({ name, fileName, type, bytes }) => ({
      name: info[name]?.filename ?? fileName ?? name,
      type: info[name]?.type ?? type,
      bytes,
      contentId: info[name]?.['content-id']?.replace(/^<|>$/g, '') || null,
    }));
}

function parsed<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

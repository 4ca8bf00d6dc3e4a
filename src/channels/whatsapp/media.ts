import { z } from 'zod';
import type { CallOutside, FetchedFile } from '@/channels/contract';
import type { JsonAnswer } from '@/channels/lib/json-call';
import { askGraph } from '@/channels/lib/meta-graph';
import type { PartFile, RemoteFile } from '@/domain/channel/conversation';
import type { WhatsappConfig } from './config';

const place = z.object({ url: z.url(), mime_type: z.string().optional() });

/** Fetches a file: its address is asked for by id and holds for some five minutes. Null when it is gone. */
export async function fetchMedia(
  file: RemoteFile,
  { accessToken }: WhatsappConfig,
  call: CallOutside,
): Promise<FetchedFile | null> {
  if (file.ref === null) return null;
  const asked = await askGraph(call, { path: encodeURIComponent(file.ref), token: accessToken });
  if (asked.status >= 500 || asked.status === 429)
    throw new Error(`media: the Graph API answers ${asked.status}`);
  const found = place.safeParse(asked.json);
  if (!found.success) return null;
  const { url, mime_type: type } = found.data;
  const { status, bytes } = await call({ url, headers: { authorization: `Bearer ${accessToken}` } });
  if (status >= 500) throw new Error(`media: the file server answers ${status}`);
  return status === 200 ? { bytes, type: type?.split(';')[0] ?? null, name: null } : null;
}

/** Brings a file to WhatsApp; its id is what a message then names. Null with the answer when it is refused. */
export async function uploadMedia(
  file: PartFile,
  { accessToken, phoneNumberId }: WhatsappConfig,
  call: CallOutside,
): Promise<Readonly<{ id: string | null; answer: JsonAnswer }>> {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', file.type);
  form.set('file', new Blob([Uint8Array.from(file.bytes)], { type: file.type }), file.name);
  const answer = await askGraph(call, { path: `${phoneNumberId}/media`, token: accessToken, form });
  const made = z.object({ id: z.string() }).safeParse(answer.json);
  return { id: made.success ? made.data.id : null, answer };
}

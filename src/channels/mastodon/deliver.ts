import { z } from 'zod';
import type { CallOutside } from '@/channels/contract';
import type { OutboundPart, PartFile, PartResult } from '@/domain/channel/conversation';
import { askServer, reasonOf, refusalOf } from './api';
import type { MastodonConfig } from './config';
import { findPosted } from './find-posted';

const made = z.object({ id: z.string().min(1) });

type Refusal = Exclude<PartResult, { status: 'sent' }>;

/**
 * Answers a post as visibly as it was written: a direct post stays direct. The server keeps our id of the part for an hour at
 * most; whatever the time, a try whose answer was lost makes no second post: it is looked for before it is made again.
 */
export async function deliver(
  part: OutboundPart,
  config: MastodonConfig,
  call: CallOutside,
): Promise<PartResult> {
  const { key, data } = part.conversation;
  const below = part.answers ?? key.replace(/^status:/, '');
  const status = `${mentionsOf(part)} ${part.text}`.trim();
  const posted = await findPosted(part, { below, status, files: part.files.length }, config, call);
  if ('refusal' in posted) return posted.refusal;
  if (posted.id !== null) return { status: 'sent', externalId: posted.id, detail: '' };
  const media = await uploadAll(part.files, config, call);
  if (!('ids' in media)) return media;
  const answer = await askServer(call, config, {
    path: '/api/v1/statuses',
    idempotencyKey: part.id,
    post: {
      status,
      in_reply_to_id: below,
      visibility: data['visibility'] ?? 'direct',
      ...(data['language'] && { language: data['language'] }),
      ...(data['warning'] && { spoiler_text: data['warning'] }),
      ...(media.ids.length > 0 && { media_ids: media.ids }),
    },
  });
  const sent = made.safeParse(answer.json);
  return answer.status < 300 && sent.success
    ? { status: 'sent', externalId: sent.data.id, detail: '' }
    : refusalOf(answer);
}

/** What is kept free for the names in front of an answer, in characters. */
export const NAMES_LENGTH = 120;

/** Whoever is not named does not hear of it: the writer, and whom they had in the conversation, as many as there is room for. */
function mentionsOf({ conversation }: OutboundPart): string {
  const { acct, others } = conversation.data;
  const names = [String(acct ?? ''), ...String(others ?? '').split(' ')].filter(Boolean);
  return [...new Set(names)].reduce((said, name) => {
    const longer = `${said} @${name}`.trim();
    return said === '' || longer.length < NAMES_LENGTH ? longer : said;
  }, '');
}

async function uploadAll(
  files: readonly PartFile[],
  config: MastodonConfig,
  call: CallOutside,
): Promise<Readonly<{ ids: readonly string[] }> | Refusal> {
  const ids: string[] = [];
  for (const file of files) {
    const uploaded = await upload(file, config, call);
    if (typeof uploaded !== 'string') return uploaded;
    ids.push(uploaded);
  }
  return { ids };
}

async function upload(file: PartFile, config: MastodonConfig, call: CallOutside): Promise<string | Refusal> {
  const form = new FormData();
  form.set('file', new Blob([Uint8Array.from(file.bytes)], { type: file.type }), file.name);
  const answer = await askServer(call, config, { path: '/api/v2/media', form });
  const sent = made.safeParse(answer.json);
  if (answer.status >= 300 || !sent.success) return refusalOf(answer);
  return answer.status === 202 ? whenReady(sent.data.id, config, call) : sent.data.id;
}

/** In milliseconds; 15 seconds together. */
const PAUSES = [100, 200, 400, 800, 1500, 3000, 4000, 5000] as const;
const PROCESSING = 206;

/**
 * A film that was answered by 202 is not ready: a post with it would be refused. The server answers 206 until it is
 * (Mastodon API, "media attachments"); after fifteen seconds the whole answer is tried again later.
 */
async function whenReady(id: string, config: MastodonConfig, call: CallOutside): Promise<string | Refusal> {
  for (const pause of PAUSES) {
    await new Promise((done) => setTimeout(done, pause));
    const answer = await askServer(call, config, { path: `/api/v1/media/${encodeURIComponent(id)}` });
    if (answer.status === 200) return id;
    if (answer.status === 422)
      return { status: 'rejected', code: 'media_failed', reason: reasonOf(answer), blocked: false };
    if (answer.status !== PROCESSING) return refusalOf(answer);
  }
  const reason = 'the server still works on the file';
  return { status: 'deferred', code: 'media_processing', reason, retryAfterSeconds: 60 };
}

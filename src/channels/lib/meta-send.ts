import { z } from 'zod';
import type { CallOutside, FetchedFile } from '@/channels/contract';
import type { AnswerLimits } from '@/domain/channel/answer-limits';
import type {
  ConversationState,
  OutboundPart,
  PartFile,
  PartResult,
  RemoteFile,
} from '@/domain/channel/conversation';
import type { Reach } from '@/domain/channel/reach';
import { windowEnd } from '@/domain/channel/reach';
import { askGraph, graphRefusal } from './meta-graph';
import { metaKindOf } from './meta-media';

/** What is true of a thread for good (contracts D.1). */
const FINAL = {
  '10/2018278': 'window_over',
  '10/2534022': 'window_over',
  '551': 'blocked',
  '10900': 'private_reply_used',
  // "This user cannot reply to this activity": older than seven days, or whoever wrote it takes no messages.
  '10903': 'private_reply_late',
  '100/33': 'gone',
  // What lies at our address could not be fetched; it is too large, or none of what it was said to be.
  '100/2018008': 'file_unreachable',
  '100/2018047': 'media_failed',
  '200': 'not_allowed',
} as const;

export type MetaSender = Readonly<{
  /** The path that takes messages, such as `<page>/messages`. */
  path: string;
  token: string;
  host?: 'graph.facebook.com' | 'graph.instagram.com';
  call: CallOutside;
}>;

const taken = z.object({ recipient_id: z.string().optional(), message_id: z.string().min(1) });

/** Sends a private message; `more` is what the kind of answer needs, such as a tag. */
export async function sendPrivately(
  part: OutboundPart,
  { path, token, host, call }: MetaSender,
  more: Readonly<Record<string, unknown>>,
): Promise<Readonly<{ result: PartResult; recipient: string | null }>> {
  const { recipient = { id: part.conversation.key }, ...rest } = more;
  const [file] = part.files;
  const message = file ? attachmentOf(file) : { text: part.text };
  const asked = { path, token, ...(host && { host }) };
  const answer = await askGraph(call, { ...asked, post: { recipient, ...rest, message } });
  const sent = taken.safeParse(answer.json);
  if (!sent.success) return { result: graphRefusal(answer, FINAL), recipient: null };
  const { message_id: externalId, recipient_id: reached = null } = sent.data;
  return { result: { status: 'sent', externalId, detail: '' }, recipient: reached };
}

/** By its address, which holds for a day: Meta fetches the file itself. */
function attachmentOf({ type, url, bytes }: PartFile) {
  const shown = metaKindOf({ type, size: bytes.byteLength });
  return { attachment: { type: shown, payload: { url, is_reusable: false } } };
}

/** A comment holds words and nothing else (contracts D.1). */
export const commentLimits = (text: Pick<AnswerLimits, 'text' | 'unit'>): AnswerLimits => ({
  ...text,
  files: 0,
  withText: true,
  fileBytes: 0,
});

/** A comment is answered in private by one message, in words; a second one is refused (contracts D.1). */
export const onceOf = ({ text, unit }: AnswerLimits): AnswerLimits => ({
  ...commentLimits({ text, unit }),
  once: true,
});

const made = z.object({ id: z.string().min(1) });

/** Answers a comment below it, for everybody to read; `about` says which one where the path does not. */
export async function answerComment(
  part: OutboundPart,
  { path, token, host, call }: MetaSender,
  about: Readonly<Record<string, unknown>> = {},
): Promise<PartResult> {
  if (part.files.length > 0) return { status: 'rejected', code: 'no_files', reason: '', blocked: false };
  const answer = await askGraph(call, {
    path,
    token,
    ...(host && { host }),
    post: { ...about, message: part.text },
  });
  const found = made.safeParse(answer.json);
  return found.success
    ? { status: 'sent', externalId: found.data.id, detail: '' }
    : graphRefusal(answer, FINAL);
}

const PRIVATE_REPLY_HOURS = 7 * 24;

/** What is said to the account itself can be answered in private once, for seven days (contracts D.1); a mention elsewhere cannot. */
export function reachPrivateReply({ data, lastInboundAt }: ConversationState, now: Date): Reach | null {
  if (data['mention'] === true) return null;
  if (data['privateReplied'] === true) return { state: 'closed', why: 'private_reply_used' };
  const until = windowEnd(lastInboundAt, PRIVATE_REPLY_HOURS);
  return until && now < until ? { state: 'open', until } : { state: 'closed', why: 'private_reply_late' };
}

/** Fetches a file from the address that came with the event. Null when that has run out. */
export async function fetchByAddress(file: RemoteFile, call: CallOutside): Promise<FetchedFile | null> {
  if (file.url === null) return null;
  const { status, bytes, headers } = await call({ url: file.url });
  if (status >= 500) throw new Error(`the file server answers ${status}`);
  return status === 200 ? { bytes, type: headers['content-type']?.split(';')[0] ?? null, name: null } : null;
}

import { z } from 'zod';
import type { CallOutside } from '@/channels/contract';
import type { OutboundPart, PartResult } from '@/domain/channel/conversation';
import { askServer, refusalOf } from './api';
import type { MastodonConfig } from './config';

const post = z.object({
  id: z.string().min(1),
  created_at: z.string(),
  in_reply_to_id: z.string().nullish(),
  account: z.object({ id: z.string() }),
  media_attachments: z.array(z.unknown()).default([]),
});
const context = z.object({ descendants: z.array(z.unknown()) });
const source = z.object({ text: z.string() });

/** An answer as it is posted. */
export type Posting = Readonly<{ below: string; status: string; files: number }>;

type Refusal = Exclude<PartResult, { status: 'sent' }>;
type Found = Readonly<{ id: string | null }> | Readonly<{ refusal: Refusal }>;

const NOTHING: Found = { id: null };
/** How far the clocks of two servers may be apart. */
const SKEW_MS = 5 * 60_000;

/**
 * The post that an earlier try of this part has made, its answer being lost: the server forgets an Idempotency-Key after an
 * hour (contracts D.5), and would post the same words again. It is looked for among the account's own posts right below the
 * one that is answered, by the very words that were given (`GET /api/v1/statuses/:id/source`).
 */
export async function findPosted(
  { triedBefore }: OutboundPart,
  posting: Posting,
  ...[config, call]: [MastodonConfig, CallOutside]
): Promise<Found> {
  if (!triedBefore) return NOTHING;
  const path = `/api/v1/statuses/${encodeURIComponent(posting.below)}`;
  const answer = await askServer(call, config, { path: `${path}/context` });
  // What is answered is gone, and an answer to it will be refused.
  if (answer.status === 404) return NOTHING;
  const told = context.safeParse(answer.json);
  if (answer.status >= 300 || !told.success) return { refusal: refusalOf(answer) };
  const from = triedBefore.since.getTime() - SKEW_MS;
  const candidates = told.data.descendants
    .flatMap((each) => post.safeParse(each).data ?? [])
    .filter((each) => each.account.id === config.accountId && each.in_reply_to_id === posting.below)
    .filter((each) => Date.parse(each.created_at) >= from && !triedBefore.others.includes(each.id))
    .filter((each) => each.media_attachments.length === posting.files);
  for (const { id } of candidates) {
    const said = await askServer(call, config, { path: `/api/v1/statuses/${encodeURIComponent(id)}/source` });
    const words = source.safeParse(said.json);
    if (!words.success) return { refusal: unsure(said) };
    if (words.data.text.trim() === posting.status) return { id };
  }
  return NOTHING;
}

/** Trouble is tried again. A server that does not show the words leaves it to people to look. */
function unsure(answer: Parameters<typeof refusalOf>[0]): Refusal {
  const refusal = refusalOf(answer);
  if (refusal.status === 'deferred') return refusal;
  return { status: 'rejected', code: 'maybe_sent', reason: refusal.reason, blocked: false };
}

import { z } from 'zod';
import type { MastodonConfig } from './config';

/** A post that mentions the account: when it was written, and last changed as far as we know, in ms; 0 for never. */
const post = z.object({ id: z.string().min(1).max(200), at: z.number(), edited: z.number() });
/** Those that come next stand first. What is not as we wrote it is begun anew. */
export const watchedPosts = z.array(post).catch([]);
export type Watched = z.output<typeof watchedPosts>;

/** Whoever changes or deletes a post mostly does so soon. */
const WATCHED_MS = 7 * 86_400_000;
const MOST_WATCHED = 60;

const notified = z.object({
  type: z.enum(['mention', 'update']),
  status: z.object({
    id: z.string().min(1).max(200),
    created_at: z.string(),
    edited_at: z.string().nullish(),
    account: z.object({ id: z.string() }),
  }),
});

type Around = Readonly<{ config: MastodonConfig; now: number | null }>;

/**
 * The posts to be read again from now on: new mentions first, as nobody has looked at those again; nothing that is a week old,
 * and of too many the newest.
 */
export function watching(
  watched: Watched,
  found: readonly unknown[],
  { config: { accountId }, now }: Around,
): Watched {
  const told = found.flatMap((each) => {
    const read = notified.safeParse(each);
    return read.success && read.data.status.account.id !== accountId ? [read.data] : [];
  });
  const changed = new Map(told.map(({ status }) => [status.id, msOf(status.edited_at)]));
  const known = new Set(watched.map(({ id }) => id));
  const fresh = told
    .filter(({ type, status }) => type === 'mention' && !known.has(status.id))
    .map(({ status: { id, created_at: at, edited_at: edited } }) => ({
      id,
      at: msOf(at),
      edited: msOf(edited),
    }));
  const all = [
    ...new Map(fresh.map((each) => [each.id, each])).values(),
    ...watched.map((each) => ({ ...each, edited: Math.max(each.edited, changed.get(each.id) ?? 0) })),
  ].filter(({ at }) => now === null || at > now - WATCHED_MS);
  const oldest = all.map(({ at }) => at).sort((one, other) => other - one)[MOST_WATCHED] ?? 0;
  return all.filter(({ at }) => at >= oldest).slice(0, MOST_WATCHED);
}

/** In ms; 0 for what is no instant. */
export const msOf = (text: string | null | undefined): number => Date.parse(text ?? '') || 0;

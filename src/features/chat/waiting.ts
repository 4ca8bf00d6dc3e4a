import { expectedWait } from '@/domain/chat/wait';
import type { ChatAccountFacts } from '@/features/chat/account';
import type { Db, Tx } from '@/server/db/client';

/** How it stands with waiting: who waits, and what somebody who comes now may be told. */
export type Waiting = Readonly<{ waiting: number; waitSeconds: number | null }>;

const REMEMBERED_MS = 5_000;
const MOST_REMEMBERED = 1_000;
/** Of the last day: what was true last week says nothing of today. */
const RECENT_MS = 86_400_000;
const MOST_RECENT = 20;
const remembered = new Map<string, Readonly<{ until: number; waiting: Waiting }>>();

/** How long visitors of this account wait now, at most five seconds old. */
export async function waitOf(db: Db | Tx, account: ChatAccountFacts): Promise<Waiting> {
  const now = Date.now();
  const known = remembered.get(account.id);
  if (known && known.until > now) return known.waiting;
  const waiting = await readWaiting(db, account, new Date(now));
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(account.id, { until: now + REMEMBERED_MS, waiting });
  return waiting;
}

/** The same, from the database. */
async function readWaiting(
  db: Db | Tx,
  { workspaceId, id }: Pick<ChatAccountFacts, 'workspaceId' | 'id'>,
  at: Date,
): Promise<Waiting> {
  const [row] = await db.$queryRaw<{ waiting: number; oldest: Date | null; recent: number[] | null }[]>`
    select count(*)::int as waiting, min("waitingSince") as oldest,
      (select array_agg(r."waitedMs") from (
        select "waitedMs" from "ChatSession"
        where "workspaceId" = ${workspaceId}::uuid and "channelAccountId" = ${id}::uuid and "waitedMs" is not null
          and "acceptedAt" > ${new Date(at.getTime() - RECENT_MS)}
        order by "acceptedAt" desc limit ${MOST_RECENT}) r) as recent
    from "ChatSession"
    where "workspaceId" = ${workspaceId}::uuid and "channelAccountId" = ${id}::uuid and state = 'waiting'
      and "waitingSince" is not null`;
  const longest = row?.oldest ? at.getTime() - row.oldest.getTime() : 0;
  return { waiting: row?.waiting ?? 0, waitSeconds: expectedWait(row?.recent ?? [], longest) };
}

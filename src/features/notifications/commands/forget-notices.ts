import type { Db } from '@/server/db/client';

const DAY = 86_400_000;
const BATCH = 5_000;

/** How long notices are kept, in days: once they are read, and at most. */
export const KEPT_DAYS = { read: 30, unread: 90 } as const;

/** Lets go of notices that are old, and of what people read so long ago that it is not shown as new anyhow. */
export async function forgetNotices({ db, now }: Readonly<{ db: Db; now: () => Date }>): Promise<void> {
  const before = (days: number) => new Date(now().getTime() - days * DAY);
  await inBatches(
    () => db.$executeRaw`
      delete from "Notification" where id in (
        select id from "Notification" where at < ${before(KEPT_DAYS.read)}::timestamptz and "mailAt" is null
          and ("readAt" is not null or not app or at < ${before(KEPT_DAYS.unread)}::timestamptz)
        order by at limit ${BATCH})`,
  );
  await inBatches(
    () => db.$executeRaw`
      delete from "TicketSeen" where ("workspaceId", "userId", "ticketId") in (
        select "workspaceId", "userId", "ticketId" from "TicketSeen"
        where "seenAt" < ${before(KEPT_DAYS.unread)}::timestamptz order by "seenAt" limit ${BATCH})`,
  );
}

async function inBatches(run: () => Promise<number>): Promise<void> {
  while ((await run()) === BATCH);
}

import type { Db } from '@/server/db/client';
import type { Cast } from './build-demo';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How the demo's people want to be told: each a little otherwise. */
const WISHES: readonly Readonly<Record<string, unknown>>[] = [
  { choices: { wrote: { mail: 'off' }, undelivered: { mail: 'off' } } },
  { choices: { wrote: { mail: 'digest' } }, digest: 'daily', digestAt: '07:30', quietWeekends: true },
  { choices: { wrote: { mail: 'off' }, team: { app: true } }, quietFrom: '18:00', quietUntil: '08:00' },
];

/** Who has read what by this Monday morning: what came since the evening before is new to about every second of them. */
export async function buildNotifications(db: Db, { workspaceId, users }: Cast, now: Date): Promise<void> {
  const since = new Date(now.getTime() - 10 * DAY);
  const evening = new Date(now.getTime() - 14 * HOUR);
  await db.membership.updateMany({ where: { workspaceId }, data: { unreadFrom: since } });
  await db.notificationSettings.createMany({
    data: [...users.values()].map(({ id: userId }, index) => {
      const preferences = { ...WISHES[index % WISHES.length] } as Record<string, never>;
      return { workspaceId, userId, preferences, updatedAt: now };
    }),
  });
  await db.$executeRaw`
    insert into "TicketSeen" ("workspaceId", "userId", "ticketId", "seenAt")
    select m."workspaceId", m."userId", t.id, t."activityAt"
    from "Membership" m join "Ticket" t on t."workspaceId" = m."workspaceId"
    where m."workspaceId" = ${workspaceId}::uuid and t."activityAt" > ${since}::timestamptz
      and (t."activityAt" < ${evening}::timestamptz or (t.number + ascii(right(m."userId"::text, 1))) % 2 = 0)
    on conflict ("workspaceId", "userId", "ticketId") do update
      set "seenAt" = greatest("TicketSeen"."seenAt", excluded."seenAt")`;
}

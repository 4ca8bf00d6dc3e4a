import { correctFocus } from '@/features/focus/commands/correct-focus';
import type { StaffContext } from '@/server/context';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';

/** How often people come back to a ticket without answering: every fifth time. */
const LOOKS = 5;

/** What the browser did not see, in the words of those who know. */
const CORRECTIONS = [
  { key: 'zsofia', minutes: 25, reason: 'Közben felhívtam a futárszolgálatot' },
  { key: 'janis', minutes: 18, reason: 'Zvanīju servisam par rezerves daļu' },
  { key: 'emma', minutes: 4, reason: 'Left open during lunch' },
] as const;

/**
 * How long tickets were in front of people: before each answer as long as reading and writing it takes, by its length and a
 * draw of its own, and now and then once more in between. Some corrected it.
 */
export async function buildFocus(db: Db, cast: Cast, now: Date): Promise<void> {
  const { workspaceId } = cast;
  await db.metricSettings.upsert({
    where: { workspaceId },
    create: { workspaceId, measureFocus: true },
    update: { measureFocus: true },
  });
  await db.$executeRaw`
    with answers as (
      select m."ticketId", m."authorUserId" as "userId", m."createdAt" as at, abs(hashtext(m.id::text)) as draw,
        least(1500, 40 + length(m."visibleText") * (20 + abs(hashtext(m.id::text)) % 60) / 100
          + abs(hashtext(m.id::text)) % 150)::int as seconds
      from "Message" m
      where m."workspaceId" = ${workspaceId}::uuid and m.direction in ('outbound', 'note')
        and m."ticketId" is not null and m."authorUserId" is not null and m.channel not in ('chat', 'phone') and m."createdAt" < ${now}
    ), looks as (
      select "ticketId", "userId", at - make_interval(mins => 20 + draw % 90) as at, 15 + draw % 70 as seconds
      from answers where draw % ${LOOKS}::int = 0
    ), all_of_them as (
      select "ticketId", "userId", at, seconds from answers union all select * from looks
    )
    insert into "FocusSession" ("workspaceId", id, "ticketId", "userId", "startedAt", "lastAt", seconds)
    select ${workspaceId}::uuid, gen_random_uuid(), "ticketId", "userId", at - make_interval(secs => seconds), at, seconds
    from all_of_them`;
  for (const { key, ...said } of CORRECTIONS) await correct(db, cast, { key, now, ...said });
}

type Said = Readonly<{ key: string; now: Date; minutes: number; reason: string }>;

/** On the newest of their tickets that they had in front of them. */
async function correct(db: Db, { workspaceId, users }: Cast, said: Said): Promise<void> {
  const { key, now, ...correction } = said;
  const user = users.get(key);
  const session = user && (await newestOf(db, { workspaceId, userId: user.id }));
  if (!session) return;
  const actor = {
    kind: 'user',
    id: user.id,
    name: user.name,
    role: 'agent',
    scope: 'all',
    teamIds: [],
  } as const;
  const ctx: StaffContext = { db, workspaceId, actor, now: () => now, newId };
  await correctFocus(ctx, { ticketId: session.ticketId, ...correction });
}

const newestOf = (db: Db, where: Readonly<{ workspaceId: string; userId: string }>) =>
  db.focusSession.findFirst({
    where: { ...where, ticket: { mergedIntoId: null } },
    orderBy: [{ lastAt: 'desc' }, { id: 'asc' }],
    select: { ticketId: true },
  });

import type { StaffActor } from '@/domain/permission/actor';
import type { PromiseAbout } from '@/domain/promise/promise';
import { makePromise } from '@/features/promises/commands/make-promise';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';

const HOUR = 3_600_000;

type Given = Readonly<{ about: PromiseAbout; hoursAgo: number; dueIn: number; text: string }>;

/** What the shop gave its word for this morning: some of it with time to spare, some at risk, some broken. */
const GIVEN: readonly Given[] = [
  { about: 'answer', hoursAgo: 1, dueIn: 6, text: '' },
  { about: 'answer', hoursAgo: 7, dueIn: 1, text: 'Délutánig megírom, mit mond a szerviz.' },
  { about: 'resolution', hoursAgo: 20, dueIn: 30, text: '' },
  { about: 'answer', hoursAgo: 26, dueIn: -2, text: 'Līdz rītam noskaidrošu noliktavā.' },
  { about: 'answer', hoursAgo: 5, dueIn: 0.5, text: 'I will call the courier and write by noon.' },
];

/** Promises on the newest open tickets of the demo. */
export async function buildPromises(db: Db, { workspaceId, users }: Cast, now: Date): Promise<void> {
  const tickets = await db.ticket.findMany({
    where: { workspaceId, active: true, spam: false, status: { in: ['new', 'open', 'on_hold'] } },
    orderBy: [{ activityAt: 'desc' }, { id: 'desc' }],
    take: GIVEN.length,
    select: { id: true },
  });
  const user = users.get('eszter') ?? [...users.values()][0];
  if (!user) return;
  const actor: StaffActor = { kind: 'user', ...user, role: 'agent', scope: 'all', teamIds: [] };
  for (const [index, { id: ticketId }] of tickets.entries()) {
    const given = GIVEN[index];
    if (!given) break;
    const at = new Date(now.getTime() - given.hoursAgo * HOUR);
    const dueAt = new Date(now.getTime() + given.dueIn * HOUR);
    const ctx = { workspaceId, db, newId, actor, now: () => at };
    const made = await makePromise(ctx, { ticketId, about: given.about, dueAt, text: given.text });
    if (!made.ok) throw new Error(made.error.code);
  }
}

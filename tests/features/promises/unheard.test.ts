import { expect, test } from 'vitest';
import { makePromise } from '@/features/promises/commands/make-promise';
import { sweepPromises } from '@/features/promises/commands/sweep-promises';
import { promiseInput } from '@/features/promises/inputs';
import { unwrap } from '../rules/support';
import { newDesk } from '../sla/support';

const at = (time: string) => new Date(`2020-11-16T${time}:00+01:00`);

type Desk = Awaited<ReturnType<typeof newDesk>>;

/** A promise by 13:00 on a ticket that nobody has, with these fields; `told` sweeps at an instant and names whom it told. */
async function unassigned(desk: Desk, over: Record<string, unknown> = {}) {
  const { db, workspaceId } = desk.world;
  const { ticketId } = await desk.world.ticket(desk.agent, over);
  unwrap(await makePromise(desk.agent, promiseInput.parse({ ticketId, dueAt: at('13:00') })));
  return async (time: string) => {
    await db.notification.deleteMany({ where: { workspaceId } });
    desk.until(at(time));
    await sweepPromises({ db, newId: () => crypto.randomUUID() }, at(time));
    const rows = await db.notification.findMany({ where: { workspaceId, ticketId, kind: 'promise' } });
    const users = await db.user.findMany({ where: { id: { in: rows.map(({ userId }) => userId) } } });
    return users.map(({ name }) => name).toSorted();
  };
}

test('a promise of a ticket that nobody has, in no team, is heard by managers, before it breaks and after', async () => {
  const desk = await newDesk('2020-11-16T08:00:00Z');
  await desk.calendar({ standard: true });
  await desk.world.member({ role: 'manager', name: 'Mara Manager' });
  await desk.world.member({ role: 'admin', name: 'Ada Admin' });
  const told = await unassigned(desk);
  expect(await told('12:30')).toEqual(['Mara Manager']);
  expect(await told('13:01')).toEqual(['Mara Manager']);
});

test('without managers it is heard by admins and owners; a team without a lead is like none', async () => {
  const desk = await newDesk('2020-11-16T08:00:00Z');
  await desk.calendar({ standard: true });
  await desk.world.member({ role: 'admin', name: 'Ada Admin' });
  const teamId = await desk.world.team();
  await desk.world.member({ name: 'Tom Teammate', teamIds: [teamId] });
  const told = await unassigned(desk, { teamId });
  expect(await told('12:30')).toEqual(['Ada Admin', 'Olga Owner']);
});

test('a lead who hears it is enough; an assignee who has left is nobody', async () => {
  const desk = await newDesk('2020-11-16T08:00:00Z');
  await desk.calendar({ standard: true });
  const { db, workspaceId } = desk.world;
  const teamId = await desk.world.team();
  const lead = await desk.world.member({ name: 'Lena Lead', teamIds: [teamId] });
  await db.teamMember.updateMany({
    where: { workspaceId, userId: lead.actor.id ?? '' },
    data: { lead: true },
  });
  const ofTeam = await unassigned(desk, { teamId });
  expect(await ofTeam('12:30')).toEqual(['Lena Lead']);

  const gone = await newDesk('2020-11-16T08:00:00Z');
  await gone.calendar({ standard: true });
  const assignee = await gone.world.member({ name: 'Gone Gabor' });
  const told = await unassigned(gone, { assigneeId: assignee.actor.id });
  await gone.world.db.membership.updateMany({
    where: { workspaceId: gone.world.workspaceId, userId: assignee.actor.id ?? '' },
    data: { deactivatedAt: gone.world.now() },
  });
  expect(await told('12:30')).toEqual(['Olga Owner']);
});

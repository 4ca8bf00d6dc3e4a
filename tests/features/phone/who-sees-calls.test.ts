import { expect, test } from 'vitest';
import { findCaller } from '@/features/phone/commands/find-caller';
import { logCall } from '@/features/phone/commands/log-call';
import { logCallInput } from '@/features/phone/inputs';
import { newWorld } from '../../support/world';

test('whoever types a number reads of the caller’s tickets only those that they may see', async () => {
  const world = await newWorld();
  const [ours, theirs] = [await world.team(), await world.team()];
  const head = await world.member();
  const call = logCallInput.parse({ direction: 'inbound', outcome: 'completed', number: '+36301234567' });
  const logged = await logCall(head, { ...call, subject: 'Salary of the director' });
  if (!logged.ok) throw new Error(logged.error.code);
  const { ticketId } = logged.value;
  const where = { workspaceId: world.workspaceId, id: ticketId };
  await world.db.ticket.updateMany({ where, data: { teamId: theirs, assigneeId: null } });
  const agent = await world.member({ scope: 'team', teamIds: [ours] });
  expect((await findCaller(agent, '+36301234567')).tickets).toEqual([]);
  await world.db.ticket.updateMany({ where, data: { teamId: ours } });
  expect((await findCaller(agent, '+36301234567')).tickets.map(({ id }) => id)).toEqual([ticketId]);
});

import { expect, test } from 'vitest';
import { topicsFor } from '@/features/live/queries';
import { newWorld } from '../../support/world';

test('a member may hear the list and a ticket that they may read', async () => {
  const world = await newWorld();
  const agent = await world.member();
  const { ticketId } = await world.ticket(agent);
  expect(await topicsFor(agent, ['tickets', `ticket:${ticketId}`, 'tickets'])).toEqual([
    { name: 'tickets', topic: `${world.workspaceId}/tickets` },
    { name: `ticket:${ticketId}`, topic: `${world.workspaceId}/ticket/${ticketId}` },
  ]);
});

test('a ticket outside of the reader’s scope is as silent as one that is not there', async () => {
  const world = await newWorld();
  const { ticketId } = await world.ticket(await world.member());
  const other = await world.member({ scope: 'own' });
  expect(await topicsFor(other, [`ticket:${ticketId}`])).toBeNull();
  expect(await topicsFor(other, [`ticket:${world.system().newId()}`])).toBeNull();
});

test('a ticket of another workspace is not heard', async () => {
  const [mine, theirs] = [await newWorld(), await newWorld()];
  const { ticketId } = await theirs.ticket(await theirs.member());
  expect(await topicsFor(await mine.member(), ['tickets', `ticket:${ticketId}`])).toBeNull();
});

test('mail is heard by those who may read it', async () => {
  const world = await newWorld();
  expect(await topicsFor(await world.member(), ['mail'])).toBeNull();
  expect(await topicsFor(await world.member({ role: 'admin' }), ['mail'])).toEqual([
    { name: 'mail', topic: `${world.workspaceId}/mail` },
  ]);
});

test('nothing, too much and nonsense are refused', async () => {
  const agent = await (await newWorld()).member();
  const many = Array.from({ length: 11 }, () => `ticket:${agent.newId()}`);
  for (const names of [[], many, ['*'], ['ticket:'], ["ticket:' or 1=1"]])
    expect(await topicsFor(agent, names)).toBeNull();
});

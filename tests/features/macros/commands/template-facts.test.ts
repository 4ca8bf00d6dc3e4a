import { expect, test } from 'vitest';
import { templateFacts } from '@/features/macros/commands/template-facts';
import { newWorld } from '../../../support/world';

test('facts are written in the language of the ticket and the order of the name', async () => {
  const world = await newWorld();
  const agent = await world.member({ name: 'Emma Clarke' });
  const { ticketId } = await world.ticket(agent, { language: 'hu', priority: 'high' });
  await world.db.customer.updateMany({
    where: { workspaceId: world.workspaceId },
    data: { givenName: 'Anna', familyName: 'Kovács', nameOrder: 'family_first' },
  });
  const found = await templateFacts(world.db, agent, { ticketId });
  expect(found?.language).toBe('hu');
  expect(found?.facts).toMatchObject({
    'ticket.subject': 'Broken kettle',
    'ticket.priority': 'Magas',
    'ticket.created': '2026. március 2.',
    'customer.name': 'Kovács Anna',
    'customer.email': 'anna@customer.test',
    'agent.name': 'Emma Clarke',
    'workspace.name': 'Test workspace',
    'team.name': '',
    'promise.next': '',
  });
});

test('a rule signs as the assignee, and a wished language goes before the ticket’s', async () => {
  const world = await newWorld();
  const agent = await world.member({ name: 'Jānis Bērziņš' });
  const { ticketId } = await world.ticket(agent, { language: 'hu', assigneeId: agent.actor.id });
  const found = await templateFacts(world.db, world.system('rule'), { ticketId, language: 'lv' });
  expect(found?.language).toBe('lv');
  expect(found?.facts['agent.name']).toBe('Jānis Bērziņš');
});

test('a ticket of another workspace is not there', async () => {
  const [here, elsewhere] = [await newWorld(), await newWorld()];
  const { ticketId } = await elsewhere.ticket(await elsewhere.member());
  expect(await templateFacts(here.db, await here.member(), { ticketId })).toBeNull();
});

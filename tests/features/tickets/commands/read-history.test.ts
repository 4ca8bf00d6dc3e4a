import { afterAll, expect, test } from 'vitest';
import { applyMacro } from '@/features/macros/commands/apply-macro';
import { getTicketHistory, historyLines, PAGE_OF_HISTORY } from '@/features/tickets/commands/read-history';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { deskUpdateInput } from '@/features/tickets/inputs';
import { countingDatabase } from '../../../support/counting-database';
import { newMacro } from '../../macros/support';
import { newRuleDesk } from '../../rules/support';
import { answer, withTicket } from '../support';

const counting = countingDatabase();
afterAll(() => counting.close());

const ALL = { topic: null, before: null } as const;
const change = (ticketId: string, over: object) => deskUpdateInput.parse({ ticketId, ...over });

test('every change stands there with who made it, from what to what, and what it came with', async () => {
  const { ctx, ticketId, number } = await withTicket();
  await changeTicket(ctx, change(ticketId, { priority: 'high', assigneeId: ctx.actor.id }));
  await changeTicket(ctx, change(ticketId, { addTags: ['kettle'] }));
  await answer(ctx, { ticketId, submitAs: 'solved' });
  const history = await getTicketHistory(ctx, number, ALL);
  const told = history?.lines.map(({ type, from, to, data, message, actorName }) => [
    ...[type, from ?? data['from'] ?? null, to ?? data['to'] ?? null, message],
    actorName,
  ]);
  const { name } = ctx.actor;
  expect(told).toEqual([
    ['ticket.status_changed', 'open', 'solved', 'outbound', name],
    ['ticket.tagged', 'kettle', 'kettle', null, name],
    ['ticket.assigned', null, name, null, name],
    ['ticket.priority_changed', 'normal', 'high', null, name],
    ['ticket.status_changed', 'new', 'open', null, name],
    ['ticket.created', null, null, 'inbound', name],
  ]);
});

test('what a macro or a rule set says which', async () => {
  const { agent, owner, world, rule, settle } = await newRuleDesk();
  const { ticketId } = await world.ticket(agent);
  const macroId = await newMacro(owner, {
    name: 'Hurry',
    actions: [{ kind: 'set_priority', priority: 'urgent' }],
  });
  await rule({ name: 'Urgent is a task', actions: [{ kind: 'set_type', type: 'task' }] });
  const applied = await applyMacro(agent, { ticketId, macroId, leaveStatus: true });
  expect(applied.ok).toBe(true);
  await settle();
  const lines = await historyLines(agent, { ticketId, topic: null, before: null, limit: 50 });
  const about = (type: string) => lines.find((line) => line.type === type);
  expect(about('ticket.priority_changed')).toMatchObject({
    macro: 'Hurry',
    rule: null,
    actorName: 'Ágnes Agent',
  });
  expect(about('ticket.type_changed')).toMatchObject({ rule: 'Urgent is a task', macro: null });
});

test('it can be narrowed to one field, and goes on page by page', async () => {
  const { ctx, ticketId, number } = await withTicket();
  for (const priority of ['high', 'low', 'urgent']) await changeTicket(ctx, change(ticketId, { priority }));
  const asked = { ticketId, topic: 'priority', limit: 2 } as const;
  const first = await historyLines(ctx, { ...asked, before: null });
  expect(first.map(({ data }) => data['to'])).toEqual(['urgent', 'low', 'high']);
  const rest = await historyLines(ctx, { ...asked, before: first[1]?.position ?? null });
  expect(rest.map(({ data }) => data['to'])).toEqual(['high']);
  expect((await getTicketHistory(ctx, number, { topic: 'tags', before: null }))?.lines).toEqual([]);
  expect(PAGE_OF_HISTORY).toBeGreaterThan(10);
});

test('who may not see the ticket finds no history', async () => {
  const { world, ctx, number } = await withTicket();
  const stranger = await world.member({ scope: 'own' });
  expect(await getTicketHistory(stranger, number, ALL)).toBeNull();
  expect(await getTicketHistory(ctx, number + 1, ALL)).toBeNull();
});

test('the number of queries does not grow with the history', async () => {
  const { ctx, ticketId, number } = await withTicket();
  const reader = { ...ctx, db: counting.db };
  counting.statements();
  await getTicketHistory(reader, number, ALL);
  const few = counting.statements().length;
  for (const tag of ['a', 'b', 'c', 'd']) await changeTicket(ctx, change(ticketId, { addTags: [tag] }));
  await getTicketHistory(reader, number, ALL);
  expect(counting.statements()).toHaveLength(few);
});

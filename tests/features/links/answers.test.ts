import { expect, test } from 'vitest';
import { answerIncidents } from '@/features/links/commands/answer-incidents';
import { incidentsToAnswer } from '@/features/links/commands/incidents-to-answer';
import { undoAnswers } from '@/features/links/commands/undo-answers';
import { type AnswerInput, answerInput } from '@/features/links/inputs';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import type { StaffContext } from '@/server/context';
import { countingDatabase } from '../../support/counting-database';
import { newWorld } from '../../support/world';
import { ticketOf } from '../tickets/support';
import { linked, type World } from './support';

const CUSTOMERS = [
  { language: 'en', email: 'sarah@customer.test', name: 'Sarah Whitfield' },
  { language: 'hu', email: 'marton@customer.test', name: 'Tóth Márton' },
  { language: 'lv', email: 'anna@customer.test', name: 'Anna Ozola' },
] as const;

const TEXTS = {
  en: '<p>Dear {{customer.name}}, it is repaired.</p>',
  hu: '<p>Tisztelt {{customer.name}}! Megjavítottuk.</p>',
};

/** A problem with one incident in each language. */
async function problemWithIncidents() {
  const world = await newWorld();
  const ctx = await world.member();
  const problem = await world.ticket(ctx, { subject: 'Outage', language: 'hu' });
  const incidents: string[] = [];
  for (const { language, ...requester } of CUSTOMERS) {
    const made = await world.ticket(ctx, { subject: `In ${language}`, language, requester });
    await linked(ctx, problem, 'incident', made);
    incidents.push(made.ticketId);
  }
  const answerId = ctx.newId();
  const problemId = problem.ticketId;
  const send = async (by: StaffContext, over: Partial<AnswerInput> = {}) => {
    const given = { problemId, answerId, texts: TEXTS, submitAs: 'solved', ticketIds: incidents };
    const done = await answerIncidents(by, answerInput.parse({ ...given, ...over }));
    return done.ok ? done.value.outcomes : done.error.code;
  };
  return { world, ctx, problemId, incidents, answerId, send };
}

const outboundOn = (world: World, ids: readonly string[]) =>
  world.db.message.findMany({
    where: { workspaceId: world.workspaceId, ticketId: { in: [...ids] }, direction: 'outbound' },
    orderBy: { createdAt: 'asc' },
    select: { ticketId: true, text: true, delivery: true, authorUserId: true },
  });

test('everybody is answered by name in their language, or in that of the workspace, and each ticket is as asked', async () => {
  const { world, ctx, incidents, send } = await problemWithIncidents();
  const outcomes = await send(ctx);
  expect(outcomes).toMatchObject(incidents.map((ticketId) => ({ ticketId, problem: null })));
  const told = new Map((await outboundOn(world, incidents)).map(({ ticketId, text }) => [ticketId, text]));
  expect(incidents.map((id) => told.get(id))).toEqual([
    'Dear Sarah Whitfield, it is repaired.',
    'Tisztelt Tóth Márton! Megjavítottuk.',
    // There is no text in Latvian, and the workspace speaks English.
    'Dear Anna Ozola, it is repaired.',
  ]);
  for (const id of incidents) expect((await ticketOf(world, id)).status).toBe('solved');
  const mails = await world.db.outgoingMail.count({
    where: { workspaceId: world.workspaceId, kind: 'reply' },
  });
  expect(mails).toBe(3);
});

test('who is left out is known before, and holds up nobody afterwards', async () => {
  const { world, ctx, problemId, incidents, send } = await problemWithIncidents();
  const [first = '', second = '', third = ''] = incidents;
  const { workspaceId, db } = world;
  const { requesterId } = await ticketOf(world, second);
  await db.customerIdentity.deleteMany({ where: { workspaceId, customerId: requesterId } });
  await closedConversationOn(world, third);
  const asked = await incidentsToAnswer(ctx, { problemId });
  if (!asked.ok) throw new Error(asked.error.code);
  expect(asked.value).toMatchObject({ spoken: 'hu', usual: 'en' });
  expect(asked.value.incidents.map(({ leftOut, language }) => [language, leftOut])).toEqual([
    ['en', null],
    ['hu', 'no_address'],
    ['lv', 'channel_off'],
  ]);
  expect(await send(ctx)).toMatchObject([
    { ticketId: first, problem: null },
    { ticketId: second, problem: 'ticket.no_address' },
    { ticketId: third, problem: 'channel.closed', why: 'channel_off' },
  ]);
  expect(await outboundOn(world, incidents)).toHaveLength(1);
  expect((await ticketOf(world, second)).status).toBe('new');
});

/** The customer last wrote in a thread of an account that is switched off. */
async function closedConversationOn(
  { db, workspaceId, now, system }: World,
  ticketId: string,
): Promise<void> {
  const { newId } = system();
  const [channelAccountId, conversationId] = [newId(), newId()];
  await db.channelAccount.create({
    data: { workspaceId, id: channelAccountId, channel: 'telegram', name: 'Bot', enabled: false },
  });
  const ticket = await db.ticket.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: ticketId } },
  });
  const thread = {
    channelAccountId,
    channel: 'telegram',
    key: '42',
    customerId: ticket.requesterId,
  } as const;
  await db.channelConversation.create({
    data: { ...thread, workspaceId, id: conversationId, ticketId, createdAt: now(), lastInboundAt: now() },
  });
  await db.message.updateMany({ where: { workspaceId, ticketId }, data: { conversationId } });
}

test('pressed twice, at once or again, nobody is answered twice', async () => {
  const { world, ctx, incidents, send } = await problemWithIncidents();
  const [one, two] = await Promise.all([send(ctx), send(ctx)]);
  const ids = (outcomes: typeof one) =>
    typeof outcomes === 'string' ? [] : outcomes.map(({ messageId }) => messageId);
  expect(ids(one)).toHaveLength(3);
  expect(ids(two)).toEqual(ids(one));
  expect(ids(await send(ctx))).toEqual(ids(one));
  expect(await outboundOn(world, incidents)).toHaveLength(3);
  // Another answer finds nobody whose ticket is still open.
  const other = await send(ctx, { answerId: ctx.newId() });
  expect(other).toMatchObject(incidents.map(() => ({ problem: 'link.not_open', messageId: null })));
});

test('what has not left is taken back, ticket by ticket, and what has left is told', async () => {
  const { world, ctx, incidents, answerId, send } = await problemWithIncidents();
  const { workspaceId, db } = world;
  await send(ctx);
  const [first = '', ...rest] = incidents;
  const gone = await db.message.findFirstOrThrow({ where: { ticketId: first, direction: 'outbound' } });
  await db.outgoingMail.updateMany({ where: { workspaceId, messageId: gone.id }, data: { state: 'sent' } });
  const undone = await undoAnswers(ctx, { answerId, ticketIds: incidents });
  if (!undone.ok) throw new Error(undone.error.code);
  expect(new Set(undone.value.undone)).toEqual(new Set(rest));
  expect(undone.value.left).toEqual([first]);
  for (const id of rest) expect((await ticketOf(world, id)).status).toBe('new');
  const states = await outboundOn(world, rest);
  expect(states.map(({ delivery }) => delivery)).toEqual(['cancelled', 'cancelled']);
});

test('a place that nothing fills keeps the answer from leaving, and one that the writer foresaw does not', async () => {
  const { ctx, incidents, send } = await problemWithIncidents();
  const [first = ''] = incidents;
  const one = { ticketIds: [first] };
  expect(await send(ctx, { ...one, texts: { en: '<p>{{customer.organization}}</p>' } })).toMatchObject([
    { problem: 'link.open_places' },
  ]);
  expect(await send(ctx, { ...one, texts: { en: '<p>{{customer.organization|all}}</p>' } })).toMatchObject([
    { problem: null },
  ]);
});

test('only incidents of the problem that the writer may answer are answered', async () => {
  const { world, ctx, problemId, incidents, send } = await problemWithIncidents();
  const stranger = await world.ticket(ctx, { subject: 'Something else' });
  expect(await send(ctx, { ticketIds: [stranger.ticketId] })).toMatchObject([{ problem: 'not_found' }]);
  const teamId = await world.team('Repairs');
  await changeTicket(ctx, { ticketId: incidents[0] ?? '', teamId });
  const outside = await world.member({ scope: 'team' });
  const seen = await incidentsToAnswer(outside, { problemId });
  expect(seen.ok && seen.value.incidents.map(({ ticketId }) => ticketId)).toEqual(incidents.slice(1));
  expect(await send(outside)).toMatchObject([{ problem: 'not_found' }, { problem: null }, { problem: null }]);
  await changeTicket(ctx, { ticketId: problemId, teamId });
  expect(await send(outside)).toBe('not_found');
  const light = await world.member({ role: 'light_agent' });
  expect(await send(light)).toBe('not_found');
});

test('an answer without words in any language is refused, and who can be answered takes no more queries for more incidents', async () => {
  const { ctx, problemId, answerId, incidents } = await problemWithIncidents();
  const empty = { problemId, answerId, submitAs: 'solved', ticketIds: incidents };
  expect(answerInput.safeParse({ ...empty, texts: { en: '<p> &nbsp;</p>' } }).success).toBe(false);
  const { db, statements, close } = countingDatabase();
  await incidentsToAnswer({ ...ctx, db }, { problemId });
  statements();
  await incidentsToAnswer({ ...ctx, db }, { problemId });
  expect(statements().length).toBeLessThanOrEqual(4);
  await close();
});

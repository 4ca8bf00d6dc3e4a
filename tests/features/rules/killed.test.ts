import { expect, test } from 'vitest';
import { victim } from '../../support/victim';
import { newRuleDesk, type RuleDesk } from './support';

const TEXT = { en: 'Thank you.' };

async function prepared() {
  const desk = await newRuleDesk();
  await desk.rule({
    events: ['ticket_created'],
    actions: [
      { kind: 'set_priority', priority: 'high' },
      { kind: 'mail', subjects: TEXT, texts: TEXT },
      { kind: 'note', text: 'first' },
      { kind: 'create_linked_ticket', subject: 'Linked', text: 'x', teamId: null },
    ],
  } as never);
  await desk.rule({
    name: 'After',
    events: ['ticket_created'],
    actions: [{ kind: 'add_tags', tags: ['second'] }],
  } as never);
  const { ticketId } = await desk.world.ticket(desk.agent);
  return { desk, ticketId };
}

const die = (desk: RuleDesk, ticketId: string, statement: number) =>
  victim({ work: 'rule', workspaceId: desk.world.workspaceId, ticketId, at: desk.world.now() }, statement);

async function effects(desk: RuleDesk, ticketId: string) {
  const { db, workspaceId } = desk.world;
  const { priority, tags, version } = await desk.ticketNow(ticketId);
  const notes = (await desk.messages(ticketId)).filter(({ direction }) => direction === 'note').length;
  const mails = (await desk.mails()).filter(({ kind }) => kind === 'automatic').length;
  const linked = await db.ticket.count({ where: { workspaceId, followUpOfId: ticketId } });
  const runs = (await desk.runs()).filter((run) => run.ticketId === ticketId).length;
  return { priority, tags, version, notes, mails, linked, runs };
}

test('a worker that is killed at any statement of a rule loses nothing and does nothing twice', async () => {
  const whole = await prepared();
  const { statements, said } = await die(whole.desk, whole.ticketId, 0);
  expect(statements, said).toBeGreaterThan(20);
  const wanted = await effects(whole.desk, whole.ticketId);
  expect(wanted).toMatchObject({
    priority: 'high',
    tags: ['second'],
    notes: 1,
    mails: 1,
    linked: 1,
    runs: 2,
  });

  const { desk, ticketId } = await prepared();
  const untouched = await effects(desk, ticketId);
  const steps = Array.from({ length: 8 }, (_, step) => 2 + Math.floor((step * (statements - 2)) / 7));
  for (const statement of steps) {
    const { signal } = await die(desk, ticketId, statement);
    expect([statement, signal]).toEqual([statement, 'SIGKILL']);
    expect(await effects(desk, ticketId)).toEqual(untouched);
  }
  await desk.settle();
  await desk.settle();
  expect(await effects(desk, ticketId)).toEqual(wanted);
}, 180_000);

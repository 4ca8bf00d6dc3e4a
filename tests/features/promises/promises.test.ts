import { describe, expect, test } from 'vitest';
import { countHistory } from '@/features/promises/commands/count-history';
import { makePromise } from '@/features/promises/commands/make-promise';
import { sendNotice } from '@/features/promises/commands/send-notice';
import { sweepPromises } from '@/features/promises/commands/sweep-promises';
import { withdrawPromise } from '@/features/promises/commands/withdraw-promise';
import { promiseInput } from '@/features/promises/inputs';
import { proposePromise } from '@/features/promises/proposals';
import { promisesOnTicket } from '@/features/promises/queries';
import { undoSend } from '@/features/tickets/commands/undo-send';
import { countViews, listView } from '@/features/views/queries';
import { newWorld } from '../../support/world';
import { factsOf, newDesk } from '../sla/support';

const at = (time: string, day = 16) => new Date(`2020-11-${day}T${time}:00+01:00`);

/** A ticket of Monday 9:00 in Budapest, of which an answer is promised by 13:00. */
async function withPromise() {
  const desk = await newDesk('2020-11-16T08:00:00Z');
  await desk.calendar({ standard: true });
  const assignee = await desk.world.member({ name: 'Gábor' });
  await desk.world.db.user.update({ where: { id: assignee.actor.id ?? '' }, data: { locale: 'hu' } });
  const { ticketId } = await desk.world.ticket(desk.agent, {
    assigneeId: assignee.actor.id,
    language: 'lv',
  });
  const made = await makePromise(desk.agent, promiseInput.parse({ ticketId, dueAt: at('13:00') }));
  if (!made.ok) throw new Error(made.error.code);
  const promise = () =>
    desk.world.db.ticketPromise.findMany({
      where: { workspaceId: desk.world.workspaceId, ticketId },
      orderBy: { id: 'asc' },
    });
  const ticket = () => desk.world.db.ticket.findFirstOrThrow({ where: { id: ticketId } });
  const sweep = async (instant: Date) => {
    desk.until(instant);
    await sweepPromises({ db: desk.world.db, newId: () => crypto.randomUUID() }, instant);
  };
  return { ...desk, assignee, ticketId, promiseId: made.value.promiseId, promise, ticket, sweep };
}

describe('a promise on a ticket', () => {
  test('is written down with who gave it, and the list shows when it is due', async () => {
    const desk = await withPromise();
    expect(await desk.promise()).toMatchObject([
      {
        about: 'answer',
        source: 'manual',
        promisedByName: 'Ágnes Agent',
        dueAt: at('13:00'),
        riskAt: at('12:00'),
      },
    ]);
    expect(await desk.ticket()).toMatchObject({ promiseState: 'open', promiseDueAt: at('13:00') });
    expect(await promisesOnTicket(desk.agent, desk.ticketId)).toMatchObject({
      open: [{ look: 'open', by: 'Ágnes Agent' }],
      ended: [],
      mayPromise: true,
    });
  });

  test('is kept by an answer and owed again when that is taken back', async () => {
    const desk = await withPromise();
    desk.until(at('10:00'));
    const { messageId } = await desk.reply(desk.ticketId);
    expect(await desk.promise()).toMatchObject([{ keptAt: at('10:00'), openAs: null, sweepAt: null }]);
    expect(await desk.ticket()).toMatchObject({ promiseState: null, promiseDueAt: null });
    expect((await undoSend(desk.agent, { messageId })).ok).toBe(true);
    expect(await desk.promise()).toMatchObject([{ keptAt: null, openAs: 'answer' }]);
    expect(await desk.ticket()).toMatchObject({ promiseState: 'open' });
  });

  test('at risk: the assignee hears of it once, in their language, and the view shows it', async () => {
    const desk = await withPromise();
    await desk.sweep(at('11:59'));
    expect(await desk.ticket()).toMatchObject({ promiseState: 'open' });
    await desk.sweep(at('12:00'));
    await desk.sweep(at('12:10'));
    expect(await desk.ticket()).toMatchObject({ promiseState: 'at_risk' });
    expect(await factsOf(desk.world, desk.ticketId, 'promise.at_risk')).toHaveLength(1);
    const user = await desk.world.db.user.findUniqueOrThrow({ where: { id: desk.assignee.actor.id ?? '' } });
    const mails = await desk.world.db.outgoingMail.findMany({ where: { rcptTo: { has: user.email } } });
    expect(mails.map(({ subject }) => subject.replace(/#\d+/, '#'))).toEqual([
      'Veszélyben lévő ígéret: # Broken kettle',
    ]);
    const { rows } = await listView(desk.agent, { view: 'promises_at_risk' });
    expect(rows.map(({ id, promiseState }) => [id, promiseState])).toEqual([[desk.ticketId, 'at_risk']]);
    expect(await countViews(desk.agent)).toMatchObject({ promises_at_risk: 1, promises_broken: 0 });
  });

  test('broken at its due time exactly, however late the sweep comes; a late answer does not mend it', async () => {
    const desk = await withPromise();
    await desk.sweep(at('13:00'));
    expect((await desk.promise())[0]?.brokenAt).toBeNull();
    await desk.sweep(at('15:20'));
    expect(await desk.promise()).toMatchObject([
      { brokenAt: at('13:00'), warnedAt: at('12:00'), sweepAt: null },
    ]);
    expect((await listView(desk.agent, { view: 'promises_broken' })).rows).toHaveLength(1);
    const [fact] = await factsOf(desk.world, desk.ticketId, 'promise.broken');
    expect(fact?.data).toMatchObject({ about: 'answer', dueAt: at('13:00').toISOString() });
    desk.until(at('16:00'));
    await desk.reply(desk.ticketId);
    expect(await desk.promise()).toMatchObject([{ brokenAt: at('13:00'), keptAt: null, reason: 'late' }]);
    expect((await listView(desk.agent, { view: 'promises_broken' })).rows).toHaveLength(0);
  });

  test('a new time: a ready message in the language of the customer takes its place in time, with one send', async () => {
    const desk = await withPromise();
    desk.until(at('12:10'));
    const dueAt = at('11:00', 17);
    const asked = { ticketId: desk.ticketId, about: 'answer' as const };
    const proposal = await proposePromise(desk.agent, { ...asked, dueAt });
    if (!proposal.ok) throw new Error();
    expect(proposal.value.when).toBe('rīt līdz plkst. 11:00 (17. novembrī)');
    expect(proposal.value.text).toContain('Jūs to saņemsiet rīt līdz plkst. 11:00 (17. novembrī).');
    const sent = await sendNotice(desk.agent, { ...asked, dueAt, text: proposal.value.text });
    expect(sent.ok).toBe(true);
    expect(await desk.promise()).toMatchObject([
      { id: desk.promiseId, reason: 'replaced', keptAt: null, brokenAt: null },
      { dueAt, openAs: 'answer', toldById: sent.ok ? sent.value.messageId : '' },
    ]);
    const mail = await desk.world.db.message.findFirstOrThrow({
      where: { ticketId: desk.ticketId, direction: 'outbound' },
    });
    expect(mail.text).toContain('rīt līdz plkst. 11:00');
  });

  test('can be withdrawn once, and not for a time that has passed', async () => {
    const desk = await withPromise();
    const { ticketId, promiseId } = desk;
    expect((await withdrawPromise(desk.agent, { promiseId })).ok).toBe(true);
    expect(await withdrawPromise(desk.agent, { promiseId })).toMatchObject({
      error: { code: 'promise.ended' },
    });
    expect(await factsOf(desk.world, ticketId, 'promise.withdrawn')).toHaveLength(1);
    const past = promiseInput.parse({ ticketId, dueAt: at('08:00') });
    expect(await makePromise(desk.agent, past)).toMatchObject({ error: { code: 'promise.past' } });
  });

  test('is not there for people of another workspace, nor for who may only read', async () => {
    const desk = await withPromise();
    const stranger = await (await newWorld()).member({ role: 'owner' });
    const reader = await desk.world.member({ role: 'light_agent' });
    const input = promiseInput.parse({ ticketId: desk.ticketId, dueAt: at('14:00') });
    for (const who of [stranger, reader]) {
      expect(await makePromise(who, input)).toMatchObject({ error: { code: 'not_found' } });
      const withdrawn = await withdrawPromise(who, { promiseId: desk.promiseId });
      expect(withdrawn).toMatchObject({ error: { code: 'not_found' } });
    }
    expect(await promisesOnTicket(stranger, desk.ticketId)).toBeNull();
    expect(await promisesOnTicket(reader, desk.ticketId)).toMatchObject({ mayPromise: false });
  });
});

test('a time from the history of like tickets is the 80th percentile that PostgreSQL counts', async () => {
  const desk = await newDesk('2020-11-16T08:00:00Z');
  const { world, agent } = desk;
  await desk.calendar({ standard: true, week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]) });
  const minutes = [5, 8, 12, 15, 20, 30, 45, 60, 240, 1440];
  for (const wait of minutes) {
    const { ticketId } = await world.ticket(agent);
    const { createdAt } = await world.db.ticket.findFirstOrThrow({ where: { id: ticketId } });
    const firstRepliedAt = new Date(createdAt.getTime() + wait * 60_000);
    await world.db.ticket.updateMany({ where: { id: ticketId }, data: { firstRepliedAt } });
  }
  const asOf = at('12:00', 18);
  desk.until(asOf);
  await countHistory({ db: world.db }, { workspaceId: world.workspaceId, asOf });
  const [{ p80 }] = await world.db.$queryRaw<[{ p80: number }]>`
    select percentile_cont(0.8) within group (order by extract(epoch from "firstRepliedAt" - "createdAt")) as p80
    from "Ticket" where "workspaceId" = ${world.workspaceId}::uuid`;
  const rows = await world.db.promiseStatistic.findMany({
    where: { workspaceId: world.workspaceId, key: '*' },
  });
  expect(rows).toMatchObject([{ about: 'answer', sample: 10, p80: BigInt(Math.round(p80 * 1000)) }]);
  await world.db.promiseSettings.create({
    data: {
      workspaceId: world.workspaceId,
      ...{ automatic: true, sla: true, statistical: true, channels: [] },
      ...{ minimumSample: 10, riskPercent: 75, roundMinutes: 5 },
    },
  });
  const { ticketId } = await world.ticket(agent);
  const made = await makePromise(agent, promiseInput.parse({ ticketId }));
  if (!made.ok) throw new Error(made.error.code);
  // 96 minutes from 12:00, at the next five minutes.
  expect(made.value).toMatchObject({ source: 'statistical', dueAt: at('13:40', 18) });
  const [promise] = await world.db.ticketPromise.findMany({ where: { ticketId } });
  expect(promise).toMatchObject({ sample: 10, group: 'all_four' });
});

import { expect, test } from 'vitest';
import { sweepRules } from '@/features/rules/commands/sweep-rules';
import { saveCalendar } from '@/features/sla/commands/save-calendar';
import { calendarInput } from '@/features/sla/inputs';
import { newId } from '@/server/ids';
import { newRuleDesk, type RuleDesk } from './support';

const HOUR = 3600;

/** Pending for so many minutes. */
const waiting = (operator: string, minutes: number) => ({
  all: [
    { field: 'status', operator: 'is_any_of', values: ['pending'] },
    { field: 'sinceStatusChange', operator, values: [String(minutes)] },
  ],
});

const sweep = ({ world: { db, now } }: RuleDesk) => sweepRules({ db, now, newId }, now());

test('a rule on time acts once for each stay in the state that it waits for', async () => {
  const desk = await newRuleDesk();
  await desk.rule({
    kind: 'automation',
    events: [],
    conditions: waiting('elapsed_at_least', 60),
    actions: [{ kind: 'note', text: 'still waiting' }],
  } as never);
  const { ticketId } = await desk.world.ticket(desk.agent);
  await desk.reply(ticketId, 'pending');
  desk.world.pass(HOUR - 1);
  await sweep(desk);
  expect(await desk.runs()).toHaveLength(0);

  desk.world.pass(1);
  await Promise.all([sweep(desk), sweep(desk)]);
  desk.world.pass(10 * HOUR);
  await sweep(desk);
  expect(await desk.runs()).toHaveLength(1);

  await desk.customerWrites(ticketId, 'Here is what you asked for');
  desk.world.pass(2 * HOUR);
  await sweep(desk);
  expect(await desk.runs()).toHaveLength(1);

  await desk.reply(ticketId, 'pending');
  desk.world.pass(HOUR);
  await sweep(desk);
  expect(await desk.runs()).toHaveLength(2);
  const notes = (await desk.messages(ticketId)).filter(({ direction }) => direction === 'note');
  expect(notes).toHaveLength(2);
});

test('business time passes only while the calendar is open', async () => {
  // Friday, 2026-03-06, 16:00 in Budapest.
  const desk = await newRuleDesk('2026-03-06T15:00:00Z');
  const week = [[], ...Array.from({ length: 5 }, () => [{ from: 540, to: 1020 }]), []];
  const input = { name: 'Office', timeZone: 'Europe/Budapest', week, standard: true };
  await saveCalendar(desk.owner, calendarInput.parse(input));
  await desk.rule({
    kind: 'automation',
    events: [],
    conditions: waiting('open_elapsed_at_least', 120),
    actions: [{ kind: 'set_status', status: 'solved' }],
  } as never);
  const { ticketId } = await desk.world.ticket(desk.agent);
  await desk.reply(ticketId, 'pending');
  // Monday 09:59: one hour on Friday, 59 minutes on Monday.
  desk.world.pass((2 * 24 + 17) * HOUR + 59 * 60);
  await sweep(desk);
  expect((await desk.ticketNow(ticketId)).status).toBe('pending');
  desk.world.pass(60);
  await sweep(desk);
  expect(await desk.ticketNow(ticketId)).toMatchObject({ status: 'solved' });
});

test('what is due goes on after the hourly limit when the hour is over, and nothing is lost', async () => {
  const desk = await newRuleDesk();
  await desk.rule({
    kind: 'automation',
    events: [],
    hourlyLimit: 2,
    conditions: waiting('elapsed_at_least', 1),
    actions: [{ kind: 'set_priority', priority: 'high' }],
  } as never);
  for (let each = 0; each < 5; each++) {
    const { ticketId } = await desk.world.ticket(desk.agent);
    await desk.reply(ticketId, 'pending');
  }
  const counts: number[] = [];
  for (let hour = 0; hour < 4; hour++) {
    desk.world.pass(HOUR + 1);
    await sweep(desk);
    await sweep(desk);
    counts.push((await desk.runs()).length);
  }
  expect(counts).toEqual([2, 4, 5, 5]);
});

test('what a rule on time changes wakes the triggers, one step deeper', async () => {
  const desk = await newRuleDesk();
  await desk.rule({
    name: 'Close',
    kind: 'automation',
    events: [],
    conditions: waiting('elapsed_at_least', 1),
    actions: [{ kind: 'set_status', status: 'solved' }],
  } as never);
  await desk.rule({
    name: 'Thank',
    conditions: { field: 'status', operator: 'changed_to', values: ['solved'] },
    actions: [{ kind: 'add_tags', tags: ['closed-by-rule'] }],
  } as never);
  const { ticketId } = await desk.world.ticket(desk.agent);
  await desk.reply(ticketId, 'pending');
  await desk.settle();
  desk.world.pass(60);
  await sweep(desk);
  await desk.settle();
  expect((await desk.ticketNow(ticketId)).tags).toEqual(['closed-by-rule']);
  expect((await desk.runs()).map(({ depth }) => depth)).toEqual([0, 1]);
});

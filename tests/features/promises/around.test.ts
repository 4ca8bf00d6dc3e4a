import { describe, expect, test } from 'vitest';
import { makePromise } from '@/features/promises/commands/make-promise';
import { promiseSettingsInput } from '@/features/promises/commands/promise-fields';
import { savePromiseSettings } from '@/features/promises/commands/save-promise-settings';
import { sweepPromises } from '@/features/promises/commands/sweep-promises';
import { promiseInput } from '@/features/promises/inputs';
import { proposePromise } from '@/features/promises/proposals';
import { promisesForCustomer, promisesOnTicket } from '@/features/promises/queries';
import { promiseSettingsPage } from '@/features/promises/queries-settings';
import { mergeTickets } from '@/features/tickets/commands/merge-tickets';
import { undoMerge } from '@/features/tickets/commands/undo-merge';
import { publishTicket } from '@/features/webhooks/commands/publish-ticket';
import { countingDatabase } from '../../support/counting-database';
import { mailSource, takeInMail } from '../../support/mail';
import { apiWorld } from '../api/calls';
import { newRuleDesk, unwrap } from '../rules/support';
import { factsOf, newDesk } from '../sla/support';

const at = (time: string, day = 16) => new Date(`2020-11-${day}T${time}:00+01:00`);
const settings = {
  ...{ automatic: true, sla: true, statistical: true, channels: ['email' as const] },
  ...{ minimumSample: 20, riskPercent: 50, roundMinutes: 30 },
};

describe('the acknowledgement', () => {
  test('names the time, in the language of the customer, and that is a promise; nobody is told twice', async () => {
    const desk = await newDesk('2020-11-16T08:10:00Z');
    await desk.calendar({ standard: true });
    const text = 'Labdien! Mana tējkanna ir salauzta, ko man darīt?';
    const { ticketId } = await takeInMail(desk.world, mailSource(desk.world, { text }));
    const [promise, ...more] = await desk.world.db.ticketPromise.findMany({
      where: { ticketId: ticketId ?? '' },
    });
    expect(more).toEqual([]);
    // Eight working hours from 9:10, in a workspace that answers within eight, at the next quarter of an hour.
    expect(promise).toMatchObject({
      source: 'general',
      about: 'answer',
      promisedByName: '',
      dueAt: at('09:15', 17),
    });
    const mail = await desk.world.db.message.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId: desk.world.workspaceId, id: promise?.toldById ?? '' } },
    });
    expect(mail.text).toContain('17. novembris');
    expect(mail.text).toContain('09:15');
    expect(await desk.world.db.ticket.findFirst({ where: { id: ticketId ?? '' } })).toMatchObject({
      promiseState: 'open',
      promiseDueAt: at('09:15', 17),
    });
  });

  test('names the time in the zone that the customer chose', async () => {
    const desk = await newDesk('2020-11-16T08:10:00Z');
    await desk.calendar({ standard: true });
    await takeInMail(desk.world, mailSource(desk.world));
    const { db, workspaceId } = desk.world;
    await db.customer.updateMany({ where: { workspaceId }, data: { timeZone: 'America/New_York' } });
    const { ticketId } = await takeInMail(desk.world, mailSource(desk.world, { subject: 'Another matter' }));
    const mail = await db.message.findFirstOrThrow({
      where: { workspaceId, ticketId, authorKind: 'system' },
    });
    // A quarter past nine in Budapest is a quarter past three in New York.
    expect(mail.text).toContain('3:15');
    expect(mail.text).not.toContain('9:15');
  });

  test('comes from the policy where one promises, and promises nothing where that is switched off', async () => {
    const desk = await newDesk('2020-11-16T08:00:00Z');
    await desk.policy(await desk.calendar({ standard: true }), { normal: { first_reply: 100 } });
    const first = await takeInMail(desk.world, mailSource(desk.world));
    const [promise] = await desk.world.db.ticketPromise.findMany({
      where: { ticketId: first.ticketId ?? '' },
    });
    expect(promise).toMatchObject({ source: 'sla', dueAt: at('10:45') });
    unwrap(
      await savePromiseSettings(desk.owner, promiseSettingsInput.parse({ ...settings, channels: ['chat'] })),
    );
    const second = await takeInMail(desk.world, mailSource(desk.world, { subject: 'Another' }));
    expect(await desk.world.db.ticketPromise.count({ where: { ticketId: second.ticketId ?? '' } })).toBe(0);
  });
});

test('settings hold: share at risk, rounding and own words of a notice, which an empty text takes back', async () => {
  const desk = await newDesk('2020-11-16T08:00:00Z');
  await desk.calendar({ standard: true });
  const text = 'Kedves {{customer.name}}, {{promise.answer_by}} írunk.';
  const own = promiseSettingsInput.parse({ ...settings, texts: [{ locale: 'hu', about: 'answer', text }] });
  unwrap(await savePromiseSettings(desk.owner, own));
  const { ticketId } = await desk.world.ticket(desk.agent, { language: 'hu' });
  unwrap(await makePromise(desk.agent, promiseInput.parse({ ticketId, dueAt: at('13:00') })));
  const [promise] = await desk.world.db.ticketPromise.findMany({ where: { ticketId } });
  expect(promise?.riskAt).toEqual(at('11:00'));
  const asked = { ticketId, about: 'answer' as const, dueAt: at('15:00', 17) };
  const said = async () => unwrap(await proposePromise(desk.agent, asked)).text;
  expect(await said()).toBe('Kedves Anna Ozola, holnap 15:00-ig (november 17.) írunk.');
  const page = await promiseSettingsPage(desk.owner);
  expect(page.settings).toEqual({ ...settings });
  expect(page.texts.filter((each) => each.text)).toMatchObject([{ locale: 'hu', about: 'answer', text }]);
  const without = promiseSettingsInput.parse({
    ...settings,
    texts: [{ locale: 'hu', about: 'answer', text: '' }],
  });
  unwrap(await savePromiseSettings(desk.owner, without));
  expect(await said()).toContain('elnézését kérjük');
});

test('a rule promises and tells it by mail; another one answers a broken promise', async () => {
  const desk = await newRuleDesk('2020-11-16T08:00:00Z');
  const mail = {
    kind: 'mail',
    subjects: { en: 'Soon' },
    texts: { en: 'You hear from us {{promise.answer_by}}.' },
  };
  await desk.rule({
    events: ['ticket_created'],
    actions: [{ kind: 'make_promise', about: 'answer', within: '4' }, mail] as never,
  });
  const isBroken = { field: 'promiseState', operator: 'is_any_of', values: ['broken'] } as never;
  await desk.rule({
    events: ['promise_broken'],
    conditions: { all: [isBroken] },
    actions: [{ kind: 'set_priority', priority: 'urgent' }],
  });
  const { ticketId } = await desk.world.ticket(desk.agent, { language: 'en' });
  await desk.settle();
  const [promise] = await desk.world.db.ticketPromise.findMany({ where: { ticketId } });
  expect(promise).toMatchObject({ source: 'manual', promisedByName: 'A rule', dueAt: at('13:00') });
  const told = await desk.world.db.message.findFirstOrThrow({ where: { ticketId, direction: 'outbound' } });
  expect(told.text).toContain('You hear from us by 13:00 today (16 November).');
  const late = at('14:00');
  desk.world.pass((late.getTime() - desk.world.now().getTime()) / 1000);
  await sweepPromises({ db: desk.world.db, newId: () => crypto.randomUUID() }, late);
  await desk.settle();
  expect(await desk.world.db.ticket.findFirst({ where: { id: ticketId } })).toMatchObject({
    priority: 'urgent',
  });
});

test('merging takes the word along, and undoing the merge gives it back', async () => {
  const desk = await newDesk('2020-11-16T08:00:00Z');
  await desk.calendar({ standard: true });
  const one = await desk.world.ticket(desk.agent);
  const other = await desk.world.ticket(desk.agent);
  const promise = (ticketId: string, dueAt: Date) =>
    makePromise(desk.agent, promiseInput.parse({ ticketId, dueAt }));
  unwrap(await promise(one.ticketId, at('12:00')));
  desk.world.pass(60);
  unwrap(await promise(other.ticketId, at('15:00')));
  const open = async (ticketId: string) =>
    (await desk.world.db.ticketPromise.findMany({ where: { ticketId, openAs: { not: null } } })).map(
      ({ dueAt }) => dueAt,
    );
  desk.world.pass(60);
  const merge = { ticketId: one.ticketId, intoNumber: other.number, acrossCustomers: false };
  const { mergeId } = unwrap(await mergeTickets(desk.agent, merge));
  expect([await open(one.ticketId), await open(other.ticketId)]).toEqual([[], [at('12:00')]]);
  desk.world.pass(60);
  unwrap(await undoMerge(desk.agent, { mergeId }));
  expect([await open(one.ticketId), await open(other.ticketId)]).toEqual([[at('12:00')], [at('15:00')]]);
});

test('webhooks hear of promises with which one it is', async () => {
  const desk = await newDesk('2020-11-16T08:00:00Z');
  const { world, agent } = desk;
  const { workspaceId } = world;
  await desk.calendar({ standard: true });
  await world.db.webhookEndpoint.create({
    data: {
      ...{ workspaceId, id: crypto.randomUUID(), name: 'CRM', url: 'https://crm.example/', sealedSecret: '' },
      ...{ types: ['promise.made', 'promise.broken'], createdAt: at('08:00'), updatedAt: at('08:00') },
    },
  });
  const { ticketId } = await world.ticket(agent);
  desk.world.pass(60);
  const made = unwrap(await makePromise(agent, promiseInput.parse({ ticketId, dueAt: at('13:00') })));
  const [fact] = await factsOf(world, ticketId, 'promise.made');
  await publishTicket(world.system('delivery'), { ticketId, at: fact?.at ?? at('00:00') });
  const sent = await world.db.webhookDelivery.findMany({ where: { workspaceId } });
  expect(sent.map(({ type, body }) => [type, JSON.parse(body).data.promise])).toEqual([
    ['promise.made', { id: made.promiseId, about: 'answer', dueAt: at('13:00').toISOString() }],
  ]);
});

test('programs write down, read and take back promises', async () => {
  const { call, world, admin } = await apiWorld();
  const { number } = await world.ticket(admin);
  const path = `/tickets/${number}/promises`;
  const dueAt = new Date(Date.now() + 3_600_000).toISOString();
  const made = await call(path, { method: 'POST', body: { about: 'resolution', dueAt, text: 'By phone.' } });
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({
    about: 'resolution',
    source: 'manual',
    state: 'open',
    dueAt,
    text: 'By phone.',
  });
  expect((await call(path)).json.data).toEqual([made.json]);
  const past = { dueAt: new Date(world.now().getTime() - 1).toISOString() };
  expect((await call(path, { method: 'POST', body: past })).status).toBe(422);
  expect((await call(`/promises/${made.json.id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await call(`/promises/${made.json.id}`, { method: 'DELETE' })).status).toBe(409);
  expect((await call(path)).json.data).toMatchObject([{ state: 'withdrawn', reason: 'withdrawn' }]);
  expect((await call('/tickets/999999/promises')).status).toBe(404);
});

test('programs read what is owed on all tickets page by page, the next first, and only of tickets that they may see', async () => {
  const { call, world, admin } = await apiWorld();
  const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const numbers: number[] = [];
  for (const hours of [3, 1, 2]) {
    const { number } = await world.ticket(admin);
    const made = { method: 'POST', body: { dueAt: soon(hours) } } as const;
    expect((await call(`/tickets/${number}/promises`, made)).status).toBe(201);
    numbers.push(number);
  }
  const [last, first, second] = numbers;
  const page = await call('/promises?limit=2');
  expect(page.json.data).toMatchObject([
    { number: first, state: 'open', about: 'answer' },
    { number: second, state: 'open', about: 'answer' },
  ]);
  const rest = await call(`/promises?limit=2&cursor=${page.json.nextCursor}`);
  expect(rest.json).toMatchObject({ data: [{ number: last }], nextCursor: null });
  expect((await call('/promises?list=kept')).json.data).toEqual([]);
  expect((await call(`/promises?list=kept&cursor=${page.json.nextCursor}`)).status).toBe(422);
  const { call: stranger } = await apiWorld();
  expect((await stranger('/promises')).json.data).toEqual([]);
});

test('a customer sees what is due first, and neither who promised it nor why; in one query for all their tickets', async () => {
  const desk = await newDesk('2020-11-16T08:00:00Z');
  await desk.calendar({ standard: true });
  const [one, other, none] = [
    await desk.world.ticket(desk.agent),
    await desk.world.ticket(desk.agent),
    await desk.world.ticket(desk.agent),
  ];
  const promise = (ticketId: string, about: 'answer' | 'resolution', dueAt: Date) =>
    makePromise(desk.agent, promiseInput.parse({ ticketId, about, dueAt, text: 'Internal words.' }));
  unwrap(await promise(one.ticketId, 'resolution', at('15:00', 18)));
  unwrap(await promise(one.ticketId, 'answer', at('15:00', 17)));
  unwrap(await promise(other.ticketId, 'answer', at('10:00')));
  desk.until(at('12:00'));
  const asked = countingDatabase();
  const ids = [one.ticketId, other.ticketId, none.ticketId];
  const seen = await promisesForCustomer({ ...desk.agent, db: asked.db }, ids);
  expect(asked.statements()).toHaveLength(1);
  expect(await promisesOnTicket({ ...desk.agent, db: asked.db }, one.ticketId)).toMatchObject({
    mayPromise: true,
  });
  expect(asked.statements().length).toBeLessThanOrEqual(2);
  await asked.close();
  expect([...seen.values()].toSorted((a, b) => +b.dueAt - +a.dueAt)).toEqual([
    { ticketId: one.ticketId, about: 'answer', dueAt: at('15:00', 17), state: 'open' },
    { ticketId: other.ticketId, about: 'answer', dueAt: at('10:00'), state: 'late' },
  ]);
});

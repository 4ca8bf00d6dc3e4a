import { afterAll, expect, test } from 'vitest';
import { orderFields } from '@/features/orders/commands/order-fields';
import { saveOrder } from '@/features/orders/commands/save-order';
import { ordersOf } from '@/features/orders/queries';
import { makePromise } from '@/features/promises/commands/make-promise';
import { promiseInput } from '@/features/promises/inputs';
import { promisesElsewhere } from '@/features/promises/queries';
import { feedbackNotes } from '@/features/surveys/queries-opinions';
import type { StaffContext } from '@/server/context';
import { countingDatabase } from '../../support/counting-database';
import { newWorld } from '../../support/world';
import { survey } from '../surveys/support';
import { aCustomer } from './support';

const counting = countingDatabase();
afterAll(() => counting.close());

const HOUR = 3_600_000;

type Given = Awaited<ReturnType<typeof aCustomer>>;

const promise = ({ world }: Given, ctx: StaffContext, ...[ticketId, hours]: [string, number]) =>
  makePromise(ctx, promiseInput.parse({ ticketId, dueAt: new Date(world.now().getTime() + hours * HOUR) }));

test('promises on the other tickets of a customer: what is owed first, then what was kept or broken', async () => {
  const given = await aCustomer();
  const { world, ctx, ticketId, customerId } = given;
  const asked = { ticketId, customerId };
  const { db, workspaceId } = world;
  await promise(given, ctx, ticketId, 1);
  expect(await promisesElsewhere(ctx, asked)).toEqual({ promises: [], more: false });

  const teamId = await world.team();
  const cases: Readonly<{ subject: string; hours: number }>[] = [
    { subject: 'kept', hours: 2 },
    { subject: 'far', hours: 30 },
    { subject: 'soon', hours: 3 },
  ];
  for (const { subject, hours } of cases) {
    const other = await world.ticket(ctx, { subject, teamId });
    expect((await promise(given, ctx, other.ticketId, hours)).ok).toBe(true);
    if (subject === 'kept') {
      const keptAt = world.now();
      await db.ticketPromise.updateMany({
        where: { workspaceId, ticketId: other.ticketId },
        data: { keptAt, endedAt: keptAt, openAs: null, reason: 'answered' },
      });
    }
  }
  const found = await promisesElsewhere(ctx, asked);
  expect(found.promises.map(({ subject, look }) => [subject, look])).toEqual([
    ['soon', 'open'],
    ['far', 'open'],
    ['kept', 'kept'],
  ]);
  expect(found.more).toBe(false);

  // What is over its time is broken, and the next one stands first.
  world.pass(4 * 3600);
  const after = await promisesElsewhere(ctx, asked);
  expect(after.promises.map(({ subject, look }) => [subject, look])).toEqual([
    ['soon', 'broken'],
    ['far', 'open'],
    ['kept', 'kept'],
  ]);
  const last = await world.ticket(ctx, { subject: 'one more' });
  await promise(given, ctx, last.ticketId, 50);
  expect((await promisesElsewhere(ctx, asked)).more).toBe(true);

  const narrow = await world.member({ scope: 'team' });
  const seen = await promisesElsewhere(narrow, asked);
  expect(seen.promises.map(({ subject }) => subject)).toEqual(['one more']);
  const stranger = await (await newWorld()).member({ role: 'owner' });
  expect((await promisesElsewhere(stranger, asked)).promises).toEqual([]);
});

test('the last opinion is told apart from what was said of this ticket, and names its ticket', async () => {
  const { world, ticketId, number, customerId } = await aCustomer();
  const admin = await world.member({ role: 'admin' });
  const other = await world.ticket(admin, { subject: 'Grinder' });
  const surveyId = await survey(admin);
  const answered = async (about: string, comment: string) => {
    world.pass(60);
    const asked = { surveyId, customerId, ticketId: about, locale: 'en' };
    const row = { workspaceId: world.workspaceId, id: admin.newId(), at: world.now() };
    await world.db.surveyInvite.create({
      data: {
        ...{ workspaceId: row.workspaceId, id: row.id, ...asked, surveyVersion: 1, channel: 'email' },
        ...{ state: 'answered', tokenHash: row.id, dueAt: row.at, createdAt: row.at },
      },
    });
    await world.db.surveyAnswer.create({
      data: {
        ...{ workspaceId: row.workspaceId, inviteId: row.id, ...asked, score: 5, mood: 'good', answers: {} },
        ...{ comment, hasComment: true, at: row.at, changedAt: row.at },
      },
    });
  };
  await answered(other.ticketId, 'older');
  await answered(other.ticketId, 'newer');
  await answered(ticketId, 'of this one');
  const notes = await feedbackNotes(admin, { ticketId, customerId });
  expect(notes.map(({ comment, here, ticketNumber }) => [comment, here, ticketNumber])).toEqual([
    ['of this one', true, number],
    ['newer', false, other.number],
    ['older', false, other.number],
  ]);
});

test('what stands beside a ticket costs three statements, however much there is', async () => {
  const given = await aCustomer();
  const { world, ctx, ticketId, customerId } = given;
  const counted = { ...ctx, db: counting.db };
  const cost = async () => {
    const all = () =>
      Promise.all([
        ordersOf(counted, { customerId, limit: 3 }),
        promisesElsewhere(counted, { ticketId, customerId }),
        feedbackNotes(counted, { ticketId, customerId }),
      ]);
    await all();
    counting.statements();
    await all();
    return counting.statements().length;
  };
  expect(await cost()).toBe(3);
  for (let at = 1; at <= 6; at++) {
    const other = await world.ticket(ctx);
    await promise(given, ctx, other.ticketId, at);
    const order = { system: 'Shop', number: String(at), status: 'paid', total: '1', currency: 'EUR' };
    const placedAt = '2026-03-02T09:00:00Z';
    await saveOrder(ctx, orderFields.parse({ ...order, placedAt, customer: { id: customerId } }));
  }
  expect(await cost()).toBe(3);
  const { orders, count } = await ordersOf(ctx, { customerId, limit: 3 });
  expect([orders.length, count]).toEqual([3, 6]);
});

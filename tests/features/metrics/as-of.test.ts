import { expect, test } from 'vitest';
import { endChatAsAgent } from '@/features/chat/commands/end-as-agent';
import { takeChatSession } from '@/features/chat/commands/take-chat';
import { updateCustomer } from '@/features/customers/commands/update-customer';
import { updateCustomerInput } from '@/features/customers/inputs';
import { countWorkspace, noteEverything } from '@/features/metrics/commands/count-changes';
import { metricOverview, metricSplit } from '@/features/metrics/queries';
import { logCall } from '@/features/phone/commands/log-call';
import { logCallInput } from '@/features/phone/inputs';
import { setAvailability } from '@/features/routing/commands/set-availability';
import { saveTier } from '@/features/tiers/commands/save-tier';
import { tierInput } from '@/features/tiers/inputs';
import { newChatWorld } from '../chat/chat-world';
import { newNumbers } from './support';

const on = (month: number, day: number) => new Date(Date.UTC(2026, month - 1, day, 9));
const YEAR = { period: { from: '2026-01-01', to: '2026-12-31' } };
const EVER = { period: { from: '2000-01-01', to: '2999-12-31' } };

test('numbers count for the tier and the organization that the customer had then, also when counted from the beginning', async () => {
  const { desk, count, manager } = await newNumbers(on(1, 12).toISOString());
  const { world, agent, owner } = desk;
  const { db, workspaceId } = world;
  const tiers: string[] = [];
  for (const name of ['Gold', 'Silver']) {
    const saved = await saveTier(owner, tierInput.parse({ names: { en: name }, rank: tiers.length + 1 }));
    if (!saved.ok) throw new Error(saved.error.code);
    tiers.push(
      (await db.loyaltyTier.findFirstOrThrow({ where: { workspaceId, rank: tiers.length + 1 } })).id,
    );
  }
  const requester = { email: 'anna@customer.test', name: 'Anna' };
  const { ticketId } = await world.ticket(agent, { kind: 'inbound', requester });
  const { requesterId: customerId } = await db.ticket.findFirstOrThrow({ where: { id: ticketId } });
  const belongsTo = async (tier: string | undefined, organization: string) => {
    const about = { customerId, displayName: 'Anna', nameOrder: 'given_first', locale: null, timeZone: null };
    const input = updateCustomerInput.parse({ ...about, organization, tierId: tier });
    expect((await updateCustomer(owner, input)).ok).toBe(true);
  };
  desk.until(on(1, 13));
  await belongsTo(tiers[0], 'Kettle Ltd');
  await desk.reply(ticketId);
  desk.until(on(1, 14));
  await desk.customerWrites(ticketId);
  await belongsTo(tiers[1], 'Teapot Ltd');
  desk.until(on(1, 15));
  await desk.reply(ticketId);

  const split = async (metric: 'created' | 'messages_out', by: 'tier' | 'organization') =>
    (await metricSplit(manager, metric, { ...YEAR, by })).map(({ label, value }) => [label, value]).sort();
  const asItWas = async () => {
    await count();
    expect(await split('created', 'tier')).toEqual([[null, 1]]);
    expect(await split('messages_out', 'tier')).toEqual([
      ['Gold', 1],
      ['Silver', 1],
    ]);
    expect(await split('messages_out', 'organization')).toEqual([
      ['Kettle Ltd', 1],
      ['Teapot Ltd', 1],
    ]);
  };
  await asItWas();
  await db.metricFact.deleteMany({ where: { workspaceId } });
  await db.metricDay.deleteMany({ where: { workspaceId } });
  await db.metricSketch.deleteMany({ where: { workspaceId } });
  await db.$transaction((tx) => noteEverything(tx, workspaceId));
  await asItWas();
});

test('a call counts for the language and the priority that its ticket had then', async () => {
  const { desk, count, manager } = await newNumbers(on(2, 2).toISOString());
  const { world, agent } = desk;
  const { ticketId } = await world.ticket(agent, { kind: 'inbound' });
  await desk.change(ticketId, { priority: 'low', language: 'lv' });
  world.pass(60);
  const call = { direction: 'inbound', outcome: 'completed', number: '06 30 123 4567', talkSeconds: 60 };
  expect((await logCall(agent, logCallInput.parse({ ...call, ticketId }))).ok).toBe(true);
  world.pass(60);
  await desk.change(ticketId, { priority: 'urgent', language: 'hu' });
  await count();
  const groups = async (by: 'language' | 'priority') =>
    (await metricSplit(manager, 'call_handle', { ...YEAR, by })).map(({ group }) => group);
  expect([await groups('language'), await groups('priority')]).toEqual([['lv'], ['low']]);
});

test('three chats and a call at once fill the time of a person once', async () => {
  const world = await newChatWorld();
  const { db, workspaceId } = world;
  const [agent, other] = [await world.member({ name: 'Emma' }), await world.member({ name: 'Otto' })];
  const manager = await world.member({ role: 'manager' });
  await setAvailability(agent, { state: 'online' });
  const chats: string[] = [];
  for (let index = 0; index < 3; index++) {
    const { sessionId } = await world.chatting();
    expect((await takeChatSession(agent, { sessionId })).ok).toBe(true);
    chats.push(sessionId);
  }
  world.pass(40 * 60);
  for (const sessionId of chats) expect((await endChatAsAgent(agent, { sessionId })).ok).toBe(true);
  const call = { direction: 'inbound', outcome: 'completed', number: '06 30 123 4567', talkSeconds: 1800 };
  await logCall(agent, logCallInput.parse(call));
  world.pass(10 * 60);
  await setAvailability(agent, { state: 'break' });
  world.pass(30 * 60);
  await setAvailability(agent, { state: 'offline' });
  const numbers = async () => {
    await countWorkspace(world, workspaceId);
    const values = await metricOverview(manager, ['occupancy', 'time_with_customers', 'chat_handle'], EVER);
    return values.map(({ value }) => (value === null ? null : Math.round(value * 1000) / 1000));
  };
  expect(await numbers()).toEqual([0.8, 0.5, 40]);

  // Told late: one of the chats went on for five minutes more, and another one was somebody else's.
  const later = new Date(world.now().getTime() - 35 * 60_000);
  await db.chatSession.updateMany({ where: { workspaceId, id: chats[0] ?? '' }, data: { endedAt: later } });
  expect((await numbers()).slice(0, 2)).toEqual([0.9, expect.closeTo(0.563, 3)]);
  for (const id of chats) {
    await db.chatSession.updateMany({
      where: { workspaceId, id },
      data: { acceptedById: other.actor.id, acceptedAt: new Date(later.getTime() - 1000) },
    });
  }
  // The call alone is left, of half an hour.
  expect((await numbers()).slice(0, 2)).toEqual([0.6, 0.375]);
});

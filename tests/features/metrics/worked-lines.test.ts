import { expect, test, vi } from 'vitest';
import { phoneConfig } from '@/channels/phone/config';
import { endChatAsAgent } from '@/features/chat/commands/end-as-agent';
import { endChatSession } from '@/features/chat/commands/end-chat';
import { takeChatSession } from '@/features/chat/commands/take-chat';
import { logCall } from '@/features/phone/commands/log-call';
import { receivePhoneCall } from '@/features/phone/commands/receive-phone-call';
import { logCallInput } from '@/features/phone/inputs';
import { setAvailability } from '@/features/routing/commands/set-availability';
import { signedByApp } from '../../doubles/own-app';
import { telegramUpdate } from '../../doubles/telegram';
import { mailSource, takeInMail } from '../../support/mail';
import { newWorld } from '../../support/world';
import { newChatWorld } from '../chat/chat-world';
import { phoneAccount } from '../phone/phone-rows';
import { call as callWebhook, connected, takeIn } from '../social/support';
import { bothWays } from './both-ways';

// Hundreds of calls, chats and mails come in, one after the other.
vi.setConfig({ testTimeout: 120_000 });

const EVER = { from: '2026-01-01', to: '2027-12-31' };

async function office() {
  const world = await newWorld({ at: '2026-12-29T08:00:00Z' });
  const [owner, agent] = [await world.member({ role: 'owner' }), await world.member({ name: 'Emma' })];
  return { world, agent, ...(await bothWays(world, owner)) };
}

test('three calls take 330 seconds on average: talk, hold and what follows (contracts G.7)', async () => {
  const { read, agent } = await office();
  for (const [talkSeconds, holdSeconds, wrapUpSeconds] of [
    [240, 30, 60],
    [300, 0, 90],
    [180, 60, 30],
  ]) {
    const call = { direction: 'inbound', outcome: 'completed', number: '06 30 123 4567', name: 'Anna' };
    await logCall(agent, logCallInput.parse({ ...call, talkSeconds, holdSeconds, wrapUpSeconds }));
  }
  const values = await read('call_handle,call_talk,call_hold,call_wrap_up', 12);
  expect(values.map(({ value }) => value * 60)).toEqual([330, 240, 30, 60]);
});

test('156 of 195 calls within 20 seconds; who hangs up at once was never offered (contracts G.13, G.20)', async () => {
  const { read, world } = await office();
  const secret = `whsec_${Buffer.from('a secret of twenty-four!').toString('base64')}`;
  const { key, address: url } = await phoneAccount(
    world.system(),
    phoneConfig.parse({ provider: 'cti', secret }),
  );
  const tell = async (id: number, ...[type, data]: [string, object?]) => {
    const call = {
      call_id: `pbx-${id}`,
      direction: 'inbound',
      from: '06301234567',
      to: '+3612345678',
      ...data,
    };
    const bytes = Buffer.from(JSON.stringify({ type, timestamp: world.now().toISOString(), data: call }));
    const headers = signedByApp(secret, `${id}-${type}`, world.now(), bytes.toString());
    const told = await receivePhoneCall(world.system(), { key, url, headers, bytes, remoteAddress: '' });
    expect(told.status).toBe(200);
  };
  const waits = (count: number, ...[seconds, left = false]: [number, boolean?]) =>
    Array.from({ length: count }, () => ({ seconds, left }));
  const calls = [...waits(156, 20), ...waits(24, 21), ...waits(15, 40, true), ...waits(5, 9, true)];
  for (const [id, { seconds, left }] of calls.entries()) {
    await tell(id, 'call.queued');
    world.pass(seconds);
    if (left) await tell(id, 'call.ended', { completion: 'abandoned_in_queue' });
    else {
      await tell(id, 'call.answered');
      world.pass(60);
      await tell(id, 'call.ended', { completion: 'completed' });
    }
  }
  world.pass(3600);
  const [level, left, wait] = await read('call_service_level,call_abandonment,call_wait', 12);
  expect([level?.value, level?.count, left?.count, wait?.count]).toEqual([0.8, 195, 195, 180]);
  expect(left?.value).toBeCloseTo(0.0769, 4);
});

test('300 minutes of calls in 390 of taking work and 480 paid ones: 76.9 % and 62.5 % (contracts G.12)', async () => {
  const { read, agent, world } = await office();
  await setAvailability(agent, { state: 'online' });
  world.pass(300 * 60);
  const call = { direction: 'inbound', outcome: 'completed', number: '06 30 123 4567' };
  await logCall(agent, logCallInput.parse({ ...call, talkSeconds: 300 * 60 }));
  world.pass(90 * 60);
  await setAvailability(agent, { state: 'break' });
  world.pass(90 * 60);
  await setAvailability(agent, { state: 'offline' });
  const [busy, paid] = await read('occupancy,time_with_customers', 12);
  expect(busy?.value).toBeCloseTo(0.769, 3);
  expect(paid?.value).toBe(0.625);
});

test('of 200 chats 20 were left, 5 of them at once: 15 of 195 (contracts G.13)', async () => {
  const world = await newChatWorld();
  const [owner, agent] = [await world.member({ role: 'owner' }), await world.member()];
  const { read } = await bothWays(world, owner);
  for (let index = 0; index < 200; index++) {
    const { sessionId } = await world.chatting();
    if (index < 20) {
      world.pass(index < 5 ? 9 : 40);
      await endChatSession(world.system(), { sessionId, by: 'visitor' });
      continue;
    }
    world.pass(12);
    await takeChatSession(agent, { sessionId });
    world.pass(60);
    await endChatAsAgent(agent, { sessionId });
  }
  const [left, level, handled] = await read('chat_abandonment,chat_service_level,chat_handle', EVER);
  expect([left?.count, level?.value, handled?.value]).toEqual([195, 180 / 195, 1]);
  expect(left?.value).toBeCloseTo(0.0769, 4);
});

test('350 tickets by the channel on which they began: 51.4, 25.7, 17.1 and 5.7 % (contracts G.11)', async () => {
  const world = await newChatWorld();
  const [owner, agent] = [await world.member({ role: 'owner' }), await world.member()];
  const { split, read } = await bothWays(world, owner);
  for (let index = 0; index < 180; index++) {
    await takeInMail(
      world,
      mailSource(world, { from: `m${index}@customer.test`, subject: `Question ${index}` }),
    );
    world.pass(30);
  }
  for (let index = 0; index < 90; index++) await world.chatting();
  for (let index = 0; index < 60; index++) {
    const number = `06 30 123 4${100 + index}`;
    await logCall(
      agent,
      logCallInput.parse({ direction: 'inbound', outcome: 'completed', number, talkSeconds: 60 }),
    );
  }
  const config = {
    token: '700001:double-token-of-the-tests',
    secretToken: 'the-secret-of-our-webhook',
    username: 'kanna_bot',
  };
  const { account } = await connected('telegram', config, world);
  const headers = { 'x-telegram-bot-api-secret-token': 'the-secret-of-our-webhook' };
  for (let index = 1; index <= 20; index++) {
    const chat = { id: 1000 + index, type: 'private' };
    const update = telegramUpdate(index, { chat, message_id: index }, { id: 1000 + index });
    await callWebhook(world, account, { bytes: JSON.stringify(update), headers });
  }
  await takeIn(world);
  const parts = await split('created', EVER, 'channel');
  expect(parts.map(({ group, value }) => [group, value])).toEqual([
    ['email', 180],
    ['chat', 90],
    ['phone', 60],
    ['telegram', 20],
  ]);
  const shares = parts.map(({ share }) => Math.round((share ?? 0) * 1000) / 10);
  expect(shares).toEqual([51.4, 25.7, 17.1, 5.7]);
  const [created] = await read('created', EVER);
  expect(created?.value).toBe(350);
});

import { beforeEach, expect, test } from 'vitest';
import { dialWith } from '@/features/phone/commands/dial';
import { requestCallback } from '@/features/phone/commands/request-callback';
import { listAgenda } from '@/features/phone/queries';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';
import { ANNA, withTwilio } from './telephone';

let world: Awaited<ReturnType<typeof newWorld>>;
let agent: StaffContext;
beforeEach(async () => {
  world = await newWorld();
  agent = await world.member();
});

/** A callback that is dialled through the provider, and what the provider then tells. */
async function dialledCallback() {
  const twilio = await withTwilio(world);
  const { workspaceId } = world;
  await world.db.phoneSettings.create({ data: { workspaceId, dialWith: 'provider' } });
  await world.db.phoneExtension.create({
    data: { workspaceId, userId: agent.actor.id ?? '', device: '+36201112222' },
  });
  const { ticketId } = await world.ticket(agent);
  const asked = await requestCallback(agent, { ticketId, number: ANNA });
  if (!asked.ok) throw new Error(asked.error.code);
  const { callbackId } = asked.value;
  const input = { number: ANNA, ticketId, customerId: null, callbackId };
  expect((await dialWith(agent, { input, call: twilio.double.call })).ok).toBe(true);
  const sid = `CA${'1'.padStart(32, '0')}`;
  const tell = (step: string, fields: Record<string, string>) =>
    twilio.send(step, { CallSid: sid, Direction: 'outbound-api', ...fields });
  const leg = { CallSid: `CA${'9'.repeat(32)}`, ParentCallSid: sid, To: ANNA, CallStatus: 'in-progress' };
  const callback = () => world.db.callback.findFirstOrThrow({ where: { id: callbackId } });
  return { tell, leg, callback, callbackId };
}

test('a call through the provider settles the callback that it was made for, by itself and once', async () => {
  const { tell, leg, callback, callbackId } = await dialledCallback();
  expect(await callback()).toMatchObject({ status: 'dialing', assigneeId: agent.actor.id });
  await tell('status', { CallStatus: 'in-progress' });
  await tell('leg', leg);
  world.pass(60);
  for (let i = 0; i < 2; i++) await tell('status', { CallStatus: 'completed' });
  expect(await callback()).toMatchObject({ status: 'done', open: false, attempts: 1 });
  expect(await listAgenda(agent, 'open')).toEqual([]);
  const tries = await world.db.callbackAttempt.findMany({ where: { callbackId } });
  expect(tries).toMatchObject([{ outcome: 'reached', agentId: agent.actor.id }]);
});

test.each([
  ['who does not answer is tried again', true, { status: 'scheduled', open: true, attempts: 1 }],
  ['who was never rung has not been tried', false, { status: 'scheduled', open: true, attempts: 0 }],
])('%s', async (_, isPickedUp, expected) => {
  const { tell, callback } = await dialledCallback();
  if (isPickedUp) await tell('status', { CallStatus: 'in-progress' });
  await tell('status', { CallStatus: isPickedUp ? 'completed' : 'no-answer' });
  expect(await callback()).toMatchObject(expected);
});

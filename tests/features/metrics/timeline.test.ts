import { expect, test } from 'vitest';
import { mailSource, takeInMail } from '../../support/mail';
import { T1 } from '../sla/support';
import { newNumbers, rounded } from './support';

const local = (day: number, time: string) => new Date(`2026-11-${day}T${time}:00+01:00`);

test('the week of contracts H.5 gives its numbers in open hours and by the wall clock', async () => {
  const { desk, numbers } = await newNumbers('2026-11-16T08:00:00Z');
  const { world } = desk;
  await desk.policy(await desk.calendar({ standard: true }), T1);
  desk.until(local(16, '16:30'));
  const { ticketId } = await takeInMail(world, mailSource(world));
  const id = ticketId ?? '';
  const story: [Date, () => Promise<unknown>][] = [
    [local(17, '10:00'), () => desk.reply(id, 'pending')],
    [local(17, '11:00'), () => desk.customerWrites(id)],
    [local(17, '12:00'), () => desk.change(id, { priority: 'high' })],
    [local(17, '12:30'), () => desk.change(id, { status: 'on_hold' })],
    [local(17, '13:20'), () => desk.reply(id, 'on_hold')],
    [local(17, '16:00'), () => desk.change(id, { status: 'open' })],
    [local(18, '09:45'), () => desk.reply(id, 'solved')],
  ];
  for (const [at, happens] of story) {
    desk.until(at);
    await happens();
  }
  expect(rounded(await numbers(['first_resolution', 'full_resolution'], { hours: 'calendar' }))).toEqual({
    first_resolution: 2475,
    full_resolution: 2475,
  });
  desk.until(local(19, '10:00'));
  await desk.customerWrites(id);
  desk.until(local(19, '11:00'));
  await desk.reply(id, 'solved');

  const metrics = ['first_response', 'requester_wait', 'agent_wait', 'pending_time', 'on_hold_time'] as const;
  expect(rounded(await numbers([...metrics]))).toEqual({
    first_response: 90,
    requester_wait: 555,
    agent_wait: 345,
    pending_time: 60,
    on_hold_time: 210,
  });
  const wall = await numbers(['first_response', 'first_resolution', 'full_resolution'], {
    hours: 'calendar',
  });
  expect(rounded(wall)).toEqual({ first_response: 1050, first_resolution: 2475, full_resolution: 3990 });
  expect(rounded(await numbers(['average_response', 'sla', 'replies_per_resolution']))).toEqual({
    average_response: 96.67,
    sla: 50,
    replies_per_resolution: 4,
  });
});

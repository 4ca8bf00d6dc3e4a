import { expect, test } from 'vitest';
import { mailSource, takeInMail } from '../../support/mail';
import { T1 } from '../sla/support';
import { bothWays } from './both-ways';
import { newNumbers } from './support';

const local = (day: number, time: string) => new Date(`2026-11-${day}T${time}:00+01:00`);

const IN_NOVEMBER = 11;

test('the week of contracts H.5 gives its numbers in open hours and by the wall clock, by API and on the screen', async () => {
  const { desk } = await newNumbers('2026-11-16T08:00:00Z');
  const { world } = desk;
  const { read } = await bothWays(world, desk.owner);
  const values = async (metrics: string, hours: 'business' | 'calendar') =>
    Object.fromEntries(
      (await read(metrics, IN_NOVEMBER, hours)).map(({ metric, value }) => [
        metric,
        Math.round(value * 100) / 100,
      ]),
    );
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
  expect(await values('first_resolution,full_resolution', 'calendar')).toEqual({
    first_resolution: 2475,
    full_resolution: 2475,
  });
  desk.until(local(19, '10:00'));
  await desk.customerWrites(id);
  desk.until(local(19, '11:00'));
  await desk.reply(id, 'solved');

  const waits = 'first_response,requester_wait,agent_wait,pending_time,on_hold_time';
  expect(await values(waits, 'business')).toEqual({
    first_response: 90,
    requester_wait: 555,
    agent_wait: 345,
    pending_time: 60,
    on_hold_time: 210,
  });
  expect(await values('first_response,first_resolution,full_resolution', 'calendar')).toEqual({
    first_response: 1050,
    first_resolution: 2475,
    full_resolution: 3990,
  });
  expect(await values('average_response,sla,replies_per_resolution', 'business')).toEqual({
    average_response: 96.67,
    sla: 0.5,
    replies_per_resolution: 4,
  });
});

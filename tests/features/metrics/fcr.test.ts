import { expect, test } from 'vitest';
import { saveMetricSettings } from '@/features/metrics/commands/save-metric-settings';
import { receiveOnTicket } from '@/features/tickets/commands/receive-on-ticket';
import { staffMessage } from '@/features/tickets/staff-message';
import { findTicket } from '@/features/tickets/store';
import type { Desk } from '../sla/support';
import { newNumbers, rounded } from './support';

const day = (count: number, hour = 9) => new Date(Date.UTC(2026, 2, 2 + count, hour));
const opens = async ({ world, agent }: Desk, name: string, over: object = {}) =>
  (
    await world.ticket(agent, {
      ...{ kind: 'inbound', requester: { email: `${name}@customer.test`, name }, tags: [name] },
      ...over,
    })
  ).ticketId;

/** A bare thank-you as the intake recognises it. */
async function thanks({ world }: Desk, ticketId: string): Promise<void> {
  const ctx = world.system();
  await world.db.$transaction(async (tx) => {
    const ticket = await findTicket(tx, ctx, ticketId);
    if (!ticket) throw new Error('no ticket');
    const actor = { kind: 'user', id: null, name: '', role: 'agent', scope: 'all', teamIds: [] } as const;
    const asked = {
      html: '<p>Thanks!</p>',
      direction: 'inbound',
      channel: 'email',
      attachmentIds: [],
    } as const;
    const author = { kind: 'customer', id: ticket.requesterId, name: 'Anna', address: '' } as const;
    const message = { ...staffMessage({ ...ctx, actor }, asked), author, thanks: true };
    await receiveOnTicket(tx, ctx, { ticket, message, by: ctx.actor });
  });
}

/** The ten tickets of contracts G.4, told day by day through the commands. */
async function dataset(desk: Desk): Promise<void> {
  const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'ten'];
  const ids = new Map<string, string>();
  for (const name of names) ids.set(name, await opens(desk, name));
  const of = (name: string) => ids.get(name) ?? '';
  await desk.reply(of('three'), 'pending');
  await desk.customerWrites(of('three'));
  const eight = await opens(desk, 'eight', { kind: 'public' });
  await desk.change(eight, { status: 'solved' });
  for (const name of names) await desk.reply(of(name), 'solved');
  await desk.change(of('ten'), { spam: true });
  desk.until(day(0, 12));
  await thanks(desk, of('two'));
  desk.until(day(2));
  await opens(desk, 'six', { tags: ['another matter'] });
  desk.until(day(3));
  await desk.customerWrites(of('four'));
  await desk.reply(of('four'), 'solved');
  desk.until(day(5));
  await opens(desk, 'five');
  desk.until(day(10));
  await desk.customerWrites(of('seven'));
  desk.until(day(30));
}

test('first contact resolution of contracts G.4, through the commands, within 7 and within 14 days', async () => {
  const { desk, numbers } = await newNumbers(day(0).toISOString());
  await dataset(desk);
  const variants = ['fcr', 'fcr_a', 'fcr_b', 'fcr_b_genuine', 'fcr_c', 'fcr_d'] as const;
  const within7 = await numbers([...variants]);
  expect(within7['fcr_a']?.count).toBe(7);
  expect(rounded(within7)).toEqual({
    ...{ fcr: 57.1, fcr_a: 71.4, fcr_b: 71.4, fcr_b_genuine: 85.7, fcr_c: 71.4, fcr_d: 57.1 },
  });
  await saveMetricSettings(desk.owner, { fcrDays: 14, fcrVariant: 'b' });
  expect(rounded(await numbers([...variants]))).toEqual({
    ...{ fcr: 57.1, fcr_a: 71.4, fcr_b: 57.1, fcr_b_genuine: 71.4, fcr_c: 57.1, fcr_d: 42.9 },
  });
});

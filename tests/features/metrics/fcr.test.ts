import { expect, test } from 'vitest';
import { saveMetricSettings } from '@/features/metrics/commands/save-metric-settings';
import { receiveOnTicket } from '@/features/tickets/commands/receive-on-ticket';
import { staffMessage } from '@/features/tickets/staff-message';
import { findTicket } from '@/features/tickets/store';
import type { Desk } from '../sla/support';
import { bothWays } from './both-ways';
import { newNumbers } from './support';

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

const VARIANTS = ['fcr', 'fcr_a', 'fcr_b', 'fcr_b_genuine', 'fcr_c', 'fcr_d'] as const;
const IN_MARCH = 3;

test('first contact resolution of contracts G.4, from the commands to the API and the screen, within 7 and within 14 days', async () => {
  const { desk } = await newNumbers(day(0).toISOString());
  const { read, screen } = await bothWays(desk.world, desk.owner);
  const shares = async () => {
    const told = await read(VARIANTS.join(','), IN_MARCH);
    expect(told.map(({ count }) => count)).toEqual([7, 7, 7, 7, 7, 7]);
    return told.map(({ value }) => Math.round(value * 1000) / 10);
  };
  await dataset(desk);
  expect(await shares()).toEqual([57.1, 71.4, 71.4, 85.7, 71.4, 57.1]);
  // Each way stands beside the one that the workspace has chosen, which is marked.
  const { text, variants } = await screen('fcr', IN_MARCH);
  expect(variants.map(({ metric, count }) => [metric, count])).toEqual([
    ...VARIANTS.slice(1).map((name) => [name, 7]),
    ['fcr_e', 0],
  ]);
  for (const share of ['71.4%', '85.7%', '57.1%']) expect(text).toContain(share);
  expect(text).toContain('First contact resolution: strict Chosen for this workspace');
  await saveMetricSettings(desk.owner, { fcrDays: 14, fcrVariant: 'b' });
  expect(await shares()).toEqual([57.1, 71.4, 57.1, 71.4, 57.1, 42.9]);
  expect((await screen('fcr', IN_MARCH)).text).toContain('not reopened Chosen for this workspace');
  expect((await screen('fcr_a', IN_MARCH)).text).not.toContain('Chosen for this workspace');
  expect((await screen('reopen_rate', IN_MARCH)).variants).toEqual([]);
});

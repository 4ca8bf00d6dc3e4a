import { beforeEach, expect, test } from 'vitest';
import { findCaller } from '@/features/phone/commands/find-caller';
import { requestCallback } from '@/features/phone/commands/request-callback';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';
import { apiWorld } from '../api/calls';
import { ANNA } from './telephone';

let world: Awaited<ReturnType<typeof newWorld>>;
let agent: StaffContext;
beforeEach(async () => {
  world = await newWorld();
  agent = await world.member();
});

/** A ticket whose customer was given this code. */
async function coded(code: string, over: Record<string, unknown> = {}, ctx = agent) {
  const ticket = await world.ticket(ctx, over);
  const asked = await requestCallback(ctx, {
    ticketId: ticket.ticketId,
    number: ANNA,
    note: '',
    window: null,
  });
  if (!asked.ok) throw new Error(asked.error.code);
  await world.db.callback.updateMany({
    where: { workspaceId: ctx.workspaceId, ticketId: ticket.ticketId },
    data: { codeWord: code },
  });
  world.pass(60);
  return ticket;
}

const subjects = async (typed: string, ctx = agent) =>
  (await findCaller(ctx, typed)).matches.map(({ ticket }) => ticket?.subject ?? null);

test('a caller who says their code is found, however it is written; several who have it are all shown', async () => {
  await coded('panda 47', { subject: 'Kettle' });
  await coded('panda 47', { subject: 'Lamp' });
  await coded('panda 48', { subject: 'Other' });
  expect(await subjects('Panda-47')).toEqual(['Lamp', 'Kettle']);
  expect(await findCaller(agent, '47 PANDA')).toMatchObject({
    code: 'panda 47',
    number: null,
    customer: null,
  });
  expect(await subjects('panda 49')).toEqual([]);
});

test('only open tickets that one may see, of one’s own workspace', async () => {
  const manager = await world.member({ role: 'manager' });
  const solved = await coded('kaktus 12', { subject: 'Solved' });
  await changeTicket(manager, { ticketId: solved.ticketId, status: 'solved' });
  await world.db.ticket.updateMany({ where: { id: solved.ticketId }, data: { active: false } });
  const own = await world.member({ scope: 'own' });
  const theirs = await coded('kaktus 12', { subject: 'Theirs', assigneeId: own.actor.id });
  await coded('kaktus 12', { subject: 'Of others' });
  expect(await subjects('cactus 12')).toEqual(['Of others', 'Theirs']);
  expect(await subjects('kaktusz 12', own)).toEqual(['Theirs']);
  const stranger = await (await newWorld()).member({ role: 'owner' });
  expect(await subjects('kaktus 12', stranger)).toEqual([]);
  expect(theirs.ticketId).not.toBe('');
});

test('by name, with the newest open ticket of each', async () => {
  const { requesterId } = await world.db.ticket.findFirstOrThrow({
    where: { id: (await world.ticket(agent, { subject: 'Kettle' })).ticketId },
    select: { requesterId: true },
  });
  const { displayName } = await world.db.customer.findFirstOrThrow({ where: { id: requesterId } });
  const found = await findCaller(agent, displayName.toUpperCase());
  expect(found.matches).toEqual([
    {
      customer: { id: requesterId, name: displayName },
      ticket: expect.objectContaining({ subject: 'Kettle' }),
    },
  ]);
  expect(await subjects('%%%')).toEqual([]);
});

test('programs ask the same', async () => {
  const api = await apiWorld();
  const made = await api.world.ticket(api.admin, { subject: 'Kettle' });
  await requestCallback(api.admin, { ticketId: made.ticketId, number: ANNA, note: '', window: null });
  const { codeWord } = await api.world.db.callback.findFirstOrThrow({
    where: { workspaceId: api.world.workspaceId },
  });
  const { status, json } = await api.call(`/caller-search?q=${encodeURIComponent(codeWord.toUpperCase())}`);
  expect(status).toBe(200);
  expect(json).toMatchObject({ code: codeWord, number: null, data: [{ ticket: { subject: 'Kettle' } }] });
});

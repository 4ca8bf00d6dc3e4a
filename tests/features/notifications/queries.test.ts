import { afterAll, describe, expect, it } from 'vitest';
import { USUAL } from '@/domain/notification/preferences';
import { forgetNotices, KEPT_DAYS } from '@/features/notifications/commands/forget-notices';
import { markRead, markUnread } from '@/features/notifications/commands/mark-read';
import { savePreferences } from '@/features/notifications/commands/save-preferences';
import { seeTicket } from '@/features/notifications/commands/see-ticket';
import { sendDigests } from '@/features/notifications/commands/send-digests';
import { type News, tellPeople } from '@/features/notifications/commands/tell-people';
import { bellOf, listNotices } from '@/features/notifications/queries';
import { addNoteToTicket } from '@/features/tickets/commands/add-note';
import { listView } from '@/features/views/queries';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { countingDatabase } from '../../support/counting-database';
import { newWorld } from '../../support/world';

type World = Awaited<ReturnType<typeof newWorld>>;
const reader = { locale: 'en', timeZone: 'Europe/Budapest' };
const counting = countingDatabase();
afterAll(() => counting.close());

const idOf = (ctx: StaffContext) => ctx.actor.id ?? '';
const tell = (world: World, news: readonly News[]) =>
  transaction(world.system(), (tx) => tellPeople(tx, world.system(), news));
const listed = (ctx: StaffContext, unreadOnly = false) =>
  listNotices(ctx, reader, { userId: idOf(ctx), unreadOnly });

/** An agent whom a number of tickets concerns, told of each `times` times, a minute apart. */
async function told({ tickets = 1, times = 1, at = '2026-03-02T09:00:00Z' } = {}) {
  const world = await newWorld({ at });
  const [lead, agent] = [await world.member({ role: 'manager', name: 'Liene' }), await world.member()];
  const made = [];
  for (let index = 0; index < tickets; index += 1) {
    made.push(await world.ticket(lead, { subject: `Ticket ${index}` }));
  }
  for (let time = 0; time < times; time += 1) {
    for (const { ticketId } of made) {
      world.pass(60);
      await tell(world, [
        {
          ...{ userId: idOf(agent), kind: 'assigned', ticketId, actorName: 'Liene' },
          key: `test/${ticketId}/${time}`,
        },
      ]);
    }
  }
  return { world, lead, agent, tickets: made };
}

describe('the list', () => {
  it('holds each ticket once, the one with the newest notice first, with the last that happened', async () => {
    const { agent } = await told({ tickets: 2, times: 4 });
    const { groups, next } = await listed(agent);
    expect(groups.map(({ subject }) => subject)).toEqual(['Ticket 1', 'Ticket 0']);
    expect(groups[0]).toMatchObject({ unread: true, more: 1 });
    expect(groups[0]?.notices.map(({ sentence }) => sentence)).toEqual([
      'Liene assigned it to you.',
      'Liene assigned it to you.',
      'Liene assigned it to you.',
    ]);
    expect(next).toBeNull();
  });

  it('goes on from a place without losing or repeating a ticket', async () => {
    const { agent } = await told({ tickets: 5, times: 2 });
    const page = (after?: string) =>
      listNotices(agent, reader, { userId: idOf(agent), unreadOnly: false, limit: 2, after });
    const first = await page();
    const second = await page(first.next ?? '');
    const third = await page(second.next ?? '');
    const all = [first, second, third].flatMap(({ groups }) => groups.map(({ subject }) => subject));
    expect(all).toEqual(['Ticket 4', 'Ticket 3', 'Ticket 2', 'Ticket 1', 'Ticket 0']);
    expect(third.next).toBeNull();
  });

  it('and the bell are one statement each, however much there is', async () => {
    const { agent } = await told({ tickets: 6, times: 3 });
    const ctx = { ...agent, db: counting.db };
    const load = async () => {
      await bellOf(ctx, reader);
      await listed(ctx);
    };
    await load();
    counting.statements();
    await load();
    expect(counting.statements()).toHaveLength(2);
  });

  it('leaves out tickets that its reader may not see any more', async () => {
    const { world, agent, tickets } = await told({ tickets: 1 });
    const narrow: StaffContext = { ...agent, actor: { ...agent.actor, scope: 'own' } };
    expect((await listed(narrow)).groups).toEqual([]);
    expect(await bellOf(narrow, reader)).toEqual({ unread: 0, fresh: [] });
    await world.db.ticket.updateMany({
      where: { id: tickets[0]?.ticketId ?? '' },
      data: { assigneeId: idOf(agent) },
    });
    expect((await listed(narrow)).groups).toHaveLength(1);
  });

  it('is of nobody else, in this workspace or another', async () => {
    const { lead, agent } = await told();
    expect((await listed(lead)).groups).toEqual([]);
    const elsewhere = await (await newWorld()).member();
    const asked = { userId: idOf(agent), unreadOnly: false };
    expect((await listNotices(elsewhere, reader, asked)).groups).toEqual([]);
  });
});

describe('the bell', () => {
  it('counts tickets with news, and gives browsers what is fresh', async () => {
    const { world, agent } = await told({ tickets: 2, times: 3 });
    const { unread, fresh } = await bellOf(agent, reader);
    expect(unread).toBe(2);
    expect(fresh[0]).toMatchObject({
      title: expect.stringContaining('Ticket 1'),
      sentence: 'Liene assigned it to you.',
    });
    world.pass(600);
    expect(await bellOf(agent, reader)).toEqual({ unread: 2, fresh: [] });
  });

  it('falls silent when all is read, but for what came later', async () => {
    const { world, agent, tickets } = await told({ tickets: 2 });
    const until = world.now();
    world.pass(60);
    const ticketId = tickets[0]?.ticketId ?? '';
    await tell(world, [{ userId: idOf(agent), kind: 'wrote', ticketId, key: 'later' }]);
    expect(await markRead(agent, { ticketId: null, until })).toEqual({ ok: true, value: { count: 2 } });
    expect((await bellOf(agent, reader)).unread).toBe(1);
    expect((await listed(agent, true)).groups.map(({ subject }) => subject)).toEqual(['Ticket 0']);
  });

  it('rings again for a ticket that is marked as unread', async () => {
    const { world, agent, tickets } = await told();
    const ticketId = tickets[0]?.ticketId ?? '';
    await markRead(agent, { ticketId, until: world.now() });
    expect((await bellOf(agent, reader)).unread).toBe(0);
    await markUnread(agent, { ticketId });
    expect((await bellOf(agent, reader)).unread).toBe(1);
  });
});

describe('who looks at a ticket', () => {
  it('has read its notices, and it is not bold in the list until something happens', async () => {
    const { world, lead, agent, tickets } = await told();
    const ticketId = tickets[0]?.ticketId ?? '';
    await world.db.membership.updateMany({
      where: { workspaceId: world.workspaceId },
      data: { unreadFrom: new Date('2026-03-01T00:00:00Z') },
    });
    const bold = async (ctx: StaffContext) => (await listView(ctx, { view: 'open' })).rows[0]?.unread;
    expect(await bold(agent)).toBe(true);
    await seeTicket(agent, { ticketId, at: world.now() });
    expect(await bold(agent)).toBe(false);
    expect((await bellOf(agent, reader)).unread).toBe(0);
    world.pass(60);
    await addNoteToTicket(lead, { ticketId, html: '<p>Look</p>', attachmentIds: [] });
    expect(await bold(agent)).toBe(true);
    expect(await bold(lead)).toBe(false);
  });

  it('is not told anew of what they had before their eyes when it happened', async () => {
    const { world, agent, tickets } = await told();
    const ticketId = tickets[0]?.ticketId ?? '';
    await seeTicket(agent, { ticketId, at: world.now() });
    await tell(world, [
      { userId: idOf(agent), kind: 'wrote', ticketId, key: 'seen', at: new Date(world.now().getTime() - 1) },
    ]);
    expect((await bellOf(agent, reader)).unread).toBe(0);
  });

  it('finds nothing where they may not', async () => {
    const { tickets } = await told();
    const stranger = await (await newWorld()).member({ role: 'owner' });
    const ticketId = tickets[0]?.ticketId ?? '';
    expect(await seeTicket(stranger, { ticketId, at: stranger.now() })).toMatchObject({ ok: false });
  });
});

describe('a digest', () => {
  const digest = {
    ...USUAL,
    choices: { ...USUAL.choices, assigned: { app: true, browser: true, mail: 'digest' } },
  } as const;
  const mails = (world: World) =>
    world.db.outgoingMail.findMany({ where: { workspaceId: world.workspaceId, kind: 'notification' } });

  it('is one mail of what is unread by then, and comes once', async () => {
    const { world, agent, tickets } = await told();
    await savePreferences(agent, digest);
    for (const key of ['a', 'b', 'c']) {
      const other = await world.ticket(agent, { subject: `Kettle ${key}` });
      await tell(world, [{ userId: idOf(agent), kind: 'assigned', ticketId: other.ticketId, key }]);
      if (key === 'c') await seeTicket(agent, { ticketId: other.ticketId, at: world.now() });
    }
    await sendDigests(world.system(), world.now());
    expect(await mails(world)).toEqual([]);
    world.pass(24 * 3600);
    for (let time = 0; time < 2; time += 1) await sendDigests(world.system(), world.now());
    const [mail, ...more] = await mails(world);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('News on 2 tickets');
    expect(mail?.text).toContain('Kettle a\n– It was assigned to you.');
    expect(mail?.text).toContain('Kettle b');
    expect(mail?.text).not.toContain('Kettle c');
    expect(tickets).toHaveLength(1);
  });

  it('says nothing of a ticket that its reader may not see any more', async () => {
    const { world, agent, tickets } = await told();
    await savePreferences(agent, digest);
    const ticketId = tickets[0]?.ticketId ?? '';
    await tell(world, [{ userId: idOf(agent), kind: 'assigned', ticketId, key: 'a' }]);
    await world.db.membership.updateMany({
      where: { workspaceId: world.workspaceId, userId: idOf(agent) },
      data: { scope: 'own' },
    });
    world.pass(24 * 3600);
    await sendDigests(world.system(), world.now());
    expect(await mails(world)).toEqual([]);
  });
});

it('a person who has left, or who wants none of it, is told nothing', async () => {
  const { world, agent, tickets } = await told();
  const ticketId = tickets[0]?.ticketId ?? '';
  const off = { app: false, browser: false, mail: 'off' } as const;
  await savePreferences(agent, { ...USUAL, choices: { ...USUAL.choices, wrote: off } });
  const mailNow = await tell(world, [{ userId: idOf(agent), kind: 'wrote', ticketId, key: 'x' }]);
  expect(mailNow({ userId: idOf(agent), key: 'x' })).toBe(false);
  await world.db.membership.updateMany({
    where: { workspaceId: world.workspaceId, userId: idOf(agent) },
    data: { deactivatedAt: world.now() },
  });
  await tell(world, [{ userId: idOf(agent), kind: 'assigned', ticketId, key: 'y' }]);
  expect(await world.db.notification.count({ where: { workspaceId: world.workspaceId } })).toBe(1);
});

it('what is read is kept for a month, and what is not for three', async () => {
  // So long ago that the sweep reaches nothing of other tests.
  const { world, agent, tickets } = await told({ tickets: 2, at: '2025-03-03T09:00:00Z' });
  await markRead(agent, { ticketId: tickets[0]?.ticketId ?? '', until: world.now() });
  const left = () => world.db.notification.count({ where: { workspaceId: world.workspaceId } });
  const after = (days: number) => new Date(world.now().getTime() + days * 86_400_000);
  const forget = (days: number) => forgetNotices({ db: world.db, now: () => after(days) });
  expect(KEPT_DAYS).toEqual({ read: 30, unread: 90 });
  await forget(29);
  expect(await left()).toBe(2);
  await forget(31);
  expect(await left()).toBe(1);
  await forget(91);
  expect(await left()).toBe(0);
});

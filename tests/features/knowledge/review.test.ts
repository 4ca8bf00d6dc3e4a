import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { USUAL } from '@/domain/notification/preferences';
import { changeArticle } from '@/features/knowledge/commands/change-article';
import { tellReviewDue } from '@/features/knowledge/commands/tell-review-due';
import { markRead, markUnread } from '@/features/notifications/commands/mark-read';
import { savePreferences } from '@/features/notifications/commands/save-preferences';
import { sendDigests } from '@/features/notifications/commands/send-digests';
import { pathOf } from '@/features/notifications/notice-subject';
import { bellOf, hasNewsOfArticle, listNotices } from '@/features/notifications/queries';
import type { StaffContext } from '@/server/context';
import { processWorld } from '@/server/world';
import { countingDatabase } from '../../support/counting-database';
import { newWorld } from '../../support/world';
import { apiWorld } from '../api/calls';
import { liveArticle, newArticle, step } from './support';

const counting = countingDatabase();
afterAll(() => counting.close());

let world: Awaited<ReturnType<typeof newWorld>>;
let manager: StaffContext;
let other: StaffContext;
let agent: StaffContext;

beforeEach(async () => {
  // So long ago that other tests' articles are not due for its sweeps.
  world = await newWorld({ at: '2024-03-04T09:00:00Z' });
  manager = await world.member({ role: 'manager', name: 'Mara' });
  other = await world.member({ role: 'admin', name: 'Oskar' });
  agent = await world.member({ name: 'Anna' });
});

const idOf = (ctx: StaffContext) => ctx.actor.id ?? '';
const reader = { locale: 'en', timeZone: 'Europe/Budapest' };
const told = async (ctx: StaffContext, unreadOnly = true) => {
  const { groups } = await listNotices(ctx, reader, { userId: idOf(ctx), unreadOnly });
  return groups.map(({ subject, notices }) => `${subject}: ${notices[0]?.sentence}`);
};
const sweep = (days = 0) => {
  world.pass(days * 86_400);
  return tellReviewDue({ ...processWorld(), now: world.now });
};
const mails = () =>
  world.db.outgoingMail.findMany({
    where: { workspaceId: world.workspaceId, kind: 'notification' },
    orderBy: { createdAt: 'asc' },
  });

describe('a text that is sent to review', () => {
  test('asks its reviewer, nobody else, at once in the list, the browser and by mail, and leads to its language', async () => {
    const { articleId, translationId } = await newArticle(agent, { locale: 'hu', title: 'Visszaküldés' });
    await changeArticle(agent, { articleId, reviewerId: idOf(manager) });
    await step(agent, translationId, 'submit');
    expect(await told(manager)).toEqual(['Visszaküldés: Anna asks for a review (Hungarian).']);
    expect(await told(other)).toEqual([]);
    expect(await told(agent)).toEqual([]);
    expect(await bellOf(manager, reader)).toMatchObject({
      unread: 1,
      fresh: [{ title: 'Visszaküldés', path: `/knowledge/${articleId}?locale=hu` }],
    });
    await sendDigests(world.system(), world.now());
    const [mail] = await mails();
    expect(mail).toMatchObject({ subject: 'News: Visszaküldés' });
    expect(mail?.text).toContain('Visszaküldés\n– Anna asks for a review (Hungarian).');
  });

  test('asks whoever may publish where nobody is named, or the one who is named may no more', async () => {
    const first = await newArticle(agent, { title: 'First' });
    await step(agent, first.translationId, 'submit');
    expect(await told(manager)).toHaveLength(1);
    expect(await told(other)).toHaveLength(1);
    const second = await newArticle(agent, { title: 'Second' });
    await changeArticle(agent, { articleId: second.articleId, reviewerId: idOf(manager) });
    await world.db.membership.updateMany({
      where: { workspaceId: world.workspaceId, userId: idOf(manager) },
      data: { deactivatedAt: world.now() },
    });
    await step(agent, second.translationId, 'submit');
    expect(await told(other)).toHaveLength(2);
  });

  test('asks no more once somebody has looked at it; sent anew, it asks anew', async () => {
    const { articleId, translationId } = await newArticle(agent);
    await step(agent, translationId, 'submit');
    world.pass(60);
    await step(other, translationId, 'return');
    expect(await told(manager)).toEqual([]);
    expect(await hasNewsOfArticle(manager, articleId)).toBe(false);
    world.pass(60);
    await step(agent, translationId, 'submit');
    expect(await told(manager)).toHaveLength(1);
    await step(other, translationId, 'publish');
    expect(await told(manager)).toEqual([]);
    expect(await told(manager, false)).toHaveLength(1);
  });

  test('cannot name a reviewer who may not publish', async () => {
    const { articleId } = await newArticle(agent);
    const named = await changeArticle(manager, { articleId, reviewerId: idOf(agent) });
    expect(named).toEqual({ ok: false, error: { code: 'not_found' } });
  });
});

describe('an article whose review day has come', () => {
  const due = async (over: object = {}) => {
    const made = await liveArticle(manager, { title: 'Prices' });
    const change = { articleId: made.articleId, ownerId: idOf(agent), reviewOn: '2024-03-06' };
    await changeArticle(manager, { ...change, ...over });
    return made.articleId;
  };

  test('tells its owner once, on that day, whoever sweeps how often', async () => {
    await due();
    expect(await sweep(1)).toBe(0);
    expect(await told(agent)).toEqual([]);
    world.pass(86_400);
    const counts = await Promise.all([sweep(), sweep(), sweep()]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await told(agent)).toEqual(['Prices: It is to be read again since Mar 6, 2024.']);
    expect(await told(manager)).toEqual([]);
    await sweep(3);
    const count = await world.db.notification.count({ where: { workspaceId: world.workspaceId } });
    expect(count).toBe(1);
  });

  test('asks no more once it was read and has another day, and asks again on that', async () => {
    const articleId = await due();
    await sweep(2);
    await changeArticle(agent, { articleId, reviewOn: '2024-09-06' });
    expect(await told(agent)).toEqual([]);
    await changeArticle(agent, { articleId, reviewOn: '2024-03-06' });
    expect(await sweep()).toBe(1);
    expect(await told(agent), 'the same day is told once').toEqual([]);
    await changeArticle(agent, { articleId, reviewOn: '2024-03-08' });
    await sweep(2);
    expect(await told(agent)).toHaveLength(1);
  });

  test('tells whoever may publish where it has no owner, or the owner has left', async () => {
    await due({ ownerId: null });
    await sweep(2);
    const sentence = 'Prices: It is to be read again since Mar 6, 2024, and nobody looks after it.';
    expect(await told(manager)).toEqual([sentence]);
    expect(await told(other)).toEqual([sentence]);
  });

  test('tells nobody when it is archived', async () => {
    const articleId = await due();
    const { id } = await world.db.articleTranslation.findFirstOrThrow({ where: { articleId } });
    await step(manager, id, 'archive');
    expect(await sweep(2)).toBe(0);
    expect(await told(agent)).toEqual([]);
  });

  test('waits for its mail till the quiet hours are over, in one mail with news of tickets', async () => {
    const usual = { ...USUAL, quietFrom: '18:00', quietUntil: '08:00' };
    await savePreferences(agent, usual);
    await due();
    const ticket = await world.ticket(manager, { subject: 'Kettle' });
    world.pass(2 * 86_400 - 8 * 3600);
    await sweep();
    const later = new Date(world.now().getTime() + 6 * 3600_000);
    await world.db.notification.create({
      data: {
        ...{ workspaceId: world.workspaceId, id: manager.newId(), userId: idOf(agent), uniqueKey: 'x' },
        ...{ ticketId: ticket.ticketId, kind: 'team', at: world.now(), app: true, mailAt: later },
      },
    });
    await sendDigests(world.system(), world.now());
    expect(await mails()).toEqual([]);
    world.pass(9 * 3600);
    await sendDigests(world.system(), world.now());
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('News: Prices and 1 more');
    expect(mail?.text).toContain('Kettle');
  });
});

test('notices of articles and tickets stand in one list, of one statement each with the bell; one reads and unreads them alike', async () => {
  const { articleId, translationId } = await newArticle(agent, { title: 'Prices' });
  await step(agent, translationId, 'submit');
  const ctx = { ...manager, db: counting.db };
  const load = async () => {
    await bellOf(ctx, reader);
    await listNotices(ctx, reader, { userId: idOf(ctx), unreadOnly: true });
  };
  await load();
  counting.statements();
  await load();
  expect(counting.statements()).toHaveLength(2);
  expect(await hasNewsOfArticle(manager, articleId)).toBe(true);
  expect(await markRead(manager, { articleId, until: world.now() })).toMatchObject({ value: { count: 1 } });
  expect((await bellOf(manager, reader)).unread).toBe(0);
  await markUnread(manager, { articleId });
  expect((await bellOf(manager, reader)).unread).toBe(1);
  expect(await markUnread(agent, { articleId })).toMatchObject({ ok: false });
});

test('where a notice leads', () => {
  expect(pathOf({ kind: 'ticket', id: 'x', number: 7, requester: '' })).toBe('/desk/tickets/7');
  expect(pathOf({ kind: 'article', id: 'x', locale: null })).toBe('/knowledge/x');
});

test('programs name a reviewer, list what is to be read again, and read what somebody was told', async () => {
  const { admin, call } = await apiWorld();
  const made = await newArticle(admin, { title: 'Prices' });
  const body = { reviewerId: idOf(admin), ownerId: idOf(admin), reviewOn: '2026-01-01' };
  const changed = await call(`/articles/${made.articleId}`, { method: 'PATCH', body });
  expect(changed).toMatchObject({ status: 200, json: { reviewerId: idOf(admin), reviewOn: '2026-01-01' } });
  const list = async (query: string) =>
    (await call(`/articles?${query}`)).json.data.map(({ title }: { title: string }) => title);
  expect(await list('need=due')).toEqual(['Prices']);
  expect(await list('need=review')).toEqual([]);
  await call(`/articles/${made.articleId}/translations/en/steps`, {
    method: 'POST',
    body: { step: 'submit' },
  });
  expect(await list('need=review')).toEqual(['Prices']);
  const notices = await call(`/users/${idOf(admin)}/notifications`);
  expect(notices.json.data).toMatchObject([
    {
      ticketNumber: null,
      articleId: made.articleId,
      subject: 'Prices',
      notices: [{ kind: 'article_review' }],
    },
  ]);
  const read = await call(`/users/${idOf(admin)}/notifications/read`, {
    method: 'POST',
    body: { articleId: made.articleId },
  });
  expect(read.json).toEqual({ count: 1 });
});

import { expect, test } from 'vitest';
import { giveFeedback } from '@/features/knowledge/commands/give-feedback';
import { identifyVisit } from '@/features/knowledge/commands/link-visit';
import { noteSeen } from '@/features/knowledge/commands/note-seen';
import { exportFeedback } from '@/features/knowledge/export-feedback';
import { sessionCookie, sessionMark } from '@/features/knowledge/help-session';
import type { HelpVisitor } from '@/features/knowledge/help-visitor';
import { getHistory } from '@/features/knowledge/queries-editor';
import { getSelfService } from '@/features/knowledge/queries-gaps';
import { findShelfSlug } from '@/features/knowledge/queries-help';
import { listReaderWords, listTicketsAfterReading } from '@/features/knowledge/queries-readers';
import { installationRobots, robotsOf } from '@/features/knowledge/robots';
import { sitemapOf } from '@/features/knowledge/sitemap';
import type { StaffContext } from '@/server/context';
import { openCustomerSession } from '@/server/portal/customer-session';
import { findPortal, portalPath } from '@/server/portal/portal';
import { newWorld } from '../../support/world';
import { liveArticle, newCategory, write } from './support';

type World = Awaited<ReturnType<typeof newWorld>>;

async function portalOf(world: World) {
  const portal = await findPortal(world.db, world.slug);
  if (!portal) throw new Error('no portal');
  return portal;
}

async function visitor(
  world: World,
  staff: StaffContext,
  over: Partial<HelpVisitor> = {},
): Promise<HelpVisitor> {
  const portal = await portalOf(world);
  const { actor: _, ...ctx } = staff;
  return {
    ...ctx,
    portal,
    ip: staff.newId(),
    isBot: false,
    sessionId: null,
    cookieFor: (id) => sessionCookie(ctx, id, false),
    href: (locale, path) => portalPath(portal, locale, path),
    ...over,
  };
}

test('what readers say is read per article and of all, page by page, and exported; nobody else reads it', async () => {
  const world = await newWorld();
  const manager = await world.member({ role: 'manager' });
  const { articleId } = await liveArticle(manager);
  const other = await liveArticle(manager, { title: 'Other' });
  const said = [
    [articleId, 'no', 'wrong', '=1+1 is wrong'],
    [other.articleId, 'no', 'unclear', ''],
    [articleId, 'yes', undefined, 'Thank you'],
    [articleId, 'yes', undefined, ''],
  ] as const;
  for (const [article, helped, reason, comment] of said) {
    world.pass(60);
    await giveFeedback(await visitor(world, manager), { article, locale: 'en', helped, reason, comment });
  }
  const first = await listReaderWords(manager, { articleId: null, after: null, most: 2 });
  expect(first.rows.map(({ comment }) => comment)).toEqual(['Thank you', '']);
  const rest = await listReaderWords(manager, { articleId: null, after: first.next, most: 2 });
  expect(rest).toMatchObject({
    rows: [{ helped: false, reason: 'wrong', title: 'How to return an item', locale: 'en' }],
    next: null,
  });
  const own = await listReaderWords(manager, { articleId, after: null, most: 9 });
  expect(own.rows).toHaveLength(2);
  const csv = await new Response(exportFeedback(manager)).text();
  expect(csv.match(/^at,|,at,/gm) ?? []).toHaveLength(1);
  expect(csv).toContain("wrong,'=1+1 is wrong");
  const stranger = await (await newWorld()).member();
  expect((await listReaderWords(stranger, { articleId, after: null, most: 9 })).rows).toEqual([]);
});

async function signedIn({ db, workspaceId, now }: World, { newId }: StaffContext) {
  const at = now();
  const customerId = newId();
  await db.customer.create({
    data: { workspaceId, id: customerId, displayName: 'Anna', createdAt: at, updatedAt: at },
  });
  await db.customerIdentity.create({
    data: {
      ...{ workspaceId, id: newId(), customerId, createdAt: at },
      ...{ kind: 'email', value: 'anna@customer.test' },
    },
  });
  const place = { workspaceId, customerId, at, id: newId(), ip: '', userAgent: '' };
  return { customerId, customerToken: await openCustomerSession(db, place) };
}

test('whoever signs in, or reads signed in, and writes a mail later was not deflected; the ticket stands with the article', async () => {
  for (const way of ['signs in', 'reads signed in'] as const) {
    const world = await newWorld();
    const manager = await world.member({ role: 'manager' });
    const { articleId } = await liveArticle(manager);
    const reader = await visitor(world, manager);
    const { customerId, customerToken } = await signedIn(world, manager);
    const cookie = await noteSeen(reader, { what: 'search', locale: 'en', article: null });
    const sessionId = /=([^.]+)\./.exec(cookie ?? '')?.[1] ?? '';
    await noteSeen(
      { ...reader, sessionId, ...(way === 'reads signed in' && { customerToken }) },
      { what: 'article', locale: 'en', article: articleId },
    );
    if (way === 'signs in') {
      await identifyVisit(world.db, manager, { visit: sessionMark(manager, sessionId), customerId });
    }
    expect(await getSelfService(manager, 1)).toMatchObject({ withIntent: 0 });
    world.pass(3600);
    const { ticketId } = await world.ticket(manager);
    await world.db.ticket.updateMany({ where: { id: ticketId }, data: { requesterId: customerId } });
    world.pass(86_400);
    expect(await getSelfService(manager, 1)).toMatchObject({ withIntent: 1, deflected: 0 });
    const asked = { articleId, after: null, most: 9 };
    expect((await listTicketsAfterReading(manager, asked)).rows).toMatchObject([{ id: ticketId }]);
    const own = await world.member({ scope: 'own' });
    expect((await listTicketsAfterReading(own, asked)).rows).toEqual([]);
  }
});

test('whoever comes straight to an article while signed in wanted nothing yet, and the ticket they write later stands with it', async () => {
  const world = await newWorld();
  const manager = await world.member({ role: 'manager' });
  const { articleId } = await liveArticle(manager);
  const reader = await visitor(world, manager);
  const read = { what: 'article', locale: 'en', article: articleId } as const;
  expect(await noteSeen(reader, read)).toBeNull();
  expect(await noteSeen({ ...reader, customerToken: 'made up' }, read)).toBeNull();
  expect(await world.db.helpSession.count({ where: { workspaceId: world.workspaceId } })).toBe(0);

  const { customerId, customerToken } = await signedIn(world, manager);
  const cookie = await noteSeen({ ...reader, customerToken }, read);
  const sessionId = /=([^.]+)\./.exec(cookie ?? '')?.[1] ?? '';
  expect(await noteSeen({ ...reader, customerToken, sessionId }, read)).toBeNull();
  expect(await world.db.helpSession.findMany({ where: { workspaceId: world.workspaceId } })).toMatchObject([
    { id: sessionId, customerId, intentAt: null, locale: 'en' },
  ]);
  world.pass(3600);
  const { ticketId } = await world.ticket(manager);
  await world.db.ticket.updateMany({ where: { id: ticketId }, data: { requesterId: customerId } });
  world.pass(86_400);
  expect((await listTicketsAfterReading(manager, { articleId, after: null, most: 9 })).rows).toMatchObject([
    { id: ticketId },
  ]);
  expect(await getSelfService(manager, 1)).toMatchObject({ sessions: 0, withIntent: 0, deflection: null });
});

test('any two revisions are compared, with their excerpts and keywords', async () => {
  const world = await newWorld();
  const manager = await world.member({ role: 'manager' });
  const { translationId } = await liveArticle(manager);
  for (const keywords of ['refund', 'refund money']) {
    world.pass(86_400);
    await write(manager, translationId, { keywords, excerpt: `About ${keywords}` });
  }
  const asked = { translationId, from: 1, to: 3, before: undefined };
  const history = await getHistory(manager, asked);
  expect(history?.comparison).toMatchObject({ from: 1, to: 3 });
  expect(history?.comparison?.keywords).toEqual([{ kind: 'added', text: 'refund money' }]);
  expect(history?.comparison?.excerpts).toEqual([{ kind: 'added', text: 'About refund money' }]);
  expect(history?.comparison?.changes.every(({ kind }) => kind === 'same')).toBe(true);
});

test('robots find the map, with categories and a page for all other languages; shelves are found from another language', async () => {
  const world = await newWorld();
  const manager = await world.member({ role: 'manager' });
  const categoryId = await newCategory(manager, {
    names: { en: { name: 'Delivery' }, hu: { name: 'Kiszállítás' } },
  });
  await liveArticle(manager, { categoryId });
  const portal = await portalOf(world);
  const map = await sitemapOf({ portal, db: world.db, workspaceId: world.workspaceId });
  expect(map).toContain(`/help/${world.slug}/en/categories/delivery</loc>`);
  expect(map).toMatch(/hreflang="x-default" href="[^"]+\/en\/articles\/how-to-return-an-item"/);
  expect(map).not.toContain('kiszallitas');
  const host = { ...portal, host: 'help.lamps.example' };
  expect(robotsOf(host)).toContain('Sitemap: https://help.lamps.example/sitemap.xml');
  expect(robotsOf({ ...host, enabled: false })).toBe('User-agent: *\nDisallow: /\n');
  expect(installationRobots([portal])).toContain(`/help/${world.slug}/sitemap.xml`);
  expect(installationRobots([portal, portal])).not.toContain('Sitemap');
  expect(await findShelfSlug(manager, { locale: 'hu', slug: 'delivery' })).toBe('kiszallitas');
  expect(await findShelfSlug(manager, { locale: 'lv', slug: 'delivery' })).toBeNull();
});

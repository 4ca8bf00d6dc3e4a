import { beforeEach, expect, test } from 'vitest';
import { publicArticle } from '@/features/knowledge/come-from';
import { linkVisit } from '@/features/knowledge/commands/link-visit';
import { noteSeen } from '@/features/knowledge/commands/note-seen';
import { suggestArticles } from '@/features/knowledge/commands/suggest-articles';
import { sessionCookie, sessionIn } from '@/features/knowledge/help-session';
import type { HelpVisitor } from '@/features/knowledge/help-visitor';
import { getSelfService, listTroubled } from '@/features/knowledge/queries-gaps';
import type { StaffContext } from '@/server/context';
import { findPortal, portalPath } from '@/server/portal/portal';
import { newWorld } from '../../support/world';
import { liveArticle } from './support';

let world: Awaited<ReturnType<typeof newWorld>>;
let manager: StaffContext;

beforeEach(async () => {
  world = await newWorld();
  manager = await world.member({ role: 'manager' });
});

async function visitor(over: Partial<HelpVisitor> = {}): Promise<HelpVisitor> {
  const portal = await findPortal(world.db, world.slug);
  if (!portal) throw new Error('no portal');
  const { actor: _, ...ctx } = manager;
  return {
    ...ctx,
    portal,
    ip: manager.newId(),
    isBot: false,
    sessionId: null,
    cookieFor: (id) => sessionCookie(ctx, id, false),
    href: (locale, path) => portalPath(portal, locale, path),
    ...over,
  };
}

test('a recorded series of visits, replayed: 320 began the form, 96 saw an article and opened no ticket: 30 %', async () => {
  const { articleId } = await liveArticle(manager);
  const { ticketId } = await world.ticket(manager);
  const { requesterId } = await world.db.ticket.findFirstOrThrow({ where: { id: ticketId } });
  const replay = async (count: number, went: () => Promise<unknown>) => {
    for (let at = 0; at < count; at++) await went();
  };
  const opened = async (article: string | null = null) => {
    const cookie = await noteSeen(await visitor(), { what: 'form', locale: 'en', article });
    return sessionIn(manager, cookie?.split(/[=;]/)[1]);
  };
  const reads = async (sessionId: string | null) =>
    noteSeen(await visitor({ sessionId }), { what: 'article', locale: 'en', article: articleId });
  // Read the article first and left the form; or read it, or a suggestion of it, with the form open.
  await replay(32, () => opened(articleId));
  await replay(32, async () => reads(await opened()));
  await replay(32, async () =>
    suggestArticles(await visitor({ sessionId: await opened() }), { locale: 'en', text: 'return an item' }),
  );
  // Saw it and wrote all the same, by the form or as somebody who wrote by another channel; or saw nothing.
  const came = { ticketId, customerId: requesterId };
  await replay(100, async () => linkVisit({ ...manager, sessionId: await opened(articleId) }, came));
  await replay(50, async () => {
    const id = await opened(articleId);
    await world.db.helpSession.updateMany({
      where: { workspaceId: world.workspaceId, id: id ?? '' },
      data: { customerId: requesterId },
    });
  });
  await replay(74, () => opened());
  // Who only reads is no visit with an intent.
  await replay(20, () => reads(null));
  world.pass(86_400);
  // Of one whose day is not over nobody knows yet whether they will write.
  await opened(articleId);
  expect(await getSelfService(manager, 30)).toMatchObject({ withIntent: 320, deflected: 96, ratio: 320 });
  // Who writes after more than a day has helped themselves before.
  const late = await opened(articleId);
  world.pass(86_401);
  const requester = { email: 'late@x.hu', name: 'Late' };
  const { ticketId: other } = await world.ticket(manager, { requester });
  await world.db.helpSession.updateMany({
    where: { workspaceId: world.workspaceId, id: late ?? '' },
    data: { ticketId: other },
  });
  expect(await getSelfService(manager, 30)).toMatchObject({ withIntent: 322, deflected: 98, ratio: 322 });
  expect(await listTroubled(manager, new Date(0))).toMatchObject([{ articleId, tickets: 1 }]);
});

test('who comes to the form from a public article has read it, and from anywhere else nothing', async () => {
  const { articleId } = await liveArticle(manager);
  const { articleId: internal } = await liveArticle(manager, { title: 'For us', audience: 'internal' });
  const from = (referer: string, kept = '') => publicArticle(manager, { referer, kept });
  expect(await from('https://help.test/en/articles/how-to-return-an-item')).toBe(articleId);
  expect(await from('https://kalauz.test/help/x/en/articles/how-to-return-an-item?from=mail')).toBe(
    articleId,
  );
  expect(await from('https://help.test/en/articles/for-us')).toBeNull();
  expect(await from('https://help.test/en/requests')).toBeNull();
  expect(await from('nonsense')).toBeNull();
  expect(await from('https://help.test/en/requests/new', articleId)).toBe(articleId);
  expect(await from('', internal)).toBeNull();
  const elsewhere = await (await newWorld()).member();
  expect(await publicArticle(elsewhere, { referer: '', kept: articleId })).toBeNull();
});

test('a ticket that the form made counts for its visit', async () => {
  const cookie = await noteSeen(await visitor(), { what: 'form', locale: 'en', article: null });
  const sessionId = sessionIn(manager, cookie?.split(/[=;]/)[1]);
  await suggestArticles(await visitor({ sessionId }), { locale: 'en', text: 'anything' });
  const { ticketId } = await world.ticket(manager);
  const { requesterId } = await world.db.ticket.findFirstOrThrow({ where: { id: ticketId } });
  await linkVisit({ ...manager, sessionId }, { ticketId, customerId: requesterId });
  world.pass(86_400);
  expect(await getSelfService(manager, 30)).toMatchObject({ withIntent: 1, deflected: 0, ratio: 1 });
});

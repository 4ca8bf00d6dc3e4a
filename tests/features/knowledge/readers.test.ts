import { beforeEach, describe, expect, test } from 'vitest';
import { addTranslation } from '@/features/knowledge/commands/add-translation';
import { giveFeedback } from '@/features/knowledge/commands/give-feedback';
import { noteSeen } from '@/features/knowledge/commands/note-seen';
import { recordMiss } from '@/features/knowledge/commands/record-miss';
import { settleMiss } from '@/features/knowledge/commands/settle-miss';
import { suggestArticles } from '@/features/knowledge/commands/suggest-articles';
import { isBot, sessionCookie, sessionIn } from '@/features/knowledge/help-session';
import type { HelpVisitor } from '@/features/knowledge/help-visitor';
import { isOwnForm } from '@/features/knowledge/own-form';
import { coverage, listMisses, listTroubled } from '@/features/knowledge/queries-gaps';
import {
  getHelpArticle,
  getShelf,
  listAddresses,
  listPopular,
  listShelves,
} from '@/features/knowledge/queries-help';
import { scriptJson } from '@/features/knowledge/structured-data';
import { spendHelp } from '@/server/auth/help-limits';
import type { StaffContext } from '@/server/context';
import { findPortal, portalPath } from '@/server/portal/portal';
import { newWorld } from '../../support/world';
import { liveArticle, newArticle, newCategory, step, write } from './support';

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

const at = (slug: string, locale: 'en' | 'hu' | 'lv' = 'en') => getHelpArticle(manager, { locale, slug });

describe('the help centre', () => {
  test('shows what is published and public, and nothing else anywhere', async () => {
    const categoryId = await newCategory(manager);
    await liveArticle(manager, { title: 'Public one', categoryId });
    await liveArticle(manager, { title: 'Internal one', categoryId, audience: 'internal' });
    await newArticle(manager, { title: 'Draft one', categoryId });
    const gone = await liveArticle(manager, { title: 'Gone one', categoryId });
    await step(manager, gone.translationId, 'withdraw');
    expect(await at('public-one')).toMatchObject({
      kind: 'article',
      article: { title: 'Public one', related: [] },
    });
    for (const slug of ['internal-one', 'draft-one', 'gone-one', 'nothing'])
      expect(await at(slug)).toBeNull();
    const shelf = await getShelf(manager, { locale: 'en', slug: 'delivery' });
    expect(shelf?.articles.map(({ title }) => title)).toEqual(['Public one']);
    expect((await listShelves(manager, 'en'))[0]?.articles).toBe(1);
    expect((await listPopular(manager, 'en')).map(({ title }) => title)).toEqual(['Public one']);
    expect((await listAddresses(manager)).map(({ slug }) => slug)).toEqual(['public-one']);
    const elsewhere = await (await newWorld()).member();
    expect(await getHelpArticle(elsewhere, { locale: 'en', slug: 'public-one' })).toBeNull();
  });

  test('leads from an old address to the present one, and to the languages that there are', async () => {
    const { articleId, translationId } = await liveArticle(manager);
    await write(manager, translationId, { title: 'Returns' });
    await step(manager, translationId, 'publish');
    expect(await at('how-to-return-an-item')).toEqual({ kind: 'moved', slug: 'returns' });
    expect(await at('returns', 'hu')).toEqual({
      kind: 'elsewhere',
      places: [{ locale: 'en', slug: 'returns', title: 'Returns' }],
    });
    const added = await addTranslation(manager, { articleId, locale: 'hu' });
    const hungarian = added.ok ? added.value.translationId : '';
    await write(manager, hungarian, { title: 'Visszaküldés' });
    await step(manager, hungarian, 'publish');
    expect(await at('returns', 'hu')).toEqual({ kind: 'moved', slug: 'visszakuldes' });
  });

  test('what search engines read ends no script', () => {
    expect(scriptJson({ name: '</script><script>x()</script>&' })).not.toMatch(/[<>&]/);
  });
});

describe('suggestions', () => {
  test('are public articles, and begin a session that has wanted and seen something', async () => {
    await liveArticle(manager, { title: 'Refund within days' });
    await liveArticle(manager, { title: 'Refund for friends', audience: 'internal' });
    const who = await visitor();
    const found = await suggestArticles(who, { locale: 'en', text: 'refun' });
    expect(found).toMatchObject({
      ok: true,
      value: {
        articles: [
          { title: 'Refund within days', href: `/help/${world.slug}/en/articles/refund-within-days` },
        ],
      },
    });
    const id = sessionIn(manager, found.ok ? found.value.cookie?.split(/[=;]/)[1] : undefined);
    expect(await world.db.helpSession.findFirstOrThrow({ where: { id: id ?? '' } })).toMatchObject({
      intent: 'search',
      seenAt: world.now(),
    });
    expect(
      await suggestArticles(await visitor({ isBot: true }), { locale: 'en', text: 'refund' }),
    ).toMatchObject({
      ok: true,
      value: { cookie: null },
    });
    expect(await suggestArticles(who, { locale: 'en', text: 'x' })).toEqual({
      ok: true,
      value: { articles: [], cookie: null },
    });
  });

  test('are limited for one address', async () => {
    const who = await visitor();
    const answers = [];
    for (let index = 0; index < 242; index++)
      answers.push(await suggestArticles(who, { locale: 'en', text: '' }));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(240);
  });
});

describe('what readers do', () => {
  test('views are counted for everybody alike; a session begins only with an act', async () => {
    const { articleId } = await liveArticle(manager);
    const secret = await liveArticle(manager, { audience: 'internal' });
    const read = { what: 'article', locale: 'en', article: articleId } as const;
    expect(await noteSeen(await visitor(), read)).toBeNull();
    await noteSeen(await visitor(), read);
    await noteSeen(await visitor({ isBot: true }), read);
    await noteSeen(await visitor(), { ...read, article: secret.articleId });
    expect(
      await world.db.articleView.findMany({
        where: { workspaceId: world.workspaceId },
        select: { views: true },
      }),
    ).toEqual([{ views: 2 }]);
    expect(await world.db.helpSession.count({ where: { workspaceId: world.workspaceId } })).toBe(0);
    const cookie = await noteSeen(await visitor(), { what: 'form', locale: 'en', article: null });
    const sessionId = sessionIn(manager, cookie?.split(/[=;]/)[1]);
    expect(sessionId).not.toBeNull();
    await noteSeen(await visitor({ sessionId }), read);
    expect(await world.db.helpVisit.count({ where: { workspaceId: world.workspaceId, articleId } })).toBe(1);
  });

  test('a session of another workspace, or a made-up one, is none', () => {
    const id = manager.newId();
    const [value] = sessionCookie({ workspaceId: manager.newId() }, id, true).split(/[=;]/).slice(1);
    expect(sessionIn(manager, value)).toBeNull();
    expect(sessionIn(manager, `${id}.x`)).toBeNull();
    expect(['Googlebot/2.1', '', 'curl/8'].every(isBot)).toBe(true);
    expect(isBot('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140 Safari/537.36')).toBe(false);
  });

  test('one answer of each session, a reason behind a "no", and nothing for what is not public', async () => {
    const { articleId } = await liveArticle(manager);
    const said = { article: articleId, locale: 'en', comment: '' } as const;
    const first = await giveFeedback(await visitor(), { ...said, helped: 'no', reason: undefined });
    expect(first).toMatchObject({
      ok: true,
      value: { place: `/help/${world.slug}/en/articles/how-to-return-an-item#why` },
    });
    const sessionId = sessionIn(manager, first.ok ? first.value.cookie?.split(/[=;]/)[1] : undefined);
    const again = await giveFeedback(await visitor({ sessionId }), {
      ...said,
      helped: 'no',
      reason: 'unclear',
    });
    expect(again).toMatchObject({ ok: true, value: { place: expect.stringMatching(/#thanks$/) } });
    expect(
      await world.db.articleFeedback.findMany({
        where: { articleId },
        select: { helped: true, reason: true },
      }),
    ).toEqual([{ helped: false, reason: 'unclear' }]);
    expect(await listTroubled(manager, new Date(0))).toMatchObject([
      { articleId, yes: 0, no: 1, reasons: ['unclear'] },
    ]);
    const secret = await liveArticle(manager, { audience: 'internal' });
    expect(
      await giveFeedback(await visitor(), {
        ...said,
        article: secret.articleId,
        helped: 'yes',
        reason: undefined,
      }),
    ).toMatchObject({ ok: false });
  });

  test('forms of other pages are not taken', () => {
    const head = (fields: Record<string, string>) => isOwnForm(new Headers({ host: 'help.test', ...fields }));
    expect(head({ 'sec-fetch-site': 'cross-site' })).toBe(false);
    expect(head({ origin: 'https://evil.test' })).toBe(false);
    expect(head({ origin: 'null' })).toBe(false);
    expect(head({ origin: 'nonsense' })).toBe(false);
    expect(head({ 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(head({ origin: 'https://help.test' })).toBe(true);
  });
});

describe('gaps', () => {
  test('searches in vain of the same words are one, and come up again', async () => {
    await recordMiss(manager, { locale: 'en', text: 'Gift wrapping?' });
    await recordMiss(manager, { locale: 'en', text: 'is there wrapping for a gift' });
    const {
      rows: [miss, ...more],
    } = await listMisses(manager);
    expect([miss?.count, miss?.text, more]).toEqual([2, 'is there wrapping for a gift', []]);
    await settleMiss(manager, { missId: miss?.id ?? '' });
    expect((await listMisses(manager)).rows).toEqual([]);
    await recordMiss(manager, { locale: 'en', text: 'gift wrapping' });
    expect((await listMisses(manager)).rows).toHaveLength(1);
    await newArticle(manager, { missId: miss?.id });
    expect((await listMisses(manager)).rows).toEqual([]);
  });

  test('nobody fills the list by searching for nonsense; words that are there are counted on', async () => {
    await recordMiss(manager, { locale: 'en', text: 'gift wrapping' });
    await world.db.$executeRaw`
      insert into "SearchMiss" ("workspaceId", id, locale, words, text, "firstAt", "lastAt")
      select ${world.workspaceId}::uuid, gen_random_uuid(), 'en', 'nonsense' || n, 'nonsense', '2020-01-01', '2020-01-01'
      from generate_series(2, 20000) n`;
    await recordMiss(manager, { locale: 'en', text: 'one more' });
    await recordMiss(manager, { locale: 'en', text: 'gift wrapping' });
    const { workspaceId } = world;
    expect(await world.db.searchMiss.count({ where: { workspaceId } })).toBe(20_000);
    expect(
      await world.db.searchMiss.findFirst({ where: { workspaceId, text: 'gift wrapping' } }),
    ).toMatchObject({ count: 2 });
  });

  test('one address begins no visits without end', async () => {
    const ip = manager.newId();
    const begin = async () => noteSeen(await visitor({ ip }), { what: 'form', locale: 'en', article: null });
    expect(await begin()).not.toBeNull();
    for (let count = 0; count < 120; count++) await spendHelp('help-visit', ip);
    expect(await begin()).toBeNull();
  });

  test('the list of searches in vain goes on behind its fiftieth', async () => {
    await world.db.$executeRaw`
      insert into "SearchMiss" ("workspaceId", id, locale, words, text, count, "firstAt", "lastAt")
      select ${world.workspaceId}::uuid, gen_random_uuid(), 'en', 'word' || n, 'word ' || n, 1 + n / 40, '2020-01-01', '2020-01-01'
      from generate_series(1, 120) n`;
    const seen: string[] = [];
    let after: Parameters<typeof listMisses>[1] = null;
    do {
      const { rows, next } = await listMisses(manager, after);
      expect(rows.length).toBeLessThanOrEqual(50);
      seen.push(...rows.map(({ text }) => text));
      after = next;
    } while (after);
    expect([seen.length, new Set(seen).size, seen[0]]).toEqual([120, 120, 'word 120']);
  });

  test('each language says what it has, lacks, and has outdated', async () => {
    const { articleId, translationId } = await liveArticle(manager);
    const hungarian = await addTranslation(manager, { articleId, locale: 'hu' });
    if (!hungarian.ok) throw new Error(hungarian.error.code);
    await write(manager, hungarian.value.translationId, { title: 'Visszaküldés', html: '<p>14 nap.</p>' });
    await step(manager, hungarian.value.translationId, 'publish');
    const latvian = { locale: 'lv', published: 0, missing: 1, stale: 0 };
    const english = { locale: 'en', published: 1, missing: 0, stale: 0 };
    expect(await coverage(manager)).toEqual([
      english,
      { locale: 'hu', published: 1, missing: 0, stale: 0 },
      latvian,
    ]);
    await write(manager, translationId, { html: '<p>Within 30 days.</p>' });
    await step(manager, translationId, 'publish');
    expect(await coverage(manager)).toEqual([
      english,
      { locale: 'hu', published: 1, missing: 0, stale: 1 },
      latvian,
    ]);
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { articleFilter } from '@/features/knowledge/article-filter';
import { addTranslation } from '@/features/knowledge/commands/add-translation';
import { changeArticle } from '@/features/knowledge/commands/change-article';
import { deleteArticle } from '@/features/knowledge/commands/delete-article';
import { publishDue } from '@/features/knowledge/commands/publish-due';
import { restoreRevision } from '@/features/knowledge/commands/restore-revision';
import { takeStep } from '@/features/knowledge/commands/take-step';
import { stepInput } from '@/features/knowledge/inputs';
import { listArticles } from '@/features/knowledge/queries';
import { getArticlePage, getHistory } from '@/features/knowledge/queries-editor';
import type { StaffContext } from '@/server/context';
import { countingDatabase } from '../../support/counting-database';
import { newWorld } from '../../support/world';
import { liveArticle, newArticle, newCategory, step, write } from './support';

let world: Awaited<ReturnType<typeof newWorld>>;
let manager: StaffContext;
let agent: StaffContext;

beforeEach(async () => {
  world = await newWorld();
  manager = await world.member({ role: 'manager', name: 'Mara' });
  agent = await world.member({ name: 'Anna' });
});

const refused = (code: string) => ({ ok: false, error: { code } });
const read = (id: string) => world.db.articleTranslation.findFirstOrThrow({ where: { id } });
const list = async (asked: object = {}) => {
  const page = await listArticles(manager, { filter: articleFilter.parse(asked), after: null, reader: 'en' });
  return page.rows.map(({ title }) => title);
};

describe('writing', () => {
  test('two who write at once: the second is shown what the first saved, and nothing is written over', async () => {
    const { translationId } = await newArticle(agent);
    expect(await write(agent, translationId, { html: '<p>Mine</p>' })).toMatchObject({ ok: true });
    const late = await write(manager, translationId, { html: '<p>Late</p>', version: 1 });
    expect(late).toMatchObject({
      ok: false,
      error: { code: 'changed.meanwhile', theirs: { html: '<p>Mine</p>', version: 2, editorName: 'Anna' } },
    });
    expect((await read(translationId)).html).toBe('<p>Mine</p>');
  });

  test('the same words again are no new version, whoever sends them', async () => {
    const { translationId } = await newArticle(agent);
    const saved = await write(manager, translationId, { version: 7 });
    expect(saved).toMatchObject({ ok: true, value: { version: 1, revision: 1 } });
  });

  test('of many saves at once one wins each version', async () => {
    const { translationId } = await newArticle(agent);
    const tries = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        write(agent, translationId, { html: `<p>${index}</p>`, version: 1 }),
      ),
    );
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await read(translationId)).version).toBe(2);
  });

  test('one go of one person is one revision; another person begins another', async () => {
    const { translationId } = await newArticle(agent);
    await write(agent, translationId, { html: '<p>one</p>' });
    await write(agent, translationId, { html: '<p>one two</p>' });
    await write(manager, translationId, { html: '<p>one two three</p>' });
    world.pass(601);
    await write(manager, translationId, { html: '<p>four</p>' });
    const revisions = await world.db.articleRevision.findMany({
      where: { translationId },
      orderBy: { number: 'asc' },
      select: { number: true, html: true, authorName: true },
    });
    expect(revisions).toEqual([
      { number: 1, html: '<p>one two</p>', authorName: 'Anna' },
      { number: 2, html: '<p>one two three</p>', authorName: 'Mara' },
      { number: 3, html: '<p>four</p>', authorName: 'Mara' },
    ]);
  });

  test('what could run or fetch from others does not stay, and the writer is told', async () => {
    const { translationId } = await newArticle(agent);
    const html = '<p onclick="x()">Hi<img src="https://evil.test/a.png"><script>x()</script></p>';
    expect(await write(agent, translationId, { html })).toMatchObject({
      ok: true,
      value: { refusedPictures: ['https://evil.test/a.png'] },
    });
    expect((await read(translationId)).html).toBe('<p>Hi</p>');
  });

  test('an old revision stands there again, as a new one, and readers do not see it yet', async () => {
    const { translationId } = await liveArticle(manager);
    await write(manager, translationId, { html: '<p>Wrong</p>' });
    expect(await restoreRevision(agent, { translationId, number: 1 })).toMatchObject({
      ok: true,
      value: { revision: 3 },
    });
    const text = await read(translationId);
    expect([text.html, text.liveRevision]).toEqual(['<p>Send it back within 14 days.</p>', 1]);
    const history = await getHistory(manager, { translationId, from: 2, to: 3, before: undefined });
    expect(history?.revisions.map(({ number, kind }) => [number, kind])).toEqual([
      [3, 'restored'],
      [2, 'written'],
      [1, 'written'],
    ]);
    expect(
      history?.comparison?.changes.filter(({ kind }) => kind === 'removed').map(({ text: word }) => word),
    ).toContain('Wrong');
  });
});

describe('publishing', () => {
  test('a writer asks for review, and may not publish', async () => {
    const { translationId } = await newArticle(agent);
    await step(agent, translationId, 'submit');
    expect(await takeStep(agent, stepInput.parse({ translationId, step: 'publish' }))).toEqual(
      refused('forbidden'),
    );
    expect(await list({ need: 'review' })).toEqual(['How to return an item']);
    await step(manager, translationId, 'publish');
    expect(await read(translationId)).toMatchObject({
      state: 'published',
      slug: 'how-to-return-an-item',
      liveRevision: 1,
    });
  });

  test('what readers see stays while one writes on, and goes when it is withdrawn or archived', async () => {
    const { translationId } = await liveArticle(manager);
    await write(agent, translationId, { title: 'Returns', html: '<p>New</p>' });
    expect(await read(translationId)).toMatchObject({ liveTitle: 'How to return an item', title: 'Returns' });
    expect(await list({ need: 'changed' })).toEqual(['Returns']);
    await step(manager, translationId, 'publish');
    expect(await read(translationId)).toMatchObject({
      liveTitle: 'Returns',
      slug: 'returns',
      liveText: 'New',
    });
    const slugs = await world.db.articleSlug.findMany({ where: { translationId }, select: { slug: true } });
    expect(slugs.map(({ slug }) => slug).sort()).toEqual(['how-to-return-an-item', 'returns']);
    await step(manager, translationId, 'archive');
    expect(await read(translationId)).toMatchObject({
      state: 'archived',
      liveHtml: null,
      liveText: null,
      liveTitle: null,
    });
    expect(await world.db.articleSearch.count({ where: { translationId } })).toBe(0);
    expect(await write(agent, translationId, { html: '<p>x</p>' })).toEqual(refused('forbidden'));
  });

  test('a step that is not possible any more is refused', async () => {
    const { translationId } = await liveArticle(manager);
    expect(await takeStep(manager, stepInput.parse({ translationId, step: 'publish' }))).toEqual(
      refused('changed.meanwhile'),
    );
  });

  test('an hour that has come publishes once; one that was taken back does not', async () => {
    const first = await newArticle(manager);
    const second = await newArticle(manager, { title: 'Another' });
    const at = new Date(world.now().getTime() + 60_000);
    for (const { translationId } of [first, second]) await step(manager, translationId, 'schedule', { at });
    await step(manager, second.translationId, 'unschedule');
    const past = stepInput.parse({ translationId: second.translationId, step: 'schedule', at: new Date(0) });
    expect(await takeStep(manager, past)).toEqual(refused('input.invalid'));
    await publishDue(manager, manager.workspaceId);
    expect(await read(first.translationId)).toMatchObject({ state: 'draft', publishAt: at });
    world.pass(61);
    await publishDue(manager, manager.workspaceId);
    await publishDue(manager, manager.workspaceId);
    expect(await read(first.translationId)).toMatchObject({ state: 'published', publishAt: null });
    expect(await read(second.translationId)).toMatchObject({ state: 'draft', publishAt: null });
  });

  test('two articles of one title have two addresses', async () => {
    await liveArticle(manager);
    const { translationId } = await liveArticle(manager);
    expect((await read(translationId)).slug).toBe('how-to-return-an-item-2');
  });

  test('who opens or shuts what has readers must be allowed to publish', async () => {
    const { articleId } = await liveArticle(manager);
    expect(await changeArticle(agent, { articleId, audience: 'internal' })).toEqual(refused('forbidden'));
    expect(await changeArticle(manager, { articleId, audience: 'internal' })).toMatchObject({ ok: true });
    const search = await world.db.articleSearch.findFirstOrThrow({
      where: { articleId },
      select: { audience: true },
    });
    expect(search.audience).toBe('internal');
    const facts = await world.db.auditEntry.findMany({
      where: { workspaceId: world.workspaceId },
      orderBy: { id: 'asc' },
    });
    expect(facts.map(({ action }) => action)).toEqual([
      'article.created',
      'article.published',
      'article.shut',
    ]);
  });
});

describe('translating', () => {
  test('a translation is marked once the original has moved on, until somebody says that it is current', async () => {
    const { articleId, translationId } = await liveArticle(manager);
    const added = await addTranslation(agent, { articleId, locale: 'hu' });
    const hungarian = added.ok ? added.value.translationId : '';
    expect(await addTranslation(agent, { articleId, locale: 'hu' })).toEqual(added);
    await write(agent, hungarian, { title: 'Visszaküldés', html: '<p>14 napon belül.</p>' });
    await step(manager, hungarian, 'publish');
    expect(await list({ need: 'stale' })).toEqual([]);
    await write(manager, translationId, { html: '<p>Within 30 days.</p>' });
    expect(await list({ need: 'stale' })).toEqual([]);
    await step(manager, translationId, 'publish');
    expect(await list({ need: 'stale' })).toEqual(['How to return an item']);
    await write(agent, hungarian, { html: '<p>Harminc…</p>' });
    await step(manager, hungarian, 'publish', { current: false });
    expect(await list({ need: 'stale' })).toHaveLength(1);
    await write(agent, hungarian, { html: '<p>30 napon belül.</p>' });
    await step(manager, hungarian, 'publish');
    expect(await list({ need: 'stale' })).toEqual([]);
    const page = await getArticlePage(agent, { articleId, locale: 'hu' });
    expect(page?.original).toMatchObject({ locale: 'en', html: '<p>Within 30 days.</p>', revision: 2 });
  });
});

describe('the list', () => {
  test('is narrowed by everything that it offers', async () => {
    const parent = await newCategory(manager);
    const categoryId = await newCategory(manager, { parentId: parent, names: { hu: { name: 'Visszáru' } } });
    const shelved = await newArticle(agent, {
      title: 'Számlák',
      locale: 'hu',
      categoryId,
      audience: 'internal',
    });
    await liveArticle(manager, { title: 'Guarantee' });
    await changeArticle(agent, { articleId: shelved.articleId, reviewOn: '2026-03-01' });
    expect(await list()).toHaveLength(2);
    expect(await list({ q: 'szamlak' })).toEqual(['Számlák']);
    expect(await list({ state: 'published' })).toEqual(['Guarantee']);
    expect(await list({ audience: 'internal' })).toEqual(['Számlák']);
    expect(await list({ category: parent })).toEqual(['Számlák']);
    expect(await list({ locale: 'hu' })).toEqual(['Számlák']);
    expect(await list({ owner: manager.actor.id })).toEqual(['Guarantee']);
    expect(await list({ need: 'due' })).toEqual(['Számlák']);
    expect(await list({ need: 'missing' })).toEqual(['Guarantee']);
    expect(await list({ q: '%', state: 'nonsense' })).toEqual([]);
  });

  test('goes on where it ended, with one question for any number of articles', async () => {
    for (let index = 0; index < 53; index++) {
      world.pass(1);
      await newArticle(manager, { title: `Article ${index}` });
    }
    const { db, statements, close } = countingDatabase();
    const counted = { ...manager, db };
    const first = await listArticles(counted, { filter: {} as never, after: null, reader: 'en' });
    const asked = statements().length;
    const rest = await listArticles(counted, { filter: {} as never, after: first.next, reader: 'en' });
    await close();
    expect(first.rows.map(({ title }) => title).slice(0, 2)).toEqual(['Article 52', 'Article 51']);
    expect(rest.rows.map(({ title }) => title)).toEqual(['Article 2', 'Article 1', 'Article 0']);
    expect(rest.next).toBeNull();
    expect(asked).toBeLessThanOrEqual(8);
  });
});

test('an article goes with all that is its own', async () => {
  const { articleId } = await liveArticle(manager);
  expect(await deleteArticle(manager, { articleId })).toMatchObject({ ok: true });
  expect(await world.db.articleTranslation.count({ where: { articleId } })).toBe(0);
});

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { packArticles } from '@/features/knowledge/archive/pack';
import { addTranslation } from '@/features/knowledge/commands/add-translation';
import { changeArticle } from '@/features/knowledge/commands/change-article';
import { importArticles } from '@/features/knowledge/commands/import-articles';
import { keepArticleFile } from '@/features/knowledge/commands/keep-article-file';
import { orderArticles } from '@/features/knowledge/commands/order-articles';
import { importInput } from '@/features/knowledge/inputs';
import { getHelpArticle } from '@/features/knowledge/queries-help';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';
import { liveArticle, newArticle, newCategory, step, write } from './support';

let world: Awaited<ReturnType<typeof newWorld>>;
let manager: StaffContext;
beforeEach(async () => {
  world = await newWorld();
  manager = await world.member({ role: 'manager' });
});

const packed = async (ctx: StaffContext) =>
  new Uint8Array(await new Response(packArticles(ctx)).arrayBuffer());
const filesOf = (bytes: Uint8Array) =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, each]) => [
      name,
      name.startsWith('files/') ? Buffer.from(each).toString('base64') : strFromU8(each),
    ]),
  );
const bringIn = async (ctx: StaffContext, bytes: Uint8Array, name = 'all.zip') => {
  const place = importInput.parse({ locale: 'en' });
  const done = await importArticles(ctx, { ...place, name, bytes: new Uint8Array(bytes) });
  if (!done.ok) throw new Error(done.error.code);
  return done.value.files;
};
const png = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#c33' } })
    .png()
    .toBuffer();

const RICH = [
  '<h2>Steps &amp; rules</h2><ol><li><p>One</p></li></ol>',
  '<table><tbody><tr><th><p>a</p></th></tr><tr><td colspan="2"><p>b|c</p></td></tr></tbody></table>',
  '<div data-callout="tip"><p>Tip <strong>of</strong> the day</p></div><pre><code>x &lt; y</code></pre>',
].join('');

/** A knowledge base with everything that an article can have. */
async function fill() {
  const outer = await newCategory(manager, { names: { en: { name: 'Orders', description: 'All of them' } } });
  const inner = await newCategory(manager, {
    parentId: outer,
    names: { en: { name: 'Returns' }, hu: { name: 'Visszaküldés' } },
  });
  await newCategory(manager, { names: { lv: { name: 'Tukšs' } } });
  const rich = await newArticle(manager, { title: 'How: "to" return', categoryId: inner });
  const { articleId, translationId } = rich;
  const upload = { articleId, claimedType: '' };
  const picture = await keepArticleFile(manager, {
    ...upload,
    name: 'a box.png',
    bytes: new Uint8Array(await png()),
  });
  const list = await keepArticleFile(manager, { ...upload, name: 'űrlap.txt', bytes: strToU8('Name: …') });
  if (!picture.ok || !list.ok) throw new Error('not kept');
  const html = `${RICH}<p><img src="${picture.value.url}" alt="Box" width="40" height="20"><a href="${list.value.url}">Form</a></p>`;
  await write(manager, translationId, { html, excerpt: 'In a word: "send"', keywords: 'refund, money' });
  await step(manager, translationId, 'publish');
  const hu = await addTranslation(manager, { articleId, locale: 'hu' });
  if (!hu.ok) throw new Error(hu.error.code);
  await write(manager, hu.value.translationId, { title: 'Visszaküldés', html: `<p>Így.</p>${html}` });
  await step(manager, hu.value.translationId, 'publish');
  await write(manager, translationId, { html: `<p>Written anew.</p>${html}`, title: 'How to return' });
  await changeArticle(manager, { articleId, reviewOn: '2031-05-01' });

  const stale = await liveArticle(manager, { title: 'Opening hours', locale: 'hu', audience: 'internal' });
  const en = await addTranslation(manager, { articleId: stale.articleId, locale: 'en' });
  await write(manager, stale.translationId, { html: '<p>Newer hours.</p>' });
  await step(manager, stale.translationId, 'publish');
  if (en.ok) await step(manager, en.value.translationId, 'submit');
  const old = await liveArticle(manager, { title: 'Opening hours' });
  await step(manager, old.translationId, 'archive');
  const later = await newArticle(manager, { title: 'Soon' });
  await step(manager, later.translationId, 'schedule', { at: new Date('2099-01-01T00:00:00Z') });
  await newArticle(manager, { title: 'Empty', html: '' });
  const link = `/help/${world.slug}/hu/articles/visszakuldes`;
  const links = `<p><a href="${link}#top">See</a> <a href="/help/${world.slug}/en/articles/gone">x</a></p>`;
  const { translationId: linking } = await liveArticle(manager, {
    title: 'Links',
    html: links,
    categoryId: inner,
  });
  await write(manager, linking, { html: `${links}<p>${link}</p>` });
  const inOrder = await world.db.article.findMany({ where: { categoryId: inner }, orderBy: { id: 'desc' } });
  await orderArticles(manager, { categoryId: inner, articleIds: inOrder.map(({ id }) => id) });
  return { html, linking };
}

describe('the archive of a knowledge base', () => {
  test('brings every article back as it was, in another workspace', async () => {
    await fill();
    const bytes = await packed(manager);
    const before = filesOf(bytes);
    const other = await newWorld();
    const owner = await other.member({ role: 'manager' });
    const member = await world.db.user.findUniqueOrThrow({ where: { id: manager.actor.id ?? '' } });
    await other.db.membership.create({
      data: { workspaceId: other.workspaceId, userId: member.id, role: 'agent' },
    });
    const made = await bringIn(owner, bytes);
    expect(
      made.filter(({ problem, notes, refusedPictures }) => problem || notes.length || refusedPictures.length),
    ).toEqual([]);
    expect(made).toHaveLength(6);
    expect(filesOf(await packed(owner))).toEqual(before);
    expect(before['articles/links/en.md']).toContain('[See](../how-to-return/hu.md#top)');
    expect(before['articles/links/en.html']).toContain('href="../how-to-return/hu.html#top"');
    expect(before['articles/links/en.md']).toContain('place: 1');
    const to = await other.db.article.findFirstOrThrow({
      where: { workspaceId: other.workspaceId, translations: { some: { title: 'Visszaküldés' } } },
    });
    const linking = await other.db.articleTranslation.findFirstOrThrow({
      where: { workspaceId: other.workspaceId, title: 'Links' },
    });
    const address = `/help/${other.slug}/hu/articles/${to.id}`;
    expect(linking.html).toContain(`<a href="${address}#top">See</a>`);
    expect(linking.liveHtml).toContain(`<a href="${address}#top">See</a>`);
    const read = await getHelpArticle(owner, { locale: 'hu', slug: to.id });
    expect(read).toEqual({ kind: 'moved', slug: 'visszakuldes' });

    const rows = await other.db.articleTranslation.findMany({
      where: { workspaceId: other.workspaceId },
      orderBy: [{ title: 'asc' }, { locale: 'asc' }],
      select: {
        title: true,
        state: true,
        liveTitle: true,
        sourceRevision: true,
        article: { select: { audience: true } },
      },
    });
    expect(rows.map(({ title, state, liveTitle }) => [title, state, liveTitle])).toEqual(
      expect.arrayContaining([
        ['How to return', 'published', 'How: "to" return'],
        ['Visszaküldés', 'published', 'Visszaküldés'],
        ['Opening hours', 'archived', null],
        ['Opening hours', 'in_review', null],
        ['Opening hours', 'published', 'Opening hours'],
        ['Soon', 'draft', null],
        ['Empty', 'draft', null],
      ]),
    );
    const attachments = await other.db.attachment.findMany({ where: { workspaceId: other.workspaceId } });
    expect(attachments.map(({ name }) => name).sort()).toEqual(['a box.png', 'űrlap.txt']);
    expect(before['articles/how-to-return/en.md']).toContain('> [!TIP]\n> Tip **of** the day');
  });

  test('who may not publish gets drafts, and is told so; what was changed in the Markdown counts', async () => {
    await fill();
    const files = unzipSync(await packed(manager));
    const changed = strFromU8(files['articles/soon/en.md'] ?? new Uint8Array()).replace(
      'Send it',
      'Carry it',
    );
    files['articles/soon/en.md'] = strToU8(changed);
    const other = await newWorld();
    const agent = await other.member();
    const made = await bringIn(agent, zipSync(files));
    expect(made.find(({ name }) => name === 'articles/how-to-return/en.md')?.notes).toEqual([
      'state',
      'category',
      'owner',
    ]);
    const where = { workspaceId: other.workspaceId };
    expect(
      await other.db.articleTranslation.count({ where: { ...where, liveRevision: { not: null } } }),
    ).toBe(0);
    const soon = await other.db.articleTranslation.findFirstOrThrow({ where: { ...where, title: 'Soon' } });
    expect([soon.html, soon.publishAt]).toEqual(['<p>Carry it back within 14 days.</p>', null]);
    expect(await other.db.category.count({ where })).toBe(0);
  });

  test('an archive of elsewhere: pictures beside the text and in it come along, and only pictures', async () => {
    const inside = `data:image/png;base64,${(await png()).toString('base64')}`;
    const lie = `data:image/png;base64,${Buffer.from('<script>alert(1)</script>').toString('base64')}`;
    const text = `# Lamp\n\n![one](img/my%20lamp.png) ![two](${inside}) ![three](${lie}) ![four](../../etc/passwd) [list](list.csv)`;
    const [lamp, lost] = await bringIn(
      manager,
      zipSync({
        'docs/lamp.md': strToU8(text),
        'docs/img/my lamp.png': new Uint8Array(await png()),
        'docs/list.csv': strToU8('a;b'),
        'docs/tool.exe': strToU8('MZ'),
        '__MACOSX/docs/._lamp.md': strToU8('x'),
      }),
    ).then((all) => [all.find(({ articleId }) => articleId), all.find(({ problem }) => problem)]);
    expect(lost).toMatchObject({ name: 'docs/tool.exe', problem: 'type' });
    expect(lamp?.refusedPictures).toHaveLength(2);
    const { html } = await world.db.articleTranslation.findFirstOrThrow({
      where: { articleId: lamp?.articleId ?? '' },
    });
    expect(html.match(/<img /g)).toHaveLength(2);
    expect(html).not.toContain('data:');
    expect(html).toMatch(/<a href="\/api\/knowledge\/files\/[^"]+">list<\/a>/);
    const kept = await world.db.articleFile.count({ where: { articleId: lamp?.articleId ?? '' } });
    expect(kept).toBe(3);
  });

  test('one that is built to fill the memory, or is none, is refused', async () => {
    const place = importInput.parse({ locale: 'en' });
    const small = zipSync({ 'a.md': strToU8('a'.repeat(100_000)), 'b.md': strToU8('b') });
    /** The archive with another size of its first file in its directory (APPNOTE 4.3.12). */
    const saying = (size: number) => {
      const bytes = small.slice();
      const view = new DataView(bytes.buffer);
      const heads = [...bytes.keys()].slice(0, -46).filter((at) => view.getUint32(at, true) === 0x02014b50);
      view.setUint32((heads[0] ?? 0) + 24, size, true);
      return bytes;
    };
    const open = (bytes: Uint8Array) =>
      importArticles(manager, { ...place, name: 'x.zip', bytes: new Uint8Array(bytes) });
    expect(await open(saying(301 * 1024 * 1024))).toEqual({
      ok: false,
      error: { code: 'archive.too_large' },
    });
    expect(await open(small.subarray(0, 60))).toEqual({ ok: false, error: { code: 'archive.unreadable' } });
    // It says that it is short, and is not.
    expect(await open(saying(5))).toEqual({ ok: false, error: { code: 'archive.unreadable' } });
    expect((await open(saying(100_000))).ok).toBe(true);
  });
});

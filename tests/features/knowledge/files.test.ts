import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { articleFile } from '@/features/knowledge/article-file-response';
import { changeArticle } from '@/features/knowledge/commands/change-article';
import { importArticles } from '@/features/knowledge/commands/import-articles';
import { keepArticleFile } from '@/features/knowledge/commands/keep-article-file';
import { readForeignText } from '@/features/knowledge/foreign-text';
import { importInput } from '@/features/knowledge/inputs';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';
import { newArticle, step, write } from './support';

let world: Awaited<ReturnType<typeof newWorld>>;
let manager: StaffContext;

beforeEach(async () => {
  world = await newWorld();
  manager = await world.member({ role: 'manager' });
});

const picture = () =>
  sharp({ create: { width: 1200, height: 600, channels: 3, background: '#c33' } })
    .png()
    .toBuffer();

async function kept(articleId: string) {
  const done = await keepArticleFile(manager, {
    articleId,
    name: 'box.png',
    claimedType: 'text/html',
    bytes: new Uint8Array(await picture()),
  });
  if (!done.ok) throw new Error(done.error.code);
  return { ...done.value, id: done.value.url.split('/').at(-1) ?? '' };
}

const asked = (id: string, width = 0) => ({ workspaceId: world.workspaceId, id, width, ifNoneMatch: null });
const stranger = async () => false;
const status = async (id: string) => (await articleFile(manager, asked(id), stranger)).status;

describe('a picture of an article', () => {
  test('is for strangers only while a published text of a public article shows it', async () => {
    const { articleId, translationId } = await newArticle(manager);
    const { url, id, picture: size } = await kept(articleId);
    expect(size).toEqual({ width: 1200, height: 600 });
    expect(await status(id)).toBe(404);
    expect((await articleFile(manager, asked(id), async () => true)).status).toBe(200);
    await write(manager, translationId, { html: `<p>x</p><img src="${url}" alt="Box">` });
    expect(await status(id)).toBe(404);
    await step(manager, translationId, 'publish');
    expect(await status(id)).toBe(200);
    await changeArticle(manager, { articleId, audience: 'internal' });
    expect(await status(id)).toBe(404);
    await changeArticle(manager, { articleId, audience: 'public' });
    await step(manager, translationId, 'withdraw');
    expect(await status(id)).toBe(404);
  });

  test('comes narrower where a page asks for it', async () => {
    const { articleId } = await newArticle(manager);
    const { id } = await kept(articleId);
    const narrow = await articleFile(manager, asked(id, 480), async () => true);
    expect(narrow.headers.get('content-type')).toBe('image/webp');
    expect((await sharp(Buffer.from(await narrow.arrayBuffer())).metadata()).width).toBe(480);
    const odd = await articleFile(manager, asked(id, 333), async () => true);
    expect(odd.headers.get('content-type')).toBe('image/png');
  });

  test('goes along into another article, and a file of a ticket never becomes readable by being named', async () => {
    const { articleId } = await newArticle(manager);
    const { url, id } = await kept(articleId);
    const other = await newArticle(manager);
    const secret = manager.newId();
    const file = { name: 'secret.txt', type: 'text/plain', size: 1, sha256: 'a'.repeat(64) };
    await world.db.attachment.create({ data: { workspaceId: world.workspaceId, id: secret, ...file } });
    const own = `/api/knowledge/files/${world.workspaceId}`;
    const html = `<p><img src="${url}"><a href="${own}/${secret}">x</a></p>`;
    await write(manager, other.translationId, { html });
    await step(manager, other.translationId, 'publish');
    expect(await status(id)).toBe(200);
    expect(await status(secret)).toBe(404);
    expect((await articleFile(manager, asked(secret), async () => true)).status).toBe(404);
  });

  test('of no article, or of another workspace, is not taken', async () => {
    const elsewhere = await (await newWorld()).member({ role: 'owner' });
    const { articleId } = await newArticle(manager);
    const upload = { name: 'a.txt', claimedType: '', bytes: new TextEncoder().encode('x') };
    expect(await keepArticleFile(elsewhere, { ...upload, articleId })).toMatchObject({ ok: false });
    expect(await keepArticleFile(manager, { ...upload, articleId: 'x' })).toMatchObject({ ok: false });
  });
});

describe('files in and out', () => {
  const bringIn = async (...files: { name: string; text: string }[]) => {
    const packed = zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)])));
    const bytes = new Uint8Array(packed);
    const done = await importArticles(manager, {
      ...importInput.parse({ locale: 'en' }),
      name: 'all.zip',
      bytes,
    });
    return done.ok ? files.map(({ name }) => done.value.files.find((each) => each.name === name)) : [];
  };
  const textOf = (articleId: string | null | undefined) =>
    world.db.articleTranslation.findFirstOrThrow({ where: { articleId: articleId ?? '' } });

  test.each([
    ['headings', '<h1>'],
    ['titles', '<title>'],
    ['bodies', '<body'],
  ])('a file of nothing but %s that never end holds nobody up', (_, tag) => {
    const text = `<p>Text</p>${tag.repeat(60_000)}`;
    expect(readForeignText({ name: 'a.html', text })).toMatchObject({ ok: true, value: { title: 'a' } });
  });

  test('a title of spaces holds nobody up', () => {
    const text = `---\ntitle: a${' '.repeat(100_000)}b\n---\n\nText`;
    expect(readForeignText({ name: 'a.md', text })).toMatchObject({ ok: true });
  });

  test('Markdown and HTML become drafts with their titles', async () => {
    const made = await bringIn(
      {
        name: 'a.md',
        text: '---\ntitle: "Gift cards"\n---\n\nUse **one** per order.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
      },
      { name: 'b.md', text: '# From the heading\n\n- one\n- two\n' },
      {
        name: 'c.html',
        text: '<html><head><title>Page &amp; title</title></head><body><p>Text</p></body></html>',
      },
      { name: 'my-file_name.HTM', text: '<p>No title</p><script>x()</script>' },
    );
    const texts = await Promise.all(made.map((each) => textOf(each?.articleId)));
    expect(texts.map(({ title, state }) => [title, state])).toEqual([
      ['Gift cards', 'draft'],
      ['From the heading', 'draft'],
      ['Page & title', 'draft'],
      ['my file name', 'draft'],
    ]);
    expect(texts[0]?.html).toContain('<strong>one</strong>');
    expect(texts[0]?.html).toMatch(/<th>a<\/th>[\s\S]*<td>2<\/td>/);
    expect(texts[1]?.html).not.toContain('From the heading');
    expect(texts[3]?.html).toBe('<p>No title</p>');
  });

  test('what cannot be read is named and holds up nothing; pictures of others stay outside', async () => {
    const made = await bringIn(
      { name: 'a.exe', text: 'x' },
      { name: 'b.md', text: '   ' },
      { name: 'c.md', text: 'Look: ![x](https://evil.test/x.png) ![y](data:image/png;base64,AAAA)' },
    );
    expect(made.map((each) => [each?.problem, each?.refusedPictures.length])).toEqual([
      ['type', 0],
      ['empty', 0],
      [null, 2],
    ]);
    expect((await textOf(made[2]?.articleId)).html).not.toContain('<img');
  });
});

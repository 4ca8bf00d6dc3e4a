import { htmlToText } from '@/channels/lib/html';
import type { ArticleAudience } from '@/domain/knowledge/article';
import { findableText, wordsOf } from '@/domain/knowledge/find-words';
import { freeSlug, slugOf } from '@/domain/knowledge/slug';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import type { StoredText } from './store';

type Scope = Pick<Context, 'workspaceId' | 'now'>;

/** Gives a text to its readers as it stands: what they see, its address, and what finds it. */
export async function showText(tx: Tx, ctx: Scope, text: StoredText): Promise<void> {
  const { workspaceId, now } = ctx;
  const { id, title, excerpt, html, revision } = text;
  const liveText = htmlToText(html);
  const slug = await takeSlug(tx, ctx, text);
  await tx.articleTranslation.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: {
      liveRevision: revision,
      liveTitle: title,
      liveExcerpt: excerpt,
      liveHtml: html,
      liveText,
      liveAt: now(),
      publishedAt: text.publishedAt ?? now(),
      slug,
    },
  });
  await makeFindable(tx, ctx, { text, liveText });
}

/** Takes a text away from its readers; its address stays its own. */
export async function hideText(tx: Tx, { workspaceId }: Scope, id: string): Promise<void> {
  await tx.articleTranslation.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: {
      liveRevision: null,
      liveTitle: null,
      liveExcerpt: null,
      liveHtml: null,
      liveText: null,
      liveAt: null,
    },
  });
  await tx.articleSearch.deleteMany({ where: { workspaceId, translationId: id } });
}

/** The address that follows from the title; one that the text had before is its own still. */
async function takeSlug(tx: Tx, { workspaceId, now }: Scope, text: StoredText): Promise<string> {
  const { id, locale, title } = text;
  const wanted = slugOf(title);
  const near = await tx.articleSlug.findMany({
    where: { workspaceId, locale, slug: { startsWith: wanted } },
    select: { slug: true, translationId: true },
  });
  const others = new Set(near.filter(({ translationId }) => translationId !== id).map(({ slug }) => slug));
  const slug = freeSlug(wanted, (candidate) => others.has(candidate));
  if (!near.some((each) => each.slug === slug)) {
    await tx.articleSlug.create({
      data: { workspaceId, locale, slug, translationId: id, createdAt: now() },
    });
  }
  return slug;
}

type Findable = Readonly<{ text: StoredText; liveText: string }>;

async function makeFindable(tx: Tx, { workspaceId }: Scope, { text, liveText }: Findable): Promise<void> {
  const { id, articleId, locale, title, excerpt, keywords } = text;
  const { audience } = text.article;
  const head = `${title}\n${keywords}`;
  const all = `${head}\n${excerpt}\n${liveText}`;
  await tx.$executeRaw`
    insert into "ArticleSearch" ("workspaceId", "translationId", "articleId", locale, audience, title, vector)
    values (${workspaceId}::uuid, ${id}::uuid, ${articleId}::uuid, ${locale}, ${audience}::"ArticleAudience",
      ${findableText(head)}::tsvector, ${findableText(all)}::tsvector)
    on conflict ("workspaceId", "translationId") do update
      set audience = excluded.audience, title = excluded.title, vector = excluded.vector`;
  await learnWords(tx, { workspaceId, locale, audience, words: wordsOf(all) });
}

type Words = Readonly<{
  workspaceId: string;
  locale: string;
  audience: ArticleAudience;
  words: readonly string[];
}>;

/** Remembers what misspelt words can be corrected to; in one order, so that two never wait for each other. */
async function learnWords(tx: Tx, { workspaceId, locale, audience, words }: Words): Promise<void> {
  const telling = words.filter((word) => /^[a-zа-яё]{3,30}$/.test(word));
  await tx.$executeRaw`
    insert into "ArticleWord" ("workspaceId", audience, locale, word)
    select ${workspaceId}::uuid, ${audience}::"ArticleAudience", ${locale}, word
    from unnest(${telling}::text[]) as word order by word
    on conflict do nothing`;
}

/** What finds the published texts of an article follows its audience. */
export async function changeAudience(
  tx: Tx,
  { workspaceId }: Scope,
  { articleId, audience }: Readonly<{ articleId: string; audience: ArticleAudience }>,
): Promise<void> {
  await tx.articleSearch.updateMany({ where: { workspaceId, articleId }, data: { audience } });
  const live = await tx.articleTranslation.findMany({
    where: { workspaceId, articleId, liveRevision: { not: null } },
    select: { locale: true, liveTitle: true, liveExcerpt: true, liveText: true, keywords: true },
  });
  for (const { locale, liveTitle, liveExcerpt, liveText, keywords } of live) {
    const words = wordsOf(`${liveTitle} ${keywords} ${liveExcerpt} ${liveText}`);
    await learnWords(tx, { workspaceId, locale, audience, words });
  }
}

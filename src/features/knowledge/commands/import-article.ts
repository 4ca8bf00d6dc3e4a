import { type ArticleStep, asksToPublish } from '@/domain/knowledge/article';
import { may } from '@/domain/permission/can';
import { ok } from '@/domain/shared/result';
import { carryFiles, type Luggage } from '@/features/knowledge/archive/carry-files';
import type { PlannedArticle, PlannedText } from '@/features/knowledge/archive/plan';
import { cleanOwnHtml } from '@/features/knowledge/article-files';
import type { ImportInput } from '@/features/knowledge/inputs';
import { publishersOf } from '@/features/knowledge/publishers';
import { type ArticleText, lockText, originalOf } from '@/features/knowledge/store';
import type { Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import type { Unpacked } from '@/server/storage/read-zip';
import { insertArticle, insertText } from './create-article';
import type { Shelves } from './import-categories';
import { linkFiles } from './keep-article-file';
import { writeText } from './save-text';
import { moveText } from './take-step';

/** What a file asks for and did not get. */
export type ImportNote = 'state' | 'category' | 'owner';

type Given = Readonly<{
  article: PlannedArticle;
  /** Its id to be. */
  id: string;
  /** Where the texts of all will be read, by their paths. */
  places: ReadonlyMap<string, string>;
  files: Unpacked;
  shelves: Shelves;
  place: ImportInput;
}>;

type Told = Readonly<{
  articleId: string;
  refusedPictures: readonly string[];
  notes: readonly ImportNote[];
  /** Paths of the files that went along. */
  carried: readonly string[];
}>;

/** A text with its files in the workspace, cleaned: at work, and as its readers see it where that differs. */
type ReadyText = Readonly<{
  locale: Locale;
  planned: PlannedText;
  work: ArticleText;
  shown: ArticleText | null;
}>;

/** Makes one article of what was planned, in one commit; its files are stored before. */
export async function importArticle(ctx: StaffContext, given: Given): Promise<Told> {
  const { article, id, places, files, shelves, place } = given;
  const { front } = article.original;
  const luggage: Luggage = { files, places, kept: new Map() };
  const refused: string[] = [];
  const texts: ReadyText[] = [];
  for (const planned of [article.original, ...article.translations])
    texts.push(await readyText(ctx, { planned, luggage, refused, usual: place.locale }));
  const asked = front.category ? await shelves(front.category, texts[0]?.locale ?? place.locale) : null;
  const ownerId = front.owner ? await memberOf(ctx, front.owner) : null;
  const reviewerId = await publisherOf(ctx, front.reviewer);
  const isHeld = !may(ctx.actor, 'knowledge.publish') && texts.some(isForReaders);
  const notes: ImportNote[] = [
    ...(isHeld ? (['state'] as const) : []),
    ...(front.category && !asked ? (['category'] as const) : []),
    ...(front.owner && !ownerId ? (['owner'] as const) : []),
  ];
  const done = await transaction(ctx, async (tx) => {
    const settings = {
      audience: front.audience ?? place.audience,
      articleId: id,
      categoryId: asked ?? place.categoryId,
      position: asked ? (front.place ?? null) : null,
      ...(ownerId && { ownerId }),
      reviewerId,
      reviewOn: front.review ? new Date(`${front.review}T00:00:00Z`) : null,
    };
    const articleId = await insertTexts(tx, ctx, { texts, settings });
    const ids = [...luggage.kept.values()].flatMap((each) => each?.id ?? []);
    await linkFiles(tx, ctx, { articleId, ids });
    return ok({ articleId });
  });
  const carried = [...luggage.kept].flatMap(([path, file]) => (file ? [path] : []));
  return { articleId: done.value.articleId, refusedPictures: [...new Set(refused)], notes, carried };
}

const isForReaders = ({ planned: { front, live } }: ReadyText): boolean =>
  live !== null || front.publish !== undefined || front.state === 'published' || front.state === 'archived';

type Reading = Readonly<{ planned: PlannedText; luggage: Luggage; refused: string[]; usual: Locale }>;

async function readyText(
  ctx: StaffContext,
  { planned, luggage, refused, usual }: Reading,
): Promise<ReadyText> {
  const { path, front, live } = planned;
  const clean = async (html: string): Promise<string> => {
    const cleaned = cleanOwnHtml(ctx, await carryFiles(ctx, luggage, { path, html }));
    refused.push(...cleaned.refused);
    return cleaned.html;
  };
  const keywords = front.keywords?.slice(0, 500) ?? '';
  const text = async (title: string, excerpt: string, html: string): Promise<ArticleText> => ({
    title: title.slice(0, 200),
    excerpt: excerpt.slice(0, 300),
    keywords,
    html: await clean(html),
  });
  const work = await text(planned.title, front.excerpt ?? '', planned.html);
  const shown = live && (await text(live.title, live.excerpt, live.html));
  return { locale: front.language ?? usual, planned, work, shown };
}

async function memberOf({ db, workspaceId }: StaffContext, email: string): Promise<string | null> {
  const found = await db.membership.findFirst({
    where: { workspaceId, deactivatedAt: null, user: { email: email.toLowerCase() } },
    select: { userId: true },
  });
  return found?.userId ?? null;
}

/** The member of this address, who may publish; null where there is none. */
async function publisherOf(ctx: StaffContext, email: string | undefined): Promise<string | null> {
  const id = email ? await memberOf(ctx, email) : null;
  const publishers = id ? await publishersOf(ctx.db, ctx.workspaceId) : [];
  return publishers.some((each) => each.id === id) ? id : null;
}

type Settings = Omit<Parameters<typeof insertArticle>[2], 'locale' | 'title' | 'html' | 'kind'>;

async function insertTexts(
  tx: Tx,
  ctx: StaffContext,
  { texts, settings }: Readonly<{ texts: readonly ReadyText[]; settings: Settings }>,
): Promise<string> {
  const [original, ...translations] = texts;
  if (!original) throw new Error('an article without a text');
  const first = { ...settings, ...(original.shown ?? original.work), locale: original.locale };
  const made = await insertArticle(tx, ctx, { ...first, kind: 'imported' });
  const { articleId } = made;
  await settle(tx, ctx, { id: made.translationId, text: original });
  const source = await originalOf(tx, ctx, {
    articleId,
    article: { locale: original.locale, audience: 'public' },
  });
  for (const text of translations.filter(({ locale }) => locale !== original.locale)) {
    const says = source?.liveRevision ?? source?.revision ?? null;
    const sourceRevision = text.planned.front.stale ? null : says;
    const words = text.shown ?? text.work;
    const rows = { articleId, locale: text.locale, text: words, kind: 'imported', sourceRevision } as const;
    await settle(tx, ctx, { id: await insertText(tx, ctx, rows), text });
  }
  return articleId;
}

type Settling = Readonly<{ id: string; text: ReadyText }>;

/** Brings a new draft to where its file says that it stood, as far as the actor may. */
async function settle(tx: Tx, ctx: StaffContext, settling: Settling): Promise<void> {
  const { work, shown } = settling.text;
  const steps = stepsOf(settling.text, ctx);
  for (const { step, at } of steps.before) await move(tx, ctx, { ...settling, step, at });
  const before = shown && (await lockText(tx, ctx, settling.id));
  if (before) await writeText(tx, ctx, { before, text: work });
  for (const { step, at } of steps.after) await move(tx, ctx, { ...settling, step, at });
}

type Step = Readonly<{ step: ArticleStep; at: Date | null }>;

/** A translation that was behind its original stays behind it. */
async function move(tx: Tx, ctx: StaffContext, { id, step, at }: Settling & Step): Promise<void> {
  const text = await lockText(tx, ctx, id);
  if (text) await moveText(tx, ctx, { text, step, current: false, at });
}

/** What is done before the text at work is written over what readers see, and after. */
function stepsOf({ planned: { front }, shown }: ReadyText, ctx: StaffContext) {
  const mayPublish = may(ctx.actor, 'knowledge.publish');
  const hour = front.publish ? new Date(front.publish) : null;
  const step = (name: ArticleStep, isAsked: boolean, at: Date | null = null): Step[] =>
    isAsked && (mayPublish || !asksToPublish(name)) ? [{ step: name, at }] : [];
  return {
    before: step('publish', shown !== null || front.state === 'published'),
    after: [
      ...step('submit', front.state === 'in_review'),
      ...step('archive', front.state === 'archived'),
      ...step('schedule', hour !== null && hour > ctx.now(), hour),
    ],
  };
}

import type { StaffActor } from '@/domain/permission/actor';
import { addTranslation } from '@/features/knowledge/commands/add-translation';
import { createArticle } from '@/features/knowledge/commands/create-article';
import { saveCategory } from '@/features/knowledge/commands/save-category';
import { saveText } from '@/features/knowledge/commands/save-text';
import { takeStep } from '@/features/knowledge/commands/take-step';
import { categoryInput, createArticleInput, stepInput } from '@/features/knowledge/inputs';
import type { Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import { type DemoTexts, written } from './article-text';
import { ENGLISH_ARTICLES } from './articles-english';
import { HUNGARIAN_ARTICLES } from './articles-hungarian';
import { LATVIAN_ARTICLES } from './articles-latvian';
import type { Cast } from './build-demo';
import { buildReaders } from './knowledge-readers';

const NAMES = {
  delivery: ['Delivery', 'Szállítás', 'Piegāde'],
  returns: ['Returns and refunds', 'Visszaküldés és visszatérítés', 'Atgriešana un atmaksa'],
  warranty: ['Warranty and repair', 'Jótállás és javítás', 'Garantija un remonts'],
  payment: ['Payment and invoices', 'Fizetés és számla', 'Maksājumi un rēķini'],
  account: ['Account and loyalty', 'Fiók és hűségprogram', 'Konts un lojalitāte'],
} as const;

const SHELVES: Readonly<Record<keyof typeof NAMES, string>> = {
  delivery:
    'delivery_times delivery_cost parcel_locker track_order change_address damaged_parcel missing_item out_of_stock',
  returns: 'return_item refund_time exchange_size return_cost cancel_order',
  warranty: 'warranty repair',
  payment: 'invoice company_invoice payment_methods payment_failed discount_code gift_card',
  account: 'create_account reset_password delete_account newsletter loyalty_points',
};

const INTERNAL = ['goodwill_limits', 'carrier_contacts'];
/** These are drafts; `buildReview` asks for a look at them. */
const DRAFTS = ['out_of_stock'];
/** Their originals moved on after they were translated. */
const MOVED_ON = ['warranty', 'delivery_cost'];

/** The knowledge base of the demo shop: articles in three languages, and what their readers did. */
export async function buildKnowledge(db: Db, ...[cast, now]: [Cast, Date]): Promise<void> {
  const ctx = contextAt(db, { cast, at: new Date(now.getTime() - 40 * 86_400_000) });
  const shelves = await buildShelves(ctx);
  const ids = new Map<string, string>();
  for (const [key, text] of Object.entries(ENGLISH_ARTICLES)) {
    const categoryId = Object.entries(SHELVES).find(([, keys]) => keys.split(' ').includes(key))?.[0];
    ids.set(key, await buildArticle(ctx, { key, text, categoryId: shelves.get(categoryId ?? '') ?? null }));
  }
  await endWithSeason(ctx, { articleId: ids.get('delivery_cost') ?? '', now });
  await reviewDays(db, { cast, ids, now });
  await buildReaders(db, { workspaceId: cast.workspaceId, ids, now });
}

/** Prices of a season leave by themselves when it is over. */
async function endWithSeason(
  ctx: StaffContext,
  { articleId, now }: Readonly<{ articleId: string; now: Date }>,
): Promise<void> {
  const at = new Date(now.getTime() + 45 * 86_400_000);
  const texts = await ctx.db.articleTranslation.findMany({
    where: { workspaceId: ctx.workspaceId, articleId },
    select: { id: true },
  });
  for (const { id } of texts) {
    await takeStep(ctx, stepInput.parse({ translationId: id, step: 'schedule_archive', at }));
  }
}

function contextAt(db: Db, { cast, at }: Readonly<{ cast: Cast; at: Date }>): StaffContext {
  const peter = cast.users.get('peter');
  if (!peter) throw new Error('the demo has no manager');
  const actor: StaffActor = { kind: 'user', ...peter, role: 'manager', scope: 'all', teamIds: [] };
  return { workspaceId: cast.workspaceId, actor, db, now: () => at, newId };
}

async function buildShelves(ctx: StaffContext): Promise<Map<string, string>> {
  const shelves = new Map<string, string>();
  for (const [key, [en, hu, lv]] of Object.entries(NAMES)) {
    const names = { en: { name: en }, hu: { name: hu }, lv: { name: lv } };
    const saved = await saveCategory(ctx, categoryInput.parse({ names }));
    if (saved.ok) shelves.set(key, saved.value.categoryId);
  }
  return shelves;
}

type DemoArticle = Readonly<{ key: string; text: string; categoryId: string | null }>;

async function buildArticle(ctx: StaffContext, { key, text, categoryId }: DemoArticle): Promise<string> {
  const { title } = written(text);
  const audience = INTERNAL.includes(key) ? 'internal' : 'public';
  const made = await createArticle(
    ctx,
    createArticleInput.parse({ locale: 'en', title, audience, categoryId }),
  );
  if (!made.ok) throw new Error(made.error.code);
  const { articleId, translationId } = made.value;
  await put(ctx, translationId, text);
  if (DRAFTS.includes(key)) return articleId;
  await takeStep(ctx, stepInput.parse({ translationId, step: 'publish' }));
  await translate(ctx, { articleId, locale: 'hu', text: textOf(HUNGARIAN_ARTICLES, key) });
  await translate(ctx, { articleId, locale: 'lv', text: textOf(LATVIAN_ARTICLES, key) });
  if (MOVED_ON.includes(key)) {
    await put(ctx, translationId, `${text}\nPrices and times are those of this autumn.`);
    await takeStep(ctx, stepInput.parse({ translationId, step: 'publish' }));
  }
  return articleId;
}

const textOf = (texts: DemoTexts, key: string) => texts[key];

type Translation = Readonly<{ articleId: string; locale: Locale; text: string | undefined }>;

async function translate(ctx: StaffContext, { articleId, locale, text }: Translation): Promise<void> {
  if (text === undefined) return;
  const added = await addTranslation(ctx, { articleId, locale });
  if (!added.ok) throw new Error(added.error.code);
  const { translationId } = added.value;
  await put(ctx, translationId, text);
  await takeStep(ctx, stepInput.parse({ translationId, step: 'publish' }));
}

async function put(ctx: StaffContext, ...[translationId, text]: [string, string]): Promise<void> {
  const { workspaceId, db } = ctx;
  const where = { workspaceId_id: { workspaceId, id: translationId } };
  const { version } = await db.articleTranslation.findUniqueOrThrow({ where, select: { version: true } });
  const saved = await saveText(ctx, { ...written(text), keywords: '', translationId, version });
  if (!saved.ok) throw new Error(saved.error.code);
}

type Reviewed = Readonly<{ cast: Cast; ids: ReadonlyMap<string, string>; now: Date }>;

/** Every third article has a day on which it is to be read again; some of them have come. */
async function reviewDays(db: Db, { cast, ids, now }: Reviewed): Promise<void> {
  const owners = ['emma', 'zsofia', 'janis'].flatMap((key) => cast.users.get(key)?.id ?? []);
  for (const [index, id] of [...ids.values()].entries()) {
    const ownerId = owners[index % owners.length] ?? null;
    const reviewOn = index % 3 === 0 ? new Date(now.getTime() + (index - 6) * 5 * 86_400_000) : null;
    await db.article.update({
      where: { workspaceId_id: { workspaceId: cast.workspaceId, id } },
      data: { ownerId, reviewOn, reviewNoticeOn: reviewOn },
    });
  }
}

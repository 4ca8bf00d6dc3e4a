import { recordMiss } from '@/features/knowledge/commands/record-miss';
import { searchArticles } from '@/features/knowledge/search-articles';
import type { Locale } from '@/i18n/locales';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

const SHORTEST = 3;

/**
 * Counts what somebody asked in a form as a search in vain, where no public article of its language fits: what is typed there is
 * searched for as much as what is typed into the search. Where nothing is published in that language, that is no news.
 */
export async function noteUnanswered(
  tx: Tx,
  ctx: Context,
  { locale, text }: Readonly<{ locale: Locale; text: string }>,
): Promise<void> {
  const { workspaceId } = ctx;
  if (text.trim().length < SHORTEST) return;
  const known = await tx.articleWord.findFirst({
    where: { workspaceId, locale, audience: 'public' },
    select: { locale: true },
  });
  if (!known) return;
  const scope = { ...ctx, db: tx, audiences: ['public'] as const };
  const { hits } = await searchArticles(scope, { locale, text: `${text} `, most: 1 });
  if (hits.length === 0) await recordMiss({ ...ctx, db: tx }, { locale, text });
}

import { may } from '@/domain/permission/can';
import { type ForeignHit, searchEverywhere } from '@/features/knowledge/search-everywhere';
import type { Locale } from '@/i18n/locales';
import type { Context } from '@/server/context';

type Asked = Readonly<{ locale: Locale; text: string; most: number }>;

/**
 * Published articles that say what is asked for, the internal ones as well: those in the reader's language first, then those that
 * only another language finds. None without words, and for whoever may not read articles.
 */
export async function findPublished(
  { db, workspaceId, actor }: Pick<Context, 'db' | 'workspaceId' | 'actor'>,
  { locale, text, most }: Asked,
): Promise<readonly ForeignHit[]> {
  const words = text.trim();
  if (words === '' || !may(actor, 'knowledge.read')) return [];
  const scope = { db, workspaceId, audiences: ['public', 'internal'] as const };
  const { own, others } = await searchEverywhere(scope, { locale, text: `${words} `, most });
  return [...own.hits.map((hit) => ({ ...hit, locale })), ...others];
}

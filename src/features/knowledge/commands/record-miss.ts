import { missedWords } from '@/domain/knowledge/find-words';
import type { Locale } from '@/i18n/locales';
import type { Context } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';

/** Anybody can search for anything; more different words than this nobody reads. */
const MOST_WORDS = 20_000;

/**
 * Counts a search that found nothing with those of the same words; one that was settled comes up again. Where very many are
 * kept already, words that are new are not.
 */
export async function recordMiss(
  { db, workspaceId, now, newId }: Pick<Context, 'workspaceId' | 'now' | 'newId'> & Readonly<{ db: Db | Tx }>,
  { locale, text }: Readonly<{ locale: Locale; text: string }>,
): Promise<void> {
  const words = missedWords(`${text} `);
  if (words === '') return;
  const at = now();
  const most = MOST_WORDS - 1;
  await db.$executeRaw`
    insert into "SearchMiss" ("workspaceId", id, locale, words, text, "firstAt", "lastAt")
    select ${workspaceId}::uuid, ${newId()}::uuid, ${locale}, ${words}, ${text.slice(0, 300)}, ${at}, ${at}
    where exists (select from "SearchMiss"
        where "workspaceId" = ${workspaceId}::uuid and locale = ${locale} and words = ${words})
      or not exists (select from "SearchMiss" where "workspaceId" = ${workspaceId}::uuid offset ${most})
    on conflict ("workspaceId", locale, words) do update
      set count = "SearchMiss".count + 1, text = excluded.text, "lastAt" = excluded."lastAt", "settledAt" = null`;
}

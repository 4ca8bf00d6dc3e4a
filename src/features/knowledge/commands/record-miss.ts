import { missedWords } from '@/domain/knowledge/find-words';
import type { Locale } from '@/i18n/locales';
import type { Context } from '@/server/context';

/** Counts a search that found nothing with those of the same words; one that was settled comes up again. */
export async function recordMiss(
  { db, workspaceId, now, newId }: Pick<Context, 'db' | 'workspaceId' | 'now' | 'newId'>,
  { locale, text }: Readonly<{ locale: Locale; text: string }>,
): Promise<void> {
  const words = missedWords(`${text} `);
  if (words === '') return;
  const at = now();
  await db.$executeRaw`
    insert into "SearchMiss" ("workspaceId", id, locale, words, text, "firstAt", "lastAt")
    values (${workspaceId}::uuid, ${newId()}::uuid, ${locale}, ${words}, ${text.slice(0, 300)}, ${at}, ${at})
    on conflict ("workspaceId", locale, words) do update
      set count = "SearchMiss".count + 1, text = excluded.text, "lastAt" = excluded."lastAt", "settledAt" = null`;
}

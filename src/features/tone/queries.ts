import 'server-only';
import { type DictionaryEntry, mergeDictionary, phrasesInUse } from '@/domain/tone/dictionary';
import { TONE_RULES, type ToneRule, type ToneSettings, USUAL_LONGEST_SENTENCE } from '@/domain/tone/finding';
import type { PhraseKind, ToneLanguage, TonePhrase } from '@/domain/tone/phrase';
import type { StaffContext } from '@/server/context';
import { shippedPhrases } from './shipped-phrases';

/** More phrases of its own no workspace may keep in one language. */
export const MOST_OWN_PHRASES = 500;

/** The whole dictionary of this workspace in one language, with where each phrase comes from. */
export async function toneDictionary(
  { db, workspaceId }: StaffContext,
  language: ToneLanguage,
): Promise<readonly DictionaryEntry[]> {
  const rows = await db.tonePhrase.findMany({
    where: { workspaceId, language },
    select: { kind: true, phrase: true, alternatives: true, removed: true },
    orderBy: [{ kind: 'asc' }, { phrase: 'asc' }],
    take: MOST_OWN_PHRASES * 2,
  });
  const own = rows.map((row) => ({ ...row, kind: row.kind as PhraseKind }));
  return mergeDictionary(shippedPhrases(language), own);
}

/** How strict the helper is here. */
export async function toneSettings({ db, workspaceId }: StaffContext): Promise<ToneSettings> {
  const row = await db.toneSetting.findUnique({
    where: { workspaceId },
    select: { off: true, longestSentence: true },
  });
  return {
    off: TONE_RULES.filter((rule: ToneRule) => row?.off.includes(rule)),
    longestSentence: row?.longestSentence ?? USUAL_LONGEST_SENTENCE,
  };
}

export type ToneHelp = Readonly<{ phrases: readonly TonePhrase[]; settings: ToneSettings }>;

/** All that the helper in the composer needs for answers in one language. Two queries. */
export async function toneHelp(ctx: StaffContext, language: ToneLanguage): Promise<ToneHelp> {
  const [entries, settings] = await Promise.all([toneDictionary(ctx, language), toneSettings(ctx)]);
  return { phrases: phrasesInUse(entries), settings };
}

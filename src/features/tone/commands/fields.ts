import { z } from 'zod';
import { TONE_RULES } from '@/domain/tone/finding';
import { PHRASE_KINDS, TONE_LANGUAGES } from '@/domain/tone/phrase';

const text = (longest: number) => z.string().trim().min(1).max(longest);

const which = {
  language: z.enum(TONE_LANGUAGES),
  kind: z.enum(PHRASE_KINDS),
  phrase: text(120).regex(/[\p{L}\p{N}]/u),
};

/** One phrase of the dictionary with what to write instead. */
export const phraseInput = z.object({ ...which, alternatives: z.array(text(160)).max(5) });
export type PhraseInput = z.output<typeof phraseInput>;

/** Which phrase of the dictionary is meant. */
export const phraseKeyInput = z.object(which);
export type PhraseKeyInput = z.output<typeof phraseKeyInput>;

/** A sentence of fewer words than the least is never too long, and nobody reads one of more than the most. */
export const toneSettingsInput = z.object({
  off: z.array(z.enum(TONE_RULES)).max(TONE_RULES.length),
  longestSentence: z.coerce.number().int().min(8).max(60),
});
export type ToneSettingsInput = z.output<typeof toneSettingsInput>;

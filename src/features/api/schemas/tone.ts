import { z } from 'zod';
import { TONE_RULES } from '@/domain/tone/finding';
import { PHRASE_KINDS } from '@/domain/tone/phrase';
import { phraseInput, phraseKeyInput, toneSettingsInput } from '@/features/tone/commands/fields';
import { language, listOf, listQuery } from './shared';

const kind = z.enum(PHRASE_KINDS);

export const tonePhrasesQuery = listQuery.extend({ language: language.default('en'), kind: kind.optional() });

export const tonePhraseBody = z.strictObject(phraseInput.shape).meta({ id: 'SaveTonePhrase' });
export const tonePhraseKey = z.strictObject(phraseKeyInput.shape).meta({ id: 'TonePhraseKey' });

const tonePhrase = z
  .object({
    language,
    kind,
    phrase: z.string().meta({ description: 'A `*` at the end of a word stands for any ending.' }),
    alternatives: z.array(z.string()).meta({ description: 'What to write instead, best first.' }),
    source: z.enum(['shipped', 'changed', 'removed', 'own']),
  })
  .meta({ id: 'TonePhrase' });
export const tonePhraseList = listOf(tonePhrase).meta({ id: 'TonePhraseList' });

export const toneSettingsBody = z
  .strictObject({
    off: z.array(z.enum(TONE_RULES)).meta({ description: 'The rules that are silent.' }),
    longestSentence: toneSettingsInput.shape.longestSentence.meta({
      description: 'In words, 8 to 60.',
      override: { type: 'integer', minimum: 8, maximum: 60 },
    }),
  })
  .partial()
  .meta({ id: 'UpdateToneSettings', description: 'What is absent stays as it is.' });

export const toneSettings = z
  .object({ off: z.array(z.enum(TONE_RULES)), longestSentence: z.int() })
  .meta({ id: 'ToneSettings' });

export const checkToneBody = z
  .strictObject({
    language,
    text: z.string().max(20_000),
    isLetter: z.boolean().default(true).meta({ description: 'False for a message in a running chat.' }),
    isComplaint: z.boolean().default(false),
    isSolving: z.boolean().default(false),
  })
  .meta({ id: 'CheckTone' });

export const toneFindings = z
  .object({
    findings: z.array(
      z.object({
        rule: z.enum(TONE_RULES),
        start: z.int().nullable().meta({ description: 'In UTF-16 units; null for what is missing.' }),
        end: z.int().nullable(),
        quote: z.string(),
        alternatives: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'ToneFindings' });

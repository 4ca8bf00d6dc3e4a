import type { ToneLanguage, TonePhrase } from '@/domain/tone/phrase';
import english from './shipped/en.json' with { type: 'json' };
import hungarian from './shipped/hu.json' with { type: 'json' };
import latvian from './shipped/lv.json' with { type: 'json' };

const SHIPPED = { en: english, hu: hungarian, lv: latvian } as Readonly<
  Record<ToneLanguage, readonly TonePhrase[]>
>;

/** The dictionary that every workspace begins with. */
export const shippedPhrases = (language: ToneLanguage): readonly TonePhrase[] => SHIPPED[language];

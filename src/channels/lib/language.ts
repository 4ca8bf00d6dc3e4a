import { eld } from 'eld/extrasmall';

const SPOKEN = new Set(['en', 'hu', 'lv', 'de']);
const MAX_CHARACTERS = 1500;
const MIN_LETTERS = 12;

/**
 * The language of a customer's words: `en`, `hu`, `lv` or `de`; null when it is another one or the text is too short
 * to tell.
 */
export function detectLanguage(text: string): string | null {
  const sample = text
    .slice(0, MAX_CHARACTERS)
    .replace(/\S*(?:@|:\/\/)\S*/g, ' ')
    .trim();
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < MIN_LETTERS) return byLetters(sample);
  const found = eld.detect(sample);
  if (!found.isReliable()) return byLetters(sample);
  return SPOKEN.has(found.language) ? found.language : null;
}

/** Letters that no other language around here has. */
function byLetters(text: string): string | null {
  if (/[őűŐŰ]/.test(text)) return 'hu';
  return /[ģķļņĢĶĻŅ]/.test(text) ? 'lv' : null;
}

import type { ToneFacts, ToneFinding, ToneRule } from './finding';
import type { PhraseKind, PhraseMatch, Word } from './phrase';

/** A shorter answer is a word between two people who are talking already. */
const A_LETTER = 8;
/** The greeting stands among the first words. */
const GREETING_WITHIN = 12;

type Text = Readonly<{
  text: string;
  words: readonly Word[];
  matches: readonly PhraseMatch[];
  facts: ToneFacts;
}>;

/** What a good letter has and this one has not: a greeting, an apology where something went wrong, what happens next. */
export function findMissing({ text, words, matches, facts }: Text): readonly ToneFinding[] {
  if (!facts.isLetter || words.length < A_LETTER) return [];
  const has = (kind: PhraseKind) => matches.some(({ phrase }) => phrase.kind === kind);
  const border = words[Math.min(GREETING_WITHIN, words.length) - 1]?.end ?? 0;
  const greets = matches.some(({ phrase, end }) => phrase.kind === 'greeting' && end <= border);
  const namesNext = has('next_step') || has('promise') || has('time') || text.includes('?');
  const missing: [ToneRule, boolean][] = [
    ['no_greeting', !greets],
    ['no_apology', facts.isComplaint && !has('apology')],
    ['no_next_step', !(facts.isSolving || namesNext)],
  ];
  return missing
    .filter(([, isMissing]) => isMissing)
    .map(([rule]) => ({ rule, place: null, quote: '', alternatives: [] }));
}

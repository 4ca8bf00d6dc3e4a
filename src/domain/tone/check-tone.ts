import { findMixedAddress } from './address';
import type { ToneFacts, ToneFinding, ToneRule, ToneSettings } from './finding';
import { findMissing } from './missing';
import {
  findPhrases,
  indexPhrases,
  type PhraseKind,
  type PhraseMatch,
  type TonePhrase,
  wordsOf,
} from './phrase';
import { type Sentence, sentencesOf } from './sentence';
import { findShouting } from './shouting';

type Question = Readonly<{
  text: string;
  phrases: readonly TonePhrase[];
  settings: ToneSettings;
  facts: ToneFacts;
}>;

/** What could be said better in an answer, in the order in which it stands there, what is missing last. Empty for no text. */
export function checkTone({ text, phrases, settings, facts }: Question): readonly ToneFinding[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const matches = findPhrases(words, indexPhrases(phrases));
  const sentences = sentencesOf(text);
  const spots = [
    ...marked(text, matches, 'negative'),
    ...marked(text, matches, 'forbidden'),
    ...promisesWithoutTime(text, matches, sentences),
    ...findShouting(text, words),
    ...tooLong(text, sentences, settings.longestSentence),
    ...findMixedAddress(text, matches),
  ].toSorted((a, b) => (a.place?.start ?? 0) - (b.place?.start ?? 0));
  const missing = findMissing({ text, words, matches, facts });
  return [...spots, ...missing].filter(({ rule }) => !settings.off.includes(rule));
}

const marked = (text: string, matches: readonly PhraseMatch[], kind: PhraseKind & ToneRule): ToneFinding[] =>
  matches
    .filter(({ phrase }) => phrase.kind === kind)
    .map(({ phrase, start, end }) => ({
      rule: kind,
      place: { start, end },
      quote: text.slice(start, end),
      alternatives: phrase.alternatives,
    }));

/** "16:30", "2026-11-22", "11/22", "4 p.m.": a time in any of our languages. */
const CLOCK = /\b\d{1,2}\s?[ap]\.?m\b|\b\d{1,2}[:.]\d{2}\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\s?\d{1,2}\b/;

function promisesWithoutTime(
  text: string,
  matches: readonly PhraseMatch[],
  sentences: readonly Sentence[],
): ToneFinding[] {
  const within = ({ start, end }: Sentence, match: PhraseMatch) => match.start >= start && match.end <= end;
  return sentences.flatMap((sentence) => {
    const own = matches.filter((match) => within(sentence, match));
    const promise = own.find(({ phrase }) => phrase.kind === 'promise');
    const timed =
      own.some(({ phrase }) => phrase.kind === 'time') ||
      CLOCK.test(text.slice(sentence.start, sentence.end));
    if (!promise || timed) return [];
    const { start, end, phrase } = promise;
    return [
      {
        rule: 'promise_without_time' as const,
        place: { start, end },
        quote: text.slice(start, end),
        alternatives: phrase.alternatives,
      },
    ];
  });
}

const tooLong = (text: string, sentences: readonly Sentence[], longest: number): ToneFinding[] =>
  sentences
    .filter(({ words }) => words.length > longest)
    .map(({ start, end, words }) => ({
      rule: 'long_sentence',
      place: { start, end },
      quote: text.slice(start, end),
      alternatives: [],
      count: words.length,
    }));

import type { ToneFinding } from './finding';
import type { Word } from './phrase';

/** A single word of capitals is shouted from this length on; shorter ones are mostly names of things (USB, PDF, HTTP). */
const SINGLE = 6;
const IN_A_ROW = 3;
const MARKS = /[!?]*!{2,}[!?]*|\?{3,}|!\?+/g;

const isCapitals = ({ text }: Word): boolean => /^\p{Lu}{2,}$/u.test(text);

/** Words in capitals, alone or in a row, and exclamation marks in a row. */
export function findShouting(text: string, words: readonly Word[]): readonly ToneFinding[] {
  const runs = capitalRuns(words).filter(
    (run) => run.length >= IN_A_ROW || run.some((word) => word.text.length >= SINGLE),
  );
  const places = [
    ...runs.flatMap((run) => {
      const [first] = run;
      const last = run.at(-1);
      return first && last ? [{ start: first.start, end: last.end }] : [];
    }),
    ...[...text.matchAll(MARKS)].map(({ 0: marks, index }) => ({ start: index, end: index + marks.length })),
  ];
  return places.map((place) => {
    const quote = text.slice(place.start, place.end);
    return { rule: 'shouting', place, quote, alternatives: [calm(quote)] };
  });
}

function capitalRuns(words: readonly Word[]): readonly (readonly Word[])[] {
  const runs: Word[][] = [[]];
  for (const word of words) {
    if (isCapitals(word)) runs.at(-1)?.push(word);
    else if (runs.at(-1)?.length !== 0) runs.push([]);
  }
  return runs;
}

function calm(quote: string): string {
  if (/\p{L}/u.test(quote)) return quote.toLowerCase();
  return quote.includes('?') ? '?' : '!';
}

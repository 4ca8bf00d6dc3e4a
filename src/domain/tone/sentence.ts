import { type Word, wordsOf } from './phrase';

/** A sentence and where it stands in the text. */
export type Sentence = Readonly<{ start: number; end: number; words: readonly Word[] }>;

const ENDING = /[.!?…]+(?=["”»)]*(?:\s|$))|\n+/g;
/** A full stop behind these ends no sentence: "kb. 3 nap", "5. pont", "e.g. this". */
const SHORTENED =
  /(?:^|[\s(])(?:\d+|\p{L}|e\.g|i\.e|approx|kb|pl|stb|ill|dr|ifj|u\.c|u\.tml|piem|plkst|nr|mr|mrs|ms|no)$/iu;

/** The sentences of a text; a line that ends is a sentence that ends. Those without a word are left out. */
export function sentencesOf(text: string): readonly Sentence[] {
  const ends = [...text.matchAll(ENDING)]
    .filter(({ 0: mark, index }) => !(mark === '.' && SHORTENED.test(text.slice(0, index))))
    .map(({ 0: mark, index }) => index + mark.length);
  const borders = [...new Set([0, ...ends, text.length])];
  const words = wordsOf(text);
  return borders.slice(0, -1).flatMap((start, at) => {
    const end = borders[at + 1] ?? text.length;
    const own = words.filter((word) => word.start >= start && word.end <= end);
    const [first] = own;
    const last = own.at(-1);
    return first && last ? [{ start: first.start, end: last.end, words: own }] : [];
  });
}

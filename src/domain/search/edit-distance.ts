/**
 * How many letters must be added, left out, exchanged or swapped with their neighbour to get from one word to the other
 * (optimal string alignment). Gives `limit + 1` when it is more than `limit`.
 */
export function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const next = nextRow([one, other], row, { before, last });
    before = last;
    last = next;
  }
  return Math.min(last[other.length] ?? 0, limit + 1);
}

type Rows = Readonly<{ before: readonly number[]; last: readonly number[] }>;

function nextRow([one, other]: readonly [string, string], row: number, { before, last }: Rows): number[] {
  const next = [row];
  for (let column = 1; column <= other.length; column++) {
    const same = one[row - 1] === other[column - 1];
    const exchanged = at(last, column - 1) + (same ? 0 : 1);
    const swapped = isSwap(one, other, [row, column]) ? at(before, column - 2) + 1 : exchanged;
    next.push(Math.min(exchanged, swapped, at(last, column) + 1, at(next, column - 1) + 1));
  }
  return next;
}

const at = (row: readonly number[], column: number) => row[column] ?? Number.MAX_SAFE_INTEGER;

const isSwap = (one: string, other: string, [row, column]: readonly [number, number]) =>
  row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];

/**
 * The words nearest to a misspelt one, endings aside: one wrong letter in words of up to six letters, two in longer ones.
 * Of these, only the nearest, at most five. `slips` allows fewer.
 */
export function nearestWords(
  misspelt: string,
  candidates: readonly string[],
  slips = Number.MAX_SAFE_INTEGER,
): readonly string[] {
  const limit = Math.min(misspelt.length <= 6 ? 1 : 2, slips);
  const near = candidates
    .filter((word) => word !== misspelt)
    .map((word) => ({ word, distance: distanceToForm(misspelt, word, limit) }))
    .filter(({ distance }) => distance <= limit + OTHER_ENDING)
    .sort((one, other) => one.distance - other.distance || one.word.length - other.word.length);
  return near
    .filter(({ distance }) => distance === near[0]?.distance)
    .slice(0, 5)
    .map(({ word }) => word);
}

const SHORTEST = 4;
const LONGEST_ENDING = 5;
/** What a slip in a word costs more where its last letter is another one, too. */
const OTHER_ENDING = 0.5;
const SHORTEST_STEM = 5;

/** The distance to the word or to its beginning: what follows may be an ending (`szmla` ~ `számlákat`). */
function distanceToForm(misspelt: string, word: string, limit: number): number {
  const { length } = misspelt;
  const beginnings = [length - 1, length, length + 1]
    .filter((end) => end >= SHORTEST && end < word.length && word.length - end <= LONGEST_ENDING)
    .map((end) => word.slice(0, end));
  const whole = Math.min(...[word, ...beginnings].map((one) => editDistance(misspelt, one, limit)));
  return whole > limit ? distanceOfStems(misspelt, word) : whole;
}

/** One slip before another ending of one letter (`parale` ~ `paroli`), else more than any limit. */
function distanceOfStems(one: string, other: string): number {
  const stems = [one.slice(0, -1), other.slice(0, -1)] as const;
  const isLong = stems.every(({ length }) => length >= SHORTEST_STEM);
  return isLong && editDistance(...stems, 1) === 1 ? 1 + OTHER_ENDING : Number.MAX_SAFE_INTEGER;
}

/** The word with each two neighbouring letters swapped: the slips that trigrams do not see in short words. */
export function swappedLetters(word: string): readonly string[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, index) => {
    const [first = '', second = ''] = [word[index], word[index + 1]];
    return `${word.slice(0, index)}${second}${first}${word.slice(index + 2)}`;
  });
}

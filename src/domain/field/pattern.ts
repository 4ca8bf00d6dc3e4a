/**
 * Regular expressions that admins write and strangers' words are held against. JavaScript's own engine goes back and forth,
 * and some patterns (`(a+)+`) keep it busy for ever; so a pattern is taken only when the number of ways in which it can go
 * through a text is small. What counts the ways is below; references, look-arounds and names are not taken at all.
 */

const LONGEST_PATTERN = 200;
/** The most characters that a pattern is held against. */
const LONGEST_INPUT = 200;
const MOST_WAYS = 100_000;

class Refused extends Error {}

/** True when a pattern is written correctly and cannot run away on any text. */
export function isSafePattern(pattern: string): boolean {
  if (pattern === '' || pattern.length > LONGEST_PATTERN) return false;
  try {
    compiled(pattern);
    const reader = { rest: anchorless(pattern), depth: 0 };
    const ways = alternatives(reader);
    return reader.rest === '' && ways <= MOST_WAYS;
  } catch {
    return false;
  }
}

/** True when the whole text is as the pattern says; false for a pattern that is not safe. */
export function matchesPattern(pattern: string, text: string): boolean {
  return text.length <= LONGEST_INPUT && isSafePattern(pattern) && compiled(pattern).test(text);
}

const anchorless = (pattern: string): string => pattern.replace(/^\^/, '').replace(/(?<!\\)\$$/, '');
const compiled = (pattern: string): RegExp => new RegExp(`^(?:${anchorless(pattern)})$`, 'u');

type Reader = { rest: string; depth: number };

/** Takes what matches at the front, or gives null. */
function take(reader: Reader, expected: RegExp): string | null {
  const found = expected.exec(reader.rest)?.[0];
  if (found === undefined) return null;
  reader.rest = reader.rest.slice(found.length);
  return found;
}

/** Ways of one branch or the other. */
function alternatives(reader: Reader): number {
  let ways = sequence(reader);
  while (take(reader, /^\|/)) ways += sequence(reader);
  return ways;
}

/** Ways of one piece times those of the next. */
function sequence(reader: Reader): number {
  let ways = 1;
  while (reader.rest !== '' && !/^[|)]/.test(reader.rest)) {
    ways *= piece(reader);
    if (ways > MOST_WAYS) throw new Refused('too many ways');
  }
  return ways;
}

function piece(reader: Reader): number {
  const inner = atom(reader);
  const { least, most } = repetition(reader);
  if (inner === 1) return most - least + 1;
  let ways = 0;
  for (let times = least; times <= most; times++) {
    ways += inner ** times;
    if (ways > MOST_WAYS) throw new Refused('too many ways');
  }
  return ways;
}

/** One character, one class of them, or a group. */
function atom(reader: Reader): number {
  if (take(reader, /^\((\?:)?(?!\?)/) !== null) {
    reader.depth += 1;
    if (reader.depth > 10) throw new Refused('too deep');
    const ways = alternatives(reader);
    if (take(reader, /^\)/) === null) throw new Refused('open group');
    reader.depth -= 1;
    return ways;
  }
  const single =
    /^(?:\\[dDwWsS]|\\p\{[^}]*\}|\\P\{[^}]*\}|\\[^\p{L}\p{N}]|\[(?:\\.|[^\]\\])+\]|[^\\()[\]{}*+?^$|])/u;
  if (take(reader, single) === null) throw new Refused('not taken');
  return 1;
}

/** How often the piece before may come; what has no end ends with the longest text. */
function repetition(reader: Reader): Readonly<{ least: number; most: number }> {
  const sign = take(reader, /^(?:[*+?]|\{\d{1,3}(?:,\d{0,3})?\})\??/);
  if (sign === null) return { least: 1, most: 1 };
  if (sign.startsWith('*')) return { least: 0, most: LONGEST_INPUT };
  if (sign.startsWith('+')) return { least: 1, most: LONGEST_INPUT };
  if (sign.startsWith('?')) return { least: 0, most: 1 };
  const [least = '0', most = least] = sign.replace(/[{}?]/g, '').split(',');
  return { least: Number(least), most: most === '' ? LONGEST_INPUT : Number(most) };
}

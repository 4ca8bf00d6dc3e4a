/** Two parts of a mail's HTML: what its writer wrote now, and what they quoted below; each is whole HTML. */
export type Folded = Readonly<{ visible: string; hidden: string }>;

const TOKEN = /<[^<>]*>|[^<]+/g;
const LETTER = /\p{L}/u;
const LINK_TARGET = /<(?:https?|mailto|tel):[^<>]*>/gi;
const VOID = new Set(['br', 'img', 'hr', 'col', 'wbr']);

/**
 * Cuts cleaned HTML where the visible text of the same message ends, by walking both letter by letter: markup, spaces,
 * numbering and punctuation do not matter. Null when nothing is left to fold away, `mismatch` when the HTML says other
 * words than the text, so that no place to cut can be told.
 */
export function foldHtml(html: string, visibleText: string): Folded | 'mismatch' | null {
  const wanted = lettersOf(visibleText.replace(LINK_TARGET, ' '));
  if (wanted.length === 0) return null;
  const tokens = html.match(TOKEN) ?? [];
  let matched = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.startsWith('<')) continue;
    const step = matchLetters(decoded(token), wanted, matched);
    if (step === 'mismatch') return 'mismatch';
    matched = step.matched;
    if (matched === wanted.length) return cutAt(tokens, index, step.rest);
  }
  return 'mismatch';
}

const lettersOf = (text: string): string[] => [...text.toLowerCase()].filter((char) => LETTER.test(char));

type Step = Readonly<{ matched: number; rest: string }>;

/** Goes on through one text; `rest` is what of it stands behind the last wanted letter and the marks that follow it. */
function matchLetters(text: string, wanted: readonly string[], from: number): Step | 'mismatch' {
  let matched = from;
  let position = 0;
  for (const char of text) {
    const letters = lettersOf(char);
    if (letters.length > 0 && matched === wanted.length) return { matched, rest: text.slice(position) };
    for (const letter of letters) {
      if (letter !== wanted[matched]) return 'mismatch';
      matched += 1;
    }
    position += char.length;
  }
  return { matched, rest: '' };
}

/** Null when nothing but empty markup lies behind the cut. */
function cutAt(tokens: readonly string[], index: number, rest: string): Folded | null {
  const token = tokens[index] ?? '';
  const text = decoded(token);
  const end = rest === '' ? endOfSentence(tokens, index + 1) : index + 1;
  const behind = [encoded(rest), ...tokens.slice(end)];
  if (!behind.some(saysSomething)) return null;
  const last = encoded(text.slice(0, text.length - rest.length));
  const before = [...tokens.slice(0, index), last, ...tokens.slice(index + 1, end)];
  const open = openTags(before);
  return { visible: before.join('') + closing(open), hidden: open.join('') + behind.join('') };
}

/** Pictures that follow before any further word, marks without letters, and tags that close belong to what was written. */
function endOfSentence(tokens: readonly string[], from: number): number {
  const word = tokens.findIndex((token, index) => index >= from && startsAnother(token));
  const limit = word < 0 ? tokens.length : word;
  const picture = tokens.findLastIndex((token, index) => index < limit && token.startsWith('<img '));
  const start = Math.max(from, picture + 1);
  const next = tokens.findIndex((token, index) => index >= start && !belongsToSentence(token));
  return next < 0 ? tokens.length : next;
}

const startsAnother = (token: string) => token.startsWith('<blockquote') || saysSomething(token);

const belongsToSentence = (token: string) =>
  token.startsWith('</') || !(token.startsWith('<') || saysSomething(token));

const saysSomething = (token: string) => !token.startsWith('<') && /[\p{L}\p{N}]/u.test(token);

/** The tags that are still open after these tokens, as they were written. */
function openTags(tokens: readonly string[]): string[] {
  const open: string[] = [];
  for (const token of tokens) {
    if (!token.startsWith('<') || VOID.has(nameOf(token))) continue;
    if (token.startsWith('</')) open.pop();
    else open.push(token);
  }
  return open;
}

const nameOf = (tag: string) => /^<\/?([a-z0-9]+)/i.exec(tag)?.[1]?.toLowerCase() ?? '';

const closing = (open: readonly string[]) =>
  open
    .map((tag) => `</${nameOf(tag)}>`)
    .reverse()
    .join('');

const decoded = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&amp;', '&');

const encoded = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Roots of plain words (lower case, no accents), for finding a word in its other forms. PostgreSQL has no Latvian stemmer,
 * and its Hungarian one fails on words typed without accents (contracts J.3). These cut the common endings instead: two
 * words are forms of one word when they share a root. A root too many finds a little more; a root too few loses a ticket.
 */
const HUNGARIAN_CASES = endings(
  'kent nak nek bol tol rol ban ben hoz hez nal nel ert val vel kor ra re ba be ig ul on en an ot et at t n',
);
const HUNGARIAN_POSSESSIVES = endings(
  'aitok eitek jaink jeink aink eink jaim jeim jaid jeid jaik jeik itok itek aim eim aid eid aik eik jai jei ink unk tok tek juk uk im id ik ' +
    'om em am od ed ad nk ai ei ja je a e i m d',
);
const HUNGARIAN_PLURALS = endings('ok ek ak k');
const LATVIAN_VERBS = endings(
  'sanas sanai sanam sanu sana jumiem jumus jumam juma jumu jums jusi jam jat jis ju ja ts t',
);
const LATVIAN_NOUNS = endings(
  'ajiem ajam ajos ajas ajai aja iem ais am em im um us as es os is ie ai ei u a i e o s',
);
const ENGLISH = endings('ings ing ers er ed es ly s');

function endings(list: string): readonly string[] {
  return list.split(' ');
}

const SHORTEST = 3;

/** All roots of one plain word, the word itself among them. Words of less than four letters have no other. */
export function wordRoots(word: string): ReadonlySet<string> {
  if (word.length < 4) return new Set([word]);
  const roots = new Set([word, ...hungarian(word), ...latvian(word), ...cut([word], ENGLISH)]);
  for (const root of [...roots]) roots.add(withoutLastVowel(root));
  return roots;
}

function hungarian(word: string): readonly string[] {
  const bare = [word, ...assimilated(word)];
  const cases = [...bare, ...cut(bare, HUNGARIAN_CASES)];
  const possessed = [...cases, ...cut(cases, HUNGARIAN_POSSESSIVES)];
  return [...possessed, ...cut(possessed, HUNGARIAN_PLURALS)];
}

/** `csomaggal` → `csomag`, `jeggyel` → `jegy`: the v of -val, -vel takes the sound before it. */
function assimilated(word: string): readonly string[] {
  const digraph = /^(.+)([cgnstzl])\2([syz])[ae]l$/.exec(word);
  if (digraph) return [`${digraph[1]}${digraph[2]}${digraph[3]}`];
  const double = /^(.+)([a-z])\2[ae]l$/.exec(word);
  return double ? [`${double[1]}${double[2]}`] : [];
}

function latvian(word: string): readonly string[] {
  const stems = [word, ...cut([word], LATVIAN_VERBS)];
  const roots = [...stems, ...cut(stems, LATVIAN_NOUNS)];
  return [...roots, ...roots.flatMap(hardened)];
}

/** The sounds that change in the genitive plural and before i: `piegāžu` ~ `piegāde`, `kurpju` ~ `kurpe`, `latvieša` ~ `latvietis`. */
function hardened(root: string): readonly string[] {
  if (/[pbmv]j$/.test(root)) return [root.slice(0, -1)];
  if (root.length < 4) return [];
  if (root.endsWith('z')) return [`${root.slice(0, -1)}d`];
  return root.endsWith('s') ? [`${root.slice(0, -1)}t`] : [];
}

/** What is left of each word after each of the endings that it has. One-letter endings leave at least four letters. */
function cut(words: readonly string[], list: readonly string[]): readonly string[] {
  return words.flatMap((word) =>
    list
      .filter((ending) => word.endsWith(ending) && leaves(word, ending))
      .map((ending) => word.slice(0, -ending.length)),
  );
}

const leaves = (word: string, ending: string) =>
  word.length - ending.length >= (ending.length === 1 ? SHORTEST + 1 : SHORTEST);

const withoutLastVowel = (root: string) =>
  root.length > 4 && /[aeiou]$/.test(root) ? root.slice(0, -1) : root;

/** True when two plain words are forms of one word, as far as their endings tell. */
export function sameWord(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const root of one) if (other.has(root)) return true;
  return false;
}

/** The letters with which every form of the word begins, for looking them up. */
export function commonBeginning(roots: ReadonlySet<string>): string {
  const shortest = Math.min(...[...roots].map((root) => root.length));
  const [word = ''] = roots;
  return word.slice(0, Math.max(SHORTEST, shortest - 1));
}

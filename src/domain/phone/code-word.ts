import { plain } from '@/domain/search/plain';

/** Short words that are said and heard alike in the languages we speak. */
const WORDS = [
  'alma',
  'banan',
  'citrom',
  'delfin',
  'elefant',
  'farm',
  'gitar',
  'hotel',
  'india',
  'kaktus',
  'lampa',
  'mango',
  'nektar',
  'opera',
  'panda',
  'radio',
  'salta',
  'tango',
  'vanil',
  'zebra',
] as const;

/** A code that a caller can say and an agent can hear, such as `panda 47`; made of the callback's random id. */
export function codeWord(id: string): string {
  const bits = Number.parseInt(id.replaceAll('-', '').slice(-8), 16) || 0;
  return `${WORDS[bits % WORDS.length] ?? WORDS[0]} ${10 + (Math.floor(bits / WORDS.length) % 90)}`;
}

type Word = (typeof WORDS)[number];

/** How the words are written by who hears them in English, Hungarian or Latvian, without accents, where that differs. */
const HEARD: Readonly<Partial<Record<Word, string>>> = {
  banan: 'banana banans',
  citrom: 'citron citrons citrus citrons',
  delfin: 'dolphin delphin delfins',
  elefant: 'elephant elefants',
  farm: 'farma ferma',
  gitar: 'guitar gitara',
  hotel: 'hotelis',
  india: 'indija',
  kaktus: 'cactus kaktusz kaktuss',
  lampa: 'lamp',
  nektar: 'nectar nektars',
  panda: 'pandas',
  radio: 'radijo',
  salta: 'salata',
  vanil: 'vanilla vanilia vanila vanilija',
};

const BY_SOUND: ReadonlyMap<string, Word> = new Map(
  WORDS.flatMap((word) => [word, ...(HEARD[word]?.split(' ') ?? [])].map((each) => [each, word] as const)),
);

/**
 * The code that somebody typed as they heard it, in the form in which codes are kept; null when it is none. Case, accents, spaces,
 * hyphens and the order do not matter, and a word may be written as in any language we speak.
 */
export function readCodeWord(typed: string): string | null {
  const pieces = plain(typed).match(/[a-z]+|\d+/g) ?? [];
  const [word, ...moreWords] = pieces.filter((piece) => /^[a-z]/.test(piece));
  const [number, ...moreNumbers] = pieces.filter((piece) => /^\d/.test(piece));
  const known = BY_SOUND.get(word ?? '');
  if (!known || moreWords.length > 0 || moreNumbers.length > 0) return null;
  return /^[1-9]\d$/.test(number ?? '') ? `${known} ${number}` : null;
}

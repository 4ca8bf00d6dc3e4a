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

import { plain } from '@/domain/search/plain';

/** What a macro is found by. */
export type Findable = Readonly<{ name: string; shortcut: string; folder: string }>;

/**
 * The macros that fit what was typed, the best first: accents and case do not matter, and letters may be left out as long
 * as the rest stands in order. Of equals, the order that was given stays.
 */
export function matchMacros<Macro extends Findable>(
  macros: readonly Macro[],
  typed: string,
): readonly Macro[] {
  const wanted = plain(typed).replace(/\s+/g, '');
  if (wanted === '') return macros;
  return macros
    .map((macro) => ({ macro, score: scoreOf(macro, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ macro }) => macro);
}

function scoreOf({ name, shortcut, folder }: Findable, wanted: string): number {
  const short = plain(shortcut);
  if (short === wanted) return 6;
  if (short !== '' && short.startsWith(wanted)) return 5;
  const words = plain(name);
  const joined = words.replace(/\s+/g, '');
  if (joined.startsWith(wanted)) return 4;
  if (words.split(/\s+/).some((word) => word.startsWith(wanted))) return 3;
  if (joined.includes(wanted)) return 2;
  if (plain(folder).replace(/\s+/g, '').includes(wanted)) return 1.5;
  return [`${short} ${joined}`, plain(folder)].some((text) => standInOrder(wanted, text)) ? 1 : 0;
}

function standInOrder(wanted: string, text: string): boolean {
  let at = 0;
  for (const letter of wanted) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

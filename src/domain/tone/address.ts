import type { ToneFinding } from './finding';
import type { PhraseMatch } from './phrase';

/** Where a text speaks to the same person formally and informally, the form that it uses less; the informal one of equals. */
export function findMixedAddress(text: string, matches: readonly PhraseMatch[]): readonly ToneFinding[] {
  const formal = matches.filter(({ phrase }) => phrase.kind === 'formal');
  const informal = matches.filter(({ phrase }) => phrase.kind === 'informal');
  if (formal.length === 0 || informal.length === 0) return [];
  const fewer = formal.length < informal.length ? formal : informal;
  return fewer.map(({ phrase, start, end }) => ({
    rule: 'mixed_address',
    place: { start, end },
    quote: text.slice(start, end),
    alternatives: phrase.alternatives,
  }));
}

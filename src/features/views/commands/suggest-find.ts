import { type FindLanguage, findKeySpec } from '@/domain/search/find-keys';
import {
  type FindSuggestion,
  keysBegunBy,
  nameSuggestion,
  typingAt,
  valuesBegunBy,
} from '@/domain/search/find-typing';
import type { StaffContext } from '@/server/context';
import { namesLike } from './find-names';

/** What may be put in the place of the characters `from` to `to` of what was typed. */
export type FindSuggestions = Readonly<{ from: number; to: number; options: readonly FindSuggestion[] }>;

type Asked = Readonly<{ q: string; caret: number; language: FindLanguage }>;

const MOST = 8;

/** How a search goes on at the caret: keys, values that are the same everywhere, and names of this workspace; null for none. */
export async function suggestFind(
  ctx: StaffContext,
  { q, caret, language }: Asked,
): Promise<FindSuggestions | null> {
  const typing = typingAt(q, caret);
  if (!typing) return null;
  const { key, typed, from, to } = typing;
  if (key === null) return { from, to, options: keysBegunBy(typed, language) };
  const known = valuesBegunBy(key, typed, language);
  const isName = findKeySpec(key).kind === 'name' && (key !== 'from' || typed.trim() !== '');
  const names = isName ? await namesLike(ctx, key, { typed, most: MOST }) : [];
  const options = [...names.map(nameSuggestion), ...known];
  // Behind a comma, what needs quotes cannot stand.
  const fits = q[from - 1] === ',' ? options.filter(({ insert }) => !insert.startsWith('"')) : options;
  return { from, to, options: fits.slice(0, MOST) };
}

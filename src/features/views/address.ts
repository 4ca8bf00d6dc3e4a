import {
  type DuePlace,
  duePlaceFromText,
  isView,
  type Place,
  placeFromText,
  placeToText,
  type Sort,
  type View,
} from '@/domain/view/view';
import type { HitPlace } from '@/features/search/queries';

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** What the address of a list asks for. What cannot be understood counts as not said. */
export type ListAddress =
  | Readonly<{
      kind: 'view';
      view: View;
      sort: Sort;
      after: Place | null;
      before: Place | null;
      /** Where a list goes on that is ordered by what is due next. */
      dueAfter: DuePlace | null;
    }>
  | Readonly<{ kind: 'search'; q: string; after: HitPlace | null }>;

const LONGEST_SEARCH = 200;
const STEPS = ['direct', 'words', 'corrected'] as const;

/** Reads the parameters of `/desk`. */
export function readListAddress(parameters: Parameters): ListAddress {
  const q = one(parameters['q'])?.trim().slice(0, LONGEST_SEARCH);
  const after = one(parameters['after']);
  if (q) return { kind: 'search', q, after: hitPlaceFromText(after) };
  const view = one(parameters['view']);
  const sort = one(parameters['sort']) === 'due' ? 'due' : 'activity';
  return {
    kind: 'view',
    view: isView(view) ? view : 'mine',
    sort,
    dueAfter: sort === 'due' ? duePlaceFromText(after) : null,
    after: placeFromText(after),
    before: placeFromText(one(parameters['before'])),
  };
}

const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** A place among search hits as it stands in an address. */
export const hitPlaceToText = (place: HitPlace): string => `${place.step}.${placeToText(place)}`;

function hitPlaceFromText(text: string | undefined): HitPlace | null {
  const [name, rest] = text?.split('.') ?? [];
  const step = STEPS.find((each) => each === name);
  const place = placeFromText(rest);
  return step && place ? { step, ...place } : null;
}

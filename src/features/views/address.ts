import { hasBoard } from '@/domain/view/board';
import {
  type DuePlace,
  type DueSpan,
  duePlaceFromText,
  isDueSpan,
  isView,
  type Place,
  placeFromText,
  placeToText,
  type View,
} from '@/domain/view/view';
import type { HitPlace } from '@/features/search/queries';

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** What the address of a list asks for. What cannot be understood counts as not said. */
export type ListAddress =
  | ViewAddress
  | SavedAddress
  | Readonly<{ kind: 'search'; q: string; after: HitPlace | null }>;

/** A saved view, and from where on. */
export type SavedAddress = Readonly<{
  kind: 'saved';
  viewId: string;
  after: string | null;
  before: string | null;
}>;

/** A view, newest activity first or what is due next first, and from where on. */
export type ViewAddress =
  | Readonly<{
      kind: 'view';
      view: View;
      sort: 'activity';
      /** By status in columns, instead of one list. */
      board: boolean;
      after: Place | null;
      before: Place | null;
    }>
  | DueAddress;

export type DueAddress = Readonly<{
  kind: 'view';
  view: View;
  sort: 'due';
  span: DueSpan | null;
  after: DuePlace | null;
  before: DuePlace | null;
}>;

const LONGEST_SEARCH = 200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const STEPS = ['direct', 'words', 'corrected'] as const;

/** Reads the parameters of `/desk`. */
export function readListAddress(parameters: Parameters): ListAddress {
  const q = one(parameters['q'])?.trim().slice(0, LONGEST_SEARCH);
  const after = one(parameters['after']);
  if (q) return { kind: 'search', q, after: hitPlaceFromText(after) };
  const asked = one(parameters['view']);
  const before = one(parameters['before']);
  if (asked && UUID.test(asked)) {
    return { kind: 'saved', viewId: asked.toLowerCase(), after: after ?? null, before: before ?? null };
  }
  const view = isView(asked) ? asked : 'mine';
  if (one(parameters['sort']) !== 'due') {
    return {
      kind: 'view',
      view,
      sort: 'activity',
      board: one(parameters['layout']) === 'board' && hasBoard(view),
      after: placeFromText(after),
      before: placeFromText(before),
    };
  }
  const due = one(parameters['due']);
  const span = isDueSpan(due) ? due : null;
  return {
    ...{ kind: 'view', view, sort: 'due', span },
    after: duePlaceFromText(after),
    before: duePlaceFromText(before),
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

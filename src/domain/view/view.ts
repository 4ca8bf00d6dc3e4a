import type { StaffActor } from '@/domain/permission/actor';
import { may } from '@/domain/permission/can';
import { daysLater, instantOf, localTimeOf } from '@/domain/shared/local-time';
import type { TicketStatus } from '@/domain/ticket/ticket';

/** The shipped views, in the order in which they stand in the rail: my work first. */
export const VIEWS = [
  'mine',
  'unassigned',
  'team',
  'open',
  'promises_at_risk',
  'promises_broken',
  'solved',
  'spam',
  'trash',
] as const;
export type View = (typeof VIEWS)[number];

/** True for the name of a view. */
export const isView = (value: unknown): value is View => VIEWS.includes(value as View);

/**
 * One way through an index to a part of a view. Absent means "whoever", null means "nobody". A view is the union of its
 * branches, so that each can be read newest first and stopped after a page, however many tickets there are.
 */
export type Branch = Readonly<{
  active: boolean;
  assigneeId?: string | null;
  teamId?: string | null;
  promiseState?: 'at_risk' | 'broken';
  /** Only what has this status; it must go with `active`. */
  status?: TicketStatus;
  /** What lies aside, whatever its status; absent: what does not. */
  aside?: Aside;
}>;

/** Where tickets lie that nobody works on. */
export type Aside = 'spam' | 'trash';

/** True for the view of what lies there. */
export const isAsideView = (view: View): view is Aside => view === 'spam' || view === 'trash';

/** The branches of this view for this person: together all that it holds and they may read, and nothing else. */
export function branchesOf(view: View, actor: StaffActor): Branch[] {
  if (view === 'solved') return readable(actor, { active: false });
  if (view === 'open') return readable(actor, { active: true });
  if (view === 'promises_at_risk') return readable(actor, { active: true, promiseState: 'at_risk' });
  if (view === 'promises_broken') return readable(actor, { active: true, promiseState: 'broken' });
  if (isAsideView(view)) return asideBranches(view, actor);
  if (view === 'mine') return own(actor, { active: true });
  if (view === 'unassigned') {
    return actor.scope === 'own' ? [] : readable({ ...actor, id: null }, { active: true, assigneeId: null });
  }
  return actor.scope === 'own'
    ? ofTeams(actor, { active: true, assigneeId: actor.id })
    : ofTeams(actor, { active: true });
}

/** What lies in the trash is for those who may take it out. */
const asideBranches = (aside: Aside, actor: StaffActor): Branch[] =>
  aside === 'spam' || may(actor, 'ticket.delete') ? readable(actor, { active: true, aside }) : [];

/** Of what `wanted` describes, all that the person may read. */
function readable(actor: StaffActor, wanted: Branch): Branch[] {
  if (actor.scope === 'all') return [wanted];
  if (actor.scope === 'own') return own(actor, wanted);
  return [...own(actor, wanted), ...ofTeams(actor, wanted), { ...wanted, teamId: null }];
}

const own = ({ id }: StaffActor, wanted: Branch): Branch[] =>
  id === null ? [] : [{ ...wanted, assigneeId: id }];

const ofTeams = ({ teamIds }: StaffActor, wanted: Branch): Branch[] =>
  teamIds.map((teamId) => ({ ...wanted, teamId }));

/** How a list may be ordered: newest activity first, or what is due next first. */
export const SORTS = ['activity', 'due'] as const;
export type Sort = (typeof SORTS)[number];

/** What a list in the order of what is due may be narrowed to; `hour` and `today` hold what is still to come. */
export const DUE_SPANS = ['late', 'hour', 'today'] as const;
export type DueSpan = (typeof DUE_SPANS)[number];

/** True for the name of such a span. */
export const isDueSpan = (value: unknown): value is DueSpan => DUE_SPANS.includes(value as DueSpan);

/** Due from an instant on, null for however long ago, and before another. */
export type DueRange = Readonly<{ from: Date | null; until: Date }>;

const HOUR = 60 * 60_000;

/** The instants that a span means at `now`; today is that of the reader's time zone. */
export function dueRange(span: DueSpan, now: Date, timeZone: string): DueRange {
  if (span === 'late') return { from: null, until: now };
  if (span === 'hour') return { from: now, until: new Date(now.getTime() + HOUR) };
  const tomorrow = daysLater(localTimeOf(now, timeZone), 1, '00:00');
  return { from: now, until: instantOf(tomorrow, timeZone) ?? now };
}

/** A place in a list that is ordered by what is due next; null for what is not due, which comes last. */
export type DuePlace = Readonly<{ nextDueAt: Date | null; id: string }>;

const NEVER = 'never';
const DUE_PLACE = /^(never|[0-9a-z]{1,11})_([0-9a-f]{32})$/;

/** Such a place as it stands in an address. */
export const duePlaceToText = ({ nextDueAt, id }: DuePlace): string =>
  `${nextDueAt ? nextDueAt.getTime().toString(36) : NEVER}_${id.replaceAll('-', '')}`;

/** The place that a text names, or null when it names none. */
export function duePlaceFromText(text: string | undefined): DuePlace | null {
  const [, time, hex] = DUE_PLACE.exec(text ?? '') ?? [];
  if (!time || !hex) return null;
  const nextDueAt = time === NEVER ? null : new Date(Number.parseInt(time, 36));
  if (nextDueAt && Number.isNaN(nextDueAt.getTime())) return null;
  return { nextDueAt, id: uuidOf(hex) };
}

const uuidOf = (hex: string) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** A place in a list that is ordered by activity, newest first. */
export type Place = Readonly<{ activityAt: Date; id: string }>;

const PLACE = /^([0-9a-z]{1,11})_([0-9a-f]{32})$/;

/** A place as it stands in an address. */
export const placeToText = ({ activityAt, id }: Place): string =>
  `${activityAt.getTime().toString(36)}_${id.replaceAll('-', '')}`;

/** The place that a text names, or null when it names none. */
export function placeFromText(text: string | undefined): Place | null {
  const [, time, hex] = PLACE.exec(text ?? '') ?? [];
  if (!time || !hex) return null;
  const activityAt = new Date(Number.parseInt(time, 36));
  if (Number.isNaN(activityAt.getTime())) return null;
  return { activityAt, id: uuidOf(hex) };
}

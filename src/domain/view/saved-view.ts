import type { Actor } from '@/domain/permission/actor';
import { may } from '@/domain/permission/can';

/** Who sees a saved view: who made it, a team, or everybody. */
export const VIEW_AUDIENCES = ['personal', 'team', 'everyone'] as const;
export type ViewAudience = (typeof VIEW_AUDIENCES)[number];

/** The orders of a saved view: `waiting` begins with the customer who has waited longest. */
export const VIEW_SORTS = [
  'activity',
  'activity_oldest',
  'due',
  'newest',
  'oldest',
  'waiting',
  'priority',
] as const;
export type ViewSort = (typeof VIEW_SORTS)[number];

/** What a list may be parted by. */
export const VIEW_GROUPS = ['status', 'priority', 'assignee', 'team', 'channel'] as const;
export type ViewGroup = (typeof VIEW_GROUPS)[number];

/** How close the lines of a list stand. */
export const VIEW_DENSITIES = ['comfortable', 'compact'] as const;
export type ViewDensity = (typeof VIEW_DENSITIES)[number];

/** The columns of lists; the subject, with what hangs on it, is always there. Own fields are columns by `ticket.` and their ids. */
export const VIEW_COLUMNS = [
  'status',
  'requester',
  'organization',
  'priority',
  'type',
  'channel',
  'language',
  'team',
  'assignee',
  'created',
  'updated',
] as const;
export type ViewColumn = (typeof VIEW_COLUMNS)[number] | `ticket.${string}`;

/** What the shipped lists show, and a new view at first. */
export const USUAL_COLUMNS: readonly ViewColumn[] = [
  'status',
  'requester',
  'priority',
  'channel',
  'assignee',
  'updated',
];

/** How a list is shown. */
export type ViewLook = Readonly<{
  columns: readonly ViewColumn[];
  sort: ViewSort;
  groupBy: ViewGroup | null;
  /** Null: as the person has it everywhere. */
  density: ViewDensity | null;
}>;

/** Whose a view is. */
export type ViewOwnership = Readonly<{
  audience: ViewAudience;
  /** Who made it; null for what a program made. */
  ownerId: string | null;
  teamId: string | null;
}>;

/** Teams of which somebody is a lead, by id. */
type Leading = Readonly<{ leads: readonly string[] }>;

/** True when this view stands in the actor's list. Who may change all shared views sees those of all teams. */
export function maySeeView(actor: Actor, { audience, ownerId, teamId }: ViewOwnership): boolean {
  if (actor.kind !== 'user' || !may(actor, 'ticket.read')) return false;
  if (audience === 'everyone') return true;
  if (audience === 'personal') return actor.id !== null && actor.id === ownerId;
  return may(actor, 'view.manage') || (teamId !== null && actor.teamIds.includes(teamId));
}

/**
 * True when the actor may change, share so or delete it: their own, one that they made for a team of theirs, any of a team that
 * they lead, and all shared ones with `view.manage`. What everybody sees needs that leave, whoever made it.
 */
export function mayChangeView(actor: Actor, view: ViewOwnership, { leads }: Leading): boolean {
  if (actor.kind !== 'user' || !maySeeView(actor, view)) return false;
  if (view.audience === 'personal' || may(actor, 'view.manage')) return true;
  if (view.audience === 'everyone' || view.teamId === null) return false;
  return (view.ownerId !== null && view.ownerId === actor.id) || leads.includes(view.teamId);
}

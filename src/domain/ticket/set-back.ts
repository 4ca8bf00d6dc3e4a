import { type FieldPatch, type FieldValue, type FieldValues, valueAsText } from '@/domain/field/field';
import { sleepsUntil, snoozedStatus } from './snooze';
import type { Priority, TicketStatus, TicketType } from './ticket';

/** What a person sets on a ticket, as it stands. */
export type Settings = Readonly<{
  subject: string;
  status: TicketStatus;
  priority: Priority;
  type: TicketType;
  assigneeId: string | null;
  teamId: string | null;
  /** Of the requester, where known. */
  language: string | null;
  spam: boolean;
  trash: boolean;
  /** ISO 8601, or the instant itself. */
  snoozedUntil: Date | string | null;
  tags: readonly string[];
  /** Of the workspace's own fields; absent where they were not loaded. */
  fields?: FieldValues;
}>;

/** A change of some of them; what is absent stays. */
export type SettingsPatch = { readonly [Name in SingleName]?: Settings[Name] | undefined } & Readonly<{
  fields?: FieldPatch | undefined;
  addTags?: readonly string[] | undefined;
  removeTags?: readonly string[] | undefined;
}>;

/** What its writer saw before: by the names of the fields, own ones as `fields.<id>` in the words of `valueAsText`. */
export type Seen = Record<string, string | boolean | null>;

/** What makes a ticket again what it was. */
export type SetBack = Omit<SettingsPatch, 'status'> &
  Readonly<{ status?: Exclude<TicketStatus, 'new' | 'closed'> | undefined; seen: Seen }>;

type SingleName = Exclude<keyof Settings, 'tags' | 'fields'>;

const SINGLE = [
  ...(['subject', 'status', 'priority', 'type', 'assigneeId'] as const),
  ...(['teamId', 'language', 'spam', 'trash', 'snoozedUntil'] as const),
] satisfies readonly SingleName[];

/** A value as it is compared and sent: an instant in ISO 8601. */
export const plainSetting = <Value>(value: Value | Date): Value | string =>
  value instanceof Date ? value.toISOString() : value;

/** The names of the fields of a patch that are something else by now than its writer saw. */
export function movedSince(seen: Readonly<Record<string, unknown>>, now: Settings): readonly SingleName[] {
  return SINGLE.filter((name) => name in seen && seen[name] !== plainSetting(now[name]));
}

/**
 * The change that takes a change back, with what it expects to find; null where nothing was changed. A ticket that was new comes
 * back as open, since nobody can make it new again.
 */
export function settingBack(change: SettingsPatch, was: Settings): SetBack | null {
  const names = SINGLE.filter(
    (name) => change[name] !== undefined && plainSetting(change[name]) !== plainSetting(was[name]),
  );
  const standing =
    names.includes('status') || names.includes('snoozedUntil') ? standingBack(change, was) : null;
  const own = Object.entries(change.fields ?? {}).filter(
    ([id, value]) => valueAsText(value) !== valueAsText(was.fields?.[id]),
  );
  const added = (change.addTags ?? []).filter((tag) => !was.tags.includes(tag));
  const removed = (change.removeTags ?? []).filter((tag) => was.tags.includes(tag));
  if (names.length + own.length + added.length + removed.length === 0) return null;
  return {
    ...Object.fromEntries(names.map((name) => [name, was[name]])),
    ...standing?.back,
    ...(own.length > 0 && { fields: ownBefore(own, was) }),
    ...(added.length > 0 && { removeTags: added }),
    ...(removed.length > 0 && { addTags: removed }),
    seen: {
      ...Object.fromEntries(names.map((name) => [name, plainSetting(change[name]) ?? null])),
      ...Object.fromEntries(own.map(([id, value]) => [ownName(id), valueAsText(value)])),
      ...standing?.seen,
    },
  };
}

/** Status and sleep move one another: both go back to what they were, and both are expected to be what the change made of them. */
function standingBack(
  change: SettingsPatch,
  was: Settings,
): Pick<SetBack, 'seen'> & Readonly<{ back: object }> {
  const slept = momentOf(was.snoozedUntil);
  const until = change.snoozedUntil === undefined ? undefined : momentOf(change.snoozedUntil);
  const status = snoozedStatus({ status: change.status ?? was.status, snoozedUntil: slept }, until);
  const asleep = sleepsUntil({ status, snoozedUntil: until === undefined ? slept : until });
  const before = sleepsUntil({ status: was.status, snoozedUntil: slept });
  const moved = asleep?.getTime() !== before?.getTime();
  return {
    back: { status: settable(was.status), ...(moved && { snoozedUntil: was.snoozedUntil }) },
    seen: { status, ...(moved && { snoozedUntil: asleep?.toISOString() ?? null }) },
  };
}

const momentOf = (at: Date | string | null): Date | null => (at === null ? null : new Date(at));

/** What the writer of a change has before them, by the names of what it sets: tags are set one by one and need none. */
export function seenOf(change: SettingsPatch, was: Settings): Seen {
  const names = SINGLE.filter((name) => change[name] !== undefined);
  return {
    ...Object.fromEntries(names.map((name) => [name, plainSetting(was[name])])),
    ...Object.fromEntries(
      Object.keys(change.fields ?? {}).map((id) => [ownName(id), valueAsText(was.fields?.[id])]),
    ),
  };
}

/** What a change sets a field to, as `Seen` names and writes it; null where it empties it or leaves it. */
export function settingIn(change: SettingsPatch, field: string): string | boolean | null {
  const own = Object.entries(change.fields ?? {}).find(([id]) => ownName(id) === field);
  if (own) return valueAsText(own[1]);
  const name = SINGLE.find((each) => each === field);
  return (name && plainSetting(change[name])) ?? null;
}

/** The names of what a change sets; `tags` for both ways of tagging. A status that goes along with sleep is not named. */
export function namesIn(change: SettingsPatch): readonly string[] {
  const names = SINGLE.filter((name) => change[name] !== undefined);
  const named = change.snoozedUntil === undefined ? names : names.filter((name) => name !== 'status');
  const tags = change.addTags || change.removeTags ? ['tags'] : [];
  return [...named, ...Object.keys(change.fields ?? {}).map(ownName), ...tags];
}

/** How an own field is named among what was seen. */
export const ownName = (fieldId: string): string => `fields.${fieldId}`;

const ownBefore = (own: readonly (readonly [string, FieldValue | null])[], was: Settings): FieldPatch =>
  Object.fromEntries(own.map(([id]) => [id, was.fields?.[id] ?? null]));

const settable = (status: TicketStatus) => (status === 'new' || status === 'closed' ? 'open' : status);

import { type FieldValue, fieldDifferences } from '@/domain/field/field';
import type { StaffActor } from '@/domain/permission/actor';
import { ok, type Result } from '@/domain/shared/result';
import { addNote, type TicketClosed } from '@/domain/ticket/reply';
import type { MacroApplied, NewMessage, Ticket, TicketChange, TicketEvent } from '@/domain/ticket/ticket';
import { type TicketPatch, updateTicket } from '@/domain/ticket/update';

/** What a macro comes to on one ticket: ids are resolved, texts are filled in. */
export type MacroEffect = Readonly<{
  macro: Readonly<{ id: string; name: string; applicationId: string }>;
  patch: TicketPatch;
  notes: readonly NewMessage[];
  checklists?: readonly Readonly<{ id: string; title: string }>[];
  by: StaffActor;
  at: Date;
}>;

/** What one application of a macro came to: enough to set it back. Tags and messages are ids. */
export type MacroTrace = Readonly<{
  set: Readonly<Record<string, Readonly<{ from: unknown; to: unknown }>>>;
  /** The workspace's own fields that it set, by their ids; absent where it set none. */
  own?: Readonly<Record<string, Readonly<{ from: FieldValue | null; to: FieldValue | null }>>>;
  addedTags: readonly string[];
  removedTags: readonly string[];
  messageIds: readonly string[];
  /** The checklists that it put there; absent where it put none. */
  checklistIds?: readonly string[];
}>;

/** The fields that a macro can set and that undoing it sets back. */
const FIELDS = ['status', 'priority', 'type', 'language', 'subject', 'teamId', 'assigneeId'] as const;

/**
 * All that a macro changes, as one change: fields and tags, then notes. Its public answer is not part of it: that goes
 * into the composer, and a person sends it. A macro that changes nothing gives no events. Fails on a closed ticket.
 */
export function applyMacro(
  ticket: Ticket,
  { macro, patch, notes, checklists = [], by, at }: MacroEffect,
): Result<TicketChange, TicketClosed> {
  const set = updateTicket(ticket, patch, { by, at });
  if (!set.ok) return set;
  const events: TicketEvent[] = [...set.value.events];
  let { after } = set.value;
  for (const message of notes) {
    const noted = addNote(after, { message, by, at });
    events.push(...noted.events);
    after = noted.after;
  }
  for (const { id: checklistId, title } of checklists)
    events.push({ type: 'checklist.added', checklistId, title });
  const applied = events.length > 0 ? [appliedTo(ticket, after, { macro, notes, checklists })] : [];
  return ok({ before: ticket, after, events: [...applied, ...events], by, at });
}

type Applied = Pick<MacroEffect, 'macro' | 'notes'> & Required<Pick<MacroEffect, 'checklists'>>;

function appliedTo(before: Ticket, after: Ticket, { macro, notes, checklists }: Applied): MacroApplied {
  const moved = FIELDS.filter((field) => before[field] !== after[field]);
  const [held = {}, set = {}] = [before.fields, after.fields];
  const own = fieldDifferences(held, set).map(
    ({ fieldId }) => [fieldId, { from: held[fieldId] ?? null, to: set[fieldId] ?? null }] as const,
  );
  const trace: MacroTrace = {
    set: Object.fromEntries(moved.map((field) => [field, { from: before[field], to: after[field] }])),
    ...(own.length > 0 && { own: Object.fromEntries(own) }),
    addedTags: after.tagIds.filter((id) => !before.tagIds.includes(id)),
    removedTags: before.tagIds.filter((id) => !after.tagIds.includes(id)),
    messageIds: notes.map(({ id }) => id),
    ...(checklists.length > 0 && { checklistIds: checklists.map(({ id }) => id) }),
  };
  const { id: macroId, name, applicationId } = macro;
  return { type: 'macro.applied', applicationId, macroId, name, trace: JSON.stringify(trace) };
}

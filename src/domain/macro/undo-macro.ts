import { type FieldValues, patchedValues, valueAsText } from '@/domain/field/field';
import type { Actor } from '@/domain/permission/actor';
import { differences, type Ticket, type TicketChange } from '@/domain/ticket/ticket';
import type { MacroTrace } from './apply-macro';

export type MacroUndo = Readonly<{
  macro: Readonly<{ macroId: string; name: string; applicationId: string }>;
  trace: MacroTrace;
  /** Those that it put on the ticket and that nobody began. */
  checklists?: readonly Readonly<{ id: string; title: string }>[];
  by: Actor;
  at: Date;
}>;

/** Sets back what a macro set, as far as nobody has set it to something else since, and takes its notes back. */
export function undoMacro(
  ticket: Ticket,
  { macro, trace, checklists = [], by, at }: MacroUndo,
): TicketChange {
  const { set, own = {}, addedTags, removedTags, messageIds } = trace;
  const now: Readonly<Record<string, unknown>> = { ...ticket };
  const back = Object.entries(set).filter(([field, { to }]) => now[field] === to);
  const fields: Ticket = { ...ticket, ...Object.fromEntries(back.map(([field, { from }]) => [field, from])) };
  const tagIds = [...ticket.tagIds.filter((id) => !addedTags.includes(id)), ...removedTags];
  const after: Ticket = {
    ...fields,
    tagIds: [...new Set(tagIds)].sort(),
    solvedAt: fields.status === 'solved' ? (ticket.solvedAt ?? at) : null,
    ...(ticket.fields && { fields: ownBefore(ticket.fields, own) }),
  };
  return {
    before: ticket,
    after,
    events: [
      { type: 'macro.undone', ...macro },
      ...messageIds.map((messageId) => ({ type: 'message.cancelled', messageId, reason: 'undone' }) as const),
      ...checklists.map(
        ({ id: checklistId, title }) => ({ type: 'checklist.removed', checklistId, title }) as const,
      ),
      ...differences(ticket, after),
    ],
    by,
    at,
  };
}

/** Own fields that still hold what the macro set go back to what stood there. */
function ownBefore(values: FieldValues, own: NonNullable<MacroTrace['own']>): FieldValues {
  const back = Object.entries(own).filter(([id, { to }]) => valueAsText(values[id]) === valueAsText(to));
  return patchedValues(values, Object.fromEntries(back.map(([id, { from }]) => [id, from])));
}

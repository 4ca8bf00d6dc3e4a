import type { ActionKind, TicketAction } from '@/domain/action/action';
import { patchOf } from '@/domain/action/decide-actions';
import { ticketFieldName } from '@/domain/condition/own-fields';
import { valueAsText } from '@/domain/field/field';
import type { TicketFacts } from './facts';

/** One thing that a rule would do: what a field would become, or what else would happen. */
export type PlannedChange = Readonly<{
  kind: ActionKind;
  /** The field as `ConditionFacts` names it, for what sets one. */
  field?: string;
  from?: string | boolean | null;
  to?: string | boolean | null;
}>;

/** What these actions would change on a ticket as it stands; what is so already is left out. */
export function plannedChanges(actions: readonly TicketAction[], ticket: TicketFacts): PlannedChange[] {
  return actions.flatMap((action) => {
    const patch = patchOf(action, { me: null });
    if (!patch) return [{ kind: action.kind }];
    const { addTags, removeTags, own = {}, ...fields } = patch;
    const tags = [...(addTags ?? []), ...(removeTags ?? [])].map((to) => ({
      kind: action.kind,
      field: 'tags',
      to,
    }));
    const now: Readonly<Record<string, unknown>> = { ...ticket };
    const set = Object.entries(fields)
      .filter(([field, to]) => now[field] !== to)
      .map(([field, to]) => ({ kind: action.kind, field, from: now[field] as string | null, to }));
    const filled = Object.entries(own)
      .map(([id, to]) => ({ id, from: valueAsText(ticket.own[id]), to: to === '' ? null : to }))
      .filter(({ from, to }) => from !== to)
      .map(({ id, from, to }) => ({ kind: action.kind, field: ticketFieldName(id), from, to }));
    return [...set, ...filled, ...tags];
  });
}

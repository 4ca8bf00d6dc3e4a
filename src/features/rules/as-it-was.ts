import { isTicketField, ticketFieldId } from '@/domain/condition/own-fields';
import type { RuleChanges } from '@/domain/condition/rule-fields';
import { type FieldValue, patchedValues } from '@/domain/field/field';
import { changesOf } from '@/domain/rule/wake';
import type { TicketFacts } from './facts';
import type { Save } from './history';

type Stood = Readonly<{ save: Save; ticket: TicketFacts }>;

const FIELDS = [
  'status',
  'priority',
  'type',
  'subject',
  'assigneeId',
  'teamId',
  'requesterId',
  'language',
] as const;

/**
 * A ticket as it stood after each of its saves, oldest first: its history taken back step by step from how it stands now.
 * What history does not tell field by field (its customer, when it is due) is as it is now.
 */
export function asItWas(now: TicketFacts, saves: readonly Save[]): Stood[] {
  const result: Stood[] = [];
  let ticket = now;
  for (const save of saves.toReversed()) {
    result.push({ save, ticket: { ...ticket, ...timesAt(saves, save, now) } });
    ticket = takenBack(ticket, save);
  }
  return result.reverse();
}

function takenBack(ticket: TicketFacts, save: Save): TicketFacts {
  const { fields, tagsAdded, tagsRemoved } = changesOf(save.events);
  const before = FIELDS.flatMap((field) => {
    const change = fields[field];
    return change ? [[field, change.from]] : [];
  });
  const spam = fields.spam ? fields.spam.from === 'true' : ticket.spam;
  const status = fields.status;
  const isReopening = status?.from === 'solved' && status.to !== 'closed';
  return {
    ...ticket,
    ...(Object.fromEntries(before) as Partial<TicketFacts>),
    spam,
    own: ownBefore(ticket.own, fields),
    tagIds: [...ticket.tagIds.filter((id) => !tagsAdded.includes(id)), ...tagsRemoved],
    reopens: ticket.reopens - (isReopening ? 1 : 0),
  };
}

/** Own fields before a save; what stood there in words is read as what stands there now is. */
function ownBefore(own: TicketFacts['own'], fields: RuleChanges['fields']): TicketFacts['own'] {
  const changed = Object.entries(fields).flatMap(([name, change]) =>
    isTicketField(name) && change ? [[ticketFieldId(name), change] as const] : [],
  );
  if (changed.length === 0) return own;
  const before = changed.map(
    ([id, { from, to }]) => [id, valueBefore(own[id], from ?? '', to ?? '')] as const,
  );
  return patchedValues(own, Object.fromEntries(before));
}

/** History keeps words (`valueAsText`); of what kind they were, the value beside them tells, or how they look. */
function valueBefore(now: FieldValue | undefined, ...[from, to]: [string, string]): FieldValue | null {
  if (from === '') return null;
  if (typeof now === 'number') return Number(from);
  if (typeof now === 'object') return from.split(',');
  if (from === 'true' && (now === true || to === '')) return true;
  return from;
}

/** The instants that rules count from, as they stood after a save. */
function timesAt(saves: readonly Save[], until: Save, now: TicketFacts) {
  const past = saves.filter(({ from }) => from <= until.from);
  const last = (wanted: (save: Save) => boolean) => past.findLast(wanted)?.at ?? null;
  const said = (save: Save, direction: string, author: string) =>
    save.events.some(
      ({ type, data }) =>
        type === 'message.added' &&
        data['direction'] === direction &&
        data['author'] === author &&
        !data['automated'],
    );
  const turned = (to: string | null) => (save: Save) =>
    save.events.some(
      ({ type, data }) => type === 'ticket.status_changed' && (to === null || data['to'] === to),
    );
  return {
    sinceStatusChange: last(turned(null)) ?? now.sinceCreated,
    sinceSolved: last(turned('solved')),
    sinceUpdated: last(({ changedBy }) => changedBy !== 'system') ?? now.sinceCreated,
    sinceCustomerMessage: last((save) => said(save, 'inbound', 'customer')),
    sinceReply: last((save) => said(save, 'outbound', 'user')),
  };
}

import { ticketFieldName } from '@/domain/condition/own-fields';
import type { OwnChoice } from '@/features/fields/commands/own-choices';
import type { OwnFieldFaces } from './condition-table';

type Named = Readonly<{ id: string; name: string }>;

/** Own fields of tickets as the form of conditions shows them, and what can be chosen of each. */
export function ticketFaces(
  fields: readonly OwnChoice[] = [],
): Readonly<{ own: OwnFieldFaces; ownChoices: Readonly<Record<string, readonly Named[]>> }> {
  return {
    own: Object.fromEntries(
      fields.map(({ id, name, kind }) => [ticketFieldName(id), { name, kind, archived: false }]),
    ),
    ownChoices: Object.fromEntries(fields.map(({ id, options }) => [ticketFieldName(id), options])),
  };
}

import { ticketFieldName } from '@/domain/condition/own-fields';
import { type FieldDefinition, type FieldKind, fieldName, fieldText } from '@/domain/field/field';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import type { Context } from '@/server/context';

type Named = Readonly<{ id: string; name: string }>;

/** A field of the workspace's own, as forms of conditions and actions offer it. */
export type OwnChoice = Readonly<{
  id: string;
  /** Short name, by which texts say it. */
  key: string;
  name: string;
  kind: FieldKind;
  options: readonly Named[];
}>;

/** A field as texts name it. */
export type NamedField = Pick<OwnChoice, 'key' | 'name'>;

/** The fields of tickets that are in use, in their order, called as people of this language call them; in one query. */
export async function ownChoices(
  { db, workspaceId }: Pick<Context, 'db' | 'workspaceId'>,
  locale: string,
): Promise<readonly OwnChoice[]> {
  const definitions = await fieldDefinitions(db, { workspaceId, entity: 'ticket' });
  return definitions
    .filter(({ archived }) => !archived)
    .map((field) => ({
      id: field.id,
      key: field.key,
      kind: field.kind,
      name: fieldName(field, locale),
      options: field.options
        .filter((option) => !option.archived)
        .map(({ key, names }) => ({ id: key, name: fieldText(names, locale) || key })),
    }));
}

/** The fields of customers that are in use, for texts to name; in one query. */
export async function customerFieldNames(
  { db, workspaceId }: Pick<Context, 'db' | 'workspaceId'>,
  locale: string,
): Promise<readonly NamedField[]> {
  const definitions = await fieldDefinitions(db, { workspaceId, entity: 'customer' });
  return definitions
    .filter(({ archived }) => !archived)
    .map((field) => ({ key: field.key, name: fieldName(field, locale) }));
}

/** Names of a field, by `ticket.` and its id, and of its options, by that and their keys. */
export const ownNames = (field: FieldDefinition, locale: string): readonly Named[] => [
  { id: ticketFieldName(field.id), name: fieldName(field, locale) },
  ...field.options.map(({ key, names }) => ({
    id: `${ticketFieldName(field.id)}.${key}`,
    name: fieldText(names, locale) || key,
  })),
];

import type { OwnFieldName } from '@/domain/condition/segment';
import { type FieldDefinition, fieldName, fieldText } from '@/domain/field/field';
import type { OwnFieldFaces } from '@/features/conditions/ui/condition-table';

type Named = Readonly<{ id: string; name: string }>;

/** Own fields as the form of conditions shows them, with what can be chosen of each, in a reader's language. */
export type SegmentFaces = Readonly<{
  own: OwnFieldFaces;
  choices: Readonly<Record<OwnFieldName, readonly Named[]>>;
}>;

export function segmentFaces(
  fields: ReadonlyMap<OwnFieldName, FieldDefinition>,
  locale: string,
): SegmentFaces {
  const all = [...fields];
  return {
    own: Object.fromEntries(
      all.map(([name, field]) => [
        name,
        { name: fieldName(field, locale), kind: field.kind, archived: field.archived },
      ]),
    ),
    choices: Object.fromEntries(
      all.map(([name, { options }]) => [
        name,
        options.map(({ key, names }) => ({ id: key, name: fieldText(names, locale) || key })),
      ]),
    ),
  };
}

import { type FieldDefinition, type FieldValue, fieldText } from '@/domain/field/field';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import { fieldValuesOf } from '@/features/fields/commands/field-values';
import type { Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translator';
import type { Db, Tx } from '@/server/db/client';

type Asked = Readonly<{ workspaceId: string; ticketId: string; language: Locale }>;

/** What texts can say of a ticket's own fields, as `field.<short name>`, in one language. */
export async function ownFieldFacts(
  db: Db | Tx,
  { workspaceId, ticketId, language }: Asked,
): Promise<Readonly<Record<`field.${string}`, string>>> {
  const of = { workspaceId, entity: 'ticket', ownerIds: [ticketId] } as const;
  const values = (await fieldValuesOf(db, of)).get(ticketId);
  if (!values) return {};
  const [definitions, t] = await Promise.all([
    fieldDefinitions(db, { workspaceId, entity: 'ticket' }),
    translator(language, 'ticket'),
  ]);
  const said = definitions.flatMap((field) => {
    const value = values[field.id];
    return value === undefined
      ? []
      : [[`field.${field.key}`, wordsOf(field, value, { language, yes: t('ownFields.yes') })]];
  });
  return Object.fromEntries(said);
}

type Spoken = Readonly<{ language: Locale; yes: string }>;

function wordsOf({ kind, options }: FieldDefinition, value: FieldValue, { language, yes }: Spoken): string {
  const nameOf = (key: string) =>
    fieldText(options.find((each) => each.key === key)?.names ?? {}, language) || key;
  switch (kind) {
    case 'checkbox':
      return yes;
    case 'number':
      return new Intl.NumberFormat(language, { maximumFractionDigits: 10 }).format(Number(value));
    case 'date':
      return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${String(value)}T00:00:00Z`),
      );
    case 'choice':
      return nameOf(String(value));
    case 'multi_choice':
      return (value as readonly string[]).map(nameOf).join(', ');
    default:
      return String(value);
  }
}

import { type FieldDefinition, type FieldValue, fieldText } from '@/domain/field/field';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import { fieldValuesOf } from '@/features/fields/commands/field-values';
import type { Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translator';
import type { Db, Tx } from '@/server/db/client';

type Asked = Readonly<{ workspaceId: string; ticketId: string; customerId: string; language: Locale }>;
type Facts = Readonly<Record<`field.${string}` | `customer.field.${string}`, string>>;

/**
 * What texts can say of the workspace's own fields, in one language: of a ticket as `field.<short name>`, of its customer as
 * `customer.field.<short name>`.
 */
export async function ownFieldFacts(db: Db | Tx, asked: Asked): Promise<Facts> {
  const { ticketId, customerId, ...here } = asked;
  const [ofTicket, ofCustomer] = await Promise.all([
    factsOf(db, here, { entity: 'ticket', id: ticketId }),
    factsOf(db, here, { entity: 'customer', id: customerId }),
  ]);
  const prefixed = ofCustomer.map(([name, words]) => [`customer.${name}`, words] as const);
  return Object.fromEntries([...ofTicket, ...prefixed]);
}

type Here = Pick<Asked, 'workspaceId' | 'language'>;
type Owner = Readonly<{ entity: 'ticket' | 'customer'; id: string }>;

async function factsOf(
  db: Db | Tx,
  { workspaceId, language }: Here,
  { entity, id }: Owner,
): Promise<(readonly [`field.${string}`, string])[]> {
  const values = (await fieldValuesOf(db, { workspaceId, entity, ownerIds: [id] })).get(id);
  if (!values) return [];
  const [definitions, t] = await Promise.all([
    fieldDefinitions(db, { workspaceId, entity }),
    translator(language, 'ticket'),
  ]);
  return definitions.flatMap((field) => {
    const value = values[field.id];
    if (value === undefined) return [];
    return [[`field.${field.key}`, wordsOf(field, value, { language, yes: t('ownFields.yes') })] as const];
  });
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

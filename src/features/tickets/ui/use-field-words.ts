import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { type FieldDefinition, fieldName, fieldText } from '@/domain/field/field';
import { ownName } from '@/domain/ticket/set-back';
import { PRIORITIES, TICKET_STATUSES, TICKET_TYPES } from '@/domain/ticket/ticket';
import type { Replaced } from '../replaced-fields';

const NAMED = [
  ...(['subject', 'status', 'priority', 'type', 'assigneeId'] as const),
  ...(['teamId', 'language', 'spam', 'trash', 'snoozedUntil', 'tags'] as const),
];

/** The fields of a ticket, and what others had set in them, in words. */
export function useFieldWords(definitions: readonly FieldDefinition[]) {
  const t = useTranslations('ticket.fields');
  const common = useTranslations('common');
  const format = useFormatter();
  const locale = useLocale();
  const ownOf = (field: string) => definitions.find(({ id }) => ownName(id) === field);

  function field(name: string): string {
    const known = NAMED.find((each) => each === name);
    if (known) return t(`names.${known}`);
    const own = ownOf(name);
    return own ? fieldName(own, locale) : name;
  }

  function value({ field: name, theirs, name: person }: Replaced): string {
    if (person !== null) return person;
    if (theirs === null || theirs === '') return t('nothing');
    if (typeof theirs === 'boolean') return t(theirs ? 'yes' : 'no');
    return textValue(name, theirs);
  }

  function textValue(name: string, theirs: string): string {
    const own = ownOf(name);
    if (own) return kindWords(own.kind, theirs) ?? optionWords(own, theirs);
    return shippedWords(name, theirs) ?? theirs;
  }

  function shippedWords(name: string, theirs: string): string | null {
    const is = (each: string) => each === theirs;
    switch (name) {
      case 'status':
        return common(`status.${TICKET_STATUSES.find(is) ?? 'open'}`);
      case 'priority':
        return common(`priority.${PRIORITIES.find(is) ?? 'normal'}`);
      case 'type':
        return common(`type.${TICKET_TYPES.find(is) ?? 'question'}`);
      case 'language':
        return new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(theirs) ?? theirs;
      case 'snoozedUntil':
        return format.dateTime(new Date(theirs), { dateStyle: 'medium', timeStyle: 'short' });
      default:
        return null;
    }
  }

  function kindWords(kind: FieldDefinition['kind'], theirs: string): string | null {
    if (kind === 'checkbox') return t(theirs === 'true' ? 'yes' : 'no');
    return kind === 'choice' || kind === 'multi_choice' ? null : theirs;
  }

  function optionWords({ options }: FieldDefinition, theirs: string): string {
    const names = theirs
      .split(',')
      .map((key) => fieldText(options.find((option) => option.key === key)?.names ?? {}, locale));
    return format.list(names.filter(Boolean), { type: 'unit' });
  }
  return { field, value };
}

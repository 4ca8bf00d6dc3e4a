import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ConditionTree } from '@/domain/condition/evaluate';
import { isDateOperator, isElapsed, type RuleOperator } from '@/domain/condition/rule-fields';
import { FORM_FIELDS, type FormFieldName, isOwnField, type KnownFieldName } from '@/domain/condition/segment';
import { isSpan } from '@/domain/condition/view-fields';
import { durationText } from '@/domain/sla/duration-text';
import type { Names } from './names';
import { useFieldName } from './use-field-name';

type Comparison = Readonly<{
  field: FormFieldName;
  operator: RuleOperator;
  values?: readonly string[] | undefined;
}>;

type SaidCondition = ConditionTree<Comparison>;

/** Says a condition as a part of a sentence, with real names. */
export function useConditionText(names: Names): (condition: SaidCondition) => string {
  const t = useTranslations('condition');
  const nameOf = useFieldName(names);
  const valueText = useValueText(names);
  const dayText = useDayText();
  const locale = useLocale();
  const joined = (parts: readonly string[], type: 'conjunction' | 'disjunction') =>
    new Intl.ListFormat(locale, { type }).format(parts);

  function valueSaid(...[operator, field, value]: [RuleOperator, FormFieldName, string]): string {
    if (isElapsed(operator)) return durationText(Number(value));
    if (isDateOperator(operator)) return dayText(value);
    return isSpan(value) && operator === 'within' ? t(`span.${value}`) : valueText(field, value);
  }
  function comparison({ field, operator, values = [] }: Comparison): string {
    const type = operator === 'has_all_of' ? 'conjunction' : 'disjunction';
    const said = joined(
      values.map((value) => valueSaid(operator, field, value)),
      type,
    );
    return t(`said.${operator}`, { field: nameOf(field), values: said });
  }
  function group(parts: readonly SaidCondition[], type: 'conjunction' | 'disjunction'): string {
    return joined(
      parts.map((part) => {
        const said = say(part);
        return 'all' in part || 'any' in part ? t('said.group', { condition: said }) : said;
      }),
      type,
    );
  }
  function say(condition: SaidCondition): string {
    if ('all' in condition) return group(condition.all, 'conjunction');
    if ('any' in condition) return group(condition.any, 'disjunction');
    if ('not' in condition) return t('said.not', { condition: say(condition.not) });
    return comparison(condition);
  }
  return say;
}

/** Says one value of a condition: a word of the list, a real name, or what was typed. */
export function useValueText(names: Names): (field: FormFieldName, value: string) => string {
  const t = useTranslations('condition.said');
  const own = useTranslations('condition.value');
  const common = useTranslations('common');
  const choice = (key: string, value: string) => {
    if (own.has(key as 'lastDirection.inbound')) return own(key as 'lastDirection.inbound');
    return common.has(key as 'status.open') ? common(key as 'status.open') : value;
  };
  const ownValue = useOwnValue(names);
  return (field, value) => {
    if (isOwnField(field)) return ownValue(field, value);
    const { kind, values } = FORM_FIELDS[field];
    if (values) return choice(`${WORDS[field] ?? field}.${value}`, value);
    if (kind === 'text') return t('quoted', { text: value });
    return kind === 'number' ? value : (names[value] ?? t('gone'));
  };
}

/** Says a day, given as `2026-03-02`. */
function useDayText(): (day: string) => string {
  const format = useFormatter();
  return (day) => format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' });
}

/** Says a value of an own field: an option by its name, a day, an amount, or what was typed. */
function useOwnValue(names: Names): (field: FormFieldName, value: string) => string {
  const t = useTranslations('condition.said');
  const dayText = useDayText();
  return (field, value) => {
    const named = names[`${field}.${value}`];
    if (named) return named;
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dayText(value);
    return /^-?[\d.]+$/.test(value) ? value : t('quoted', { text: value });
  };
}

/** Fields that share the words of another. */
const WORDS: Readonly<Partial<Record<KnownFieldName, string>>> = { customerLanguage: 'language' };

import { useLocale, useTranslations } from 'next-intl';
import type { Comparison, Condition } from '@/domain/condition/evaluate';
import { CONDITION_FIELDS } from '@/domain/condition/fields';

/** Names of rows that conditions point at, by id. */
export type Names = Readonly<Record<string, string>>;

/** Says a condition as a part of a sentence, with real names. */
export function useConditionText(names: Names): (condition: Condition) => string {
  const t = useTranslations('policy');
  const valueText = useValueText(names);
  const locale = useLocale();
  const joined = (parts: readonly string[], type: 'conjunction' | 'disjunction') =>
    new Intl.ListFormat(locale, { type }).format(parts);

  function comparison({ field, operator, values = [] }: Comparison): string {
    const type = operator === 'has_all_of' ? 'conjunction' : 'disjunction';
    const said = joined(
      values.map((value) => valueText(field, value)),
      type,
    );
    return t(`said.${operator}`, { field: t(`field.${field}`), values: said });
  }
  function group(parts: readonly Condition[], type: 'conjunction' | 'disjunction'): string {
    return joined(
      parts.map((part) => {
        const said = say(part);
        return 'all' in part || 'any' in part ? t('said.group', { condition: said }) : said;
      }),
      type,
    );
  }
  function say(condition: Condition): string {
    if ('all' in condition) return group(condition.all, 'conjunction');
    if ('any' in condition) return group(condition.any, 'disjunction');
    if ('not' in condition) return t('said.not', { condition: say(condition.not) });
    return comparison(condition);
  }
  return say;
}

/** Says one value of a condition: a word of the list, a real name, or what was typed. */
export function useValueText(names: Names): (field: Comparison['field'], value: string) => string {
  const t = useTranslations('policy.said');
  const common = useTranslations('common');
  return (field, value) => {
    const { kind } = CONDITION_FIELDS[field];
    if (kind === 'text') return t('quoted', { text: value });
    if (kind !== 'choice') return names[value] ?? t('gone');
    const key = `${field}.${value}` as `status.open`;
    return common.has(key) ? common(key) : value;
  };
}

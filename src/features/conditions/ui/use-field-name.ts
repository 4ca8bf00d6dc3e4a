import { useTranslations } from 'next-intl';
import { use } from 'react';
import { type FormFieldName, isOwnField } from '@/domain/condition/segment';
import { ConditionContext } from './condition-world';
import type { Names } from './names';

/** Says what a field of a condition is called: in our words, or in the workspace's own. */
export function useFieldName(names: Names = {}): (field: FormFieldName) => string {
  const t = useTranslations('condition');
  const { own } = use(ConditionContext);
  return (field) =>
    isOwnField(field) ? (own?.[field]?.name ?? names[field] ?? t('said.gone')) : t(`field.${field}`);
}

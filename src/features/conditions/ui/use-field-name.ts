import { useTranslations } from 'next-intl';
import { use } from 'react';
import { type FormFieldName, isOwnField } from '@/domain/condition/segment';
import { ConditionContext } from './condition-world';

/** Says what a field of a condition is called: in our words, or in the workspace's own. */
export function useFieldName(): (field: FormFieldName) => string {
  const t = useTranslations('condition');
  const { own } = use(ConditionContext);
  return (field) => (isOwnField(field) ? (own?.[field]?.name ?? t('said.gone')) : t(`field.${field}`));
}

import { useTranslations } from 'next-intl';
import { type FormFieldName, isOwnField } from '@/domain/condition/segment';
import type { OwnFieldFaces } from './condition-table';
import type { Names } from './names';

/**
 * Says what a field of a condition is called: in our words, or in the workspace's own, which a form knows by `own` and a sentence
 * by `names`.
 */
export function useFieldName(names: Names, own?: OwnFieldFaces): (field: FormFieldName) => string {
  const t = useTranslations('condition');
  return (field) =>
    isOwnField(field) ? (own?.[field]?.name ?? names[field] ?? t('said.gone')) : t(`field.${field}`);
}

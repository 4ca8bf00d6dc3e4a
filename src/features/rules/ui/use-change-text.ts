import { useTranslations } from 'next-intl';
import type { AskedField } from '@/domain/condition/explain';
import type { Names } from '@/features/actions/ui/use-action-text';
import { useValueText } from '@/features/conditions/ui/use-condition-text';
import { useFieldName } from '@/features/conditions/ui/use-field-name';
import type { PlannedChange } from '../planned-changes';

/** Says one thing that a rule would do to a ticket: what a field would become, or what else would happen. */
export function useChangeText(names: Names): (change: PlannedChange) => string {
  const t = useTranslations('rules.dryRun');
  const kinds = useTranslations('action.kind');
  const said = useTranslations('action.said');
  const nameOf = useFieldName(names);
  const common = useTranslations('common');
  const valueText = useValueText(names);
  return ({ kind, field, from, to }) => {
    if (field === 'tags') {
      return said(kind === 'remove_tags' ? 'remove_tags' : 'add_tags', { value: String(to) });
    }
    if (field === undefined) return kinds(kind);
    const name = field as AskedField;
    const word = (value: string | boolean | null | undefined) =>
      typeof value === 'string' ? valueText(name, value) : common('none');
    return t('change', { field: nameOf(name), from: word(from), to: word(to) });
  };
}

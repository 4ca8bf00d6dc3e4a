'use client';

import { useTranslations } from 'next-intl';
import type { FieldDefinition } from '@/domain/field/field';
import type { FormItem } from '@/domain/form/form';
import { ShownWhenFields } from '@/features/fields/shared/shown-when.client';
import { isOpenCondition } from './form-draft';

type Props = Readonly<{
  item: FormItem;
  /** Fields of the form that can decide. */
  deciding: readonly FieldDefinition[];
  /** True once it was tried to save. */
  asked: boolean;
  onChange: (item: FormItem) => void;
}>;

/** When an item is shown; nothing where no field of the form can decide. */
export function ItemConditions({ item, deciding, asked, onChange }: Props) {
  const t = useTranslations('formSetup.form');
  if (deciding.length === 0 && item.shownWhen.length === 0) return null;
  const wrong = asked ? item.shownWhen.flatMap((when, place) => (isOpenCondition(when) ? [place] : [])) : [];
  return (
    <details open={item.shownWhen.length > 0}>
      <summary className="cursor-pointer text-accent-ink text-sm">
        {t('conditions', { count: item.shownWhen.length })}
      </summary>
      <div className="pt-2">
        <ShownWhenFields
          byType={false}
          others={deciding}
          conditions={item.shownWhen}
          wrong={wrong}
          onChange={(shownWhen) => onChange({ ...item, shownWhen })}
        />
      </div>
    </details>
  );
}

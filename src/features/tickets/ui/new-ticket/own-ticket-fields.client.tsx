'use client';

import { useTranslations } from 'next-intl';
import type { FieldDraft, TypedValue } from '@/domain/field/draft';
import { OwnFieldControl } from '@/features/fields/shared/own-field-control.client';

type Props = Readonly<{
  own: FieldDraft;
  /** True once it was tried to send: what is wrong is said then. */
  asked: boolean;
  onChange: (id: string, typed: TypedValue) => void;
}>;

/** The workspace's own fields that this type and these values ask for; nothing where there are none. */
export function OwnTicketFields({ own: { shown, typed, wrong }, asked, onChange }: Props) {
  const t = useTranslations('desk.new');
  if (shown.length === 0) return null;
  return (
    <fieldset className="grid min-w-0 content-start items-end gap-4 border-line border-t pt-5 sm:grid-cols-2">
      <legend className="sr-only">{t('own')}</legend>
      {shown.map((field) => (
        <OwnFieldControl
          key={field.id}
          field={field}
          typed={typed[field.id] ?? ''}
          wrong={asked ? wrong[field.id] : undefined}
          onChange={(value) => onChange(field.id, value)}
        />
      ))}
    </fieldset>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Panel } from '@/ui/panel';
import type { CalendarDraft, CalendarWrong } from './calendar-draft';
import { ZoneField } from './zone-field.client';

type Props = Readonly<{
  draft: CalendarDraft;
  zones: readonly string[];
  /** True when another calendar has this name. */
  taken: boolean;
  wrong: CalendarWrong | null;
  onChange: (change: Partial<CalendarDraft>) => void;
}>;

/** Name, time zone, and whether it is the standard calendar. */
export function CalendarGeneral({ draft, zones, taken, wrong, onChange }: Props) {
  const t = useTranslations('calendar.form');
  const sentence = useTranslations('problem');
  const nameError = taken ? sentence('name.taken') : wrong?.name && t('nameError');
  return (
    <Panel title={t('general')}>
      <div className="grid gap-4 md:grid-cols-2">
        <Field label={t('name')} hint={t('nameHint')} error={nameError}>
          <Input
            value={draft.name}
            maxLength={100}
            autoComplete="off"
            onChange={(event) => onChange({ name: event.target.value })}
          />
        </Field>
        <ZoneField
          zones={zones}
          value={draft.timeZone}
          wrong={wrong?.timeZone ?? false}
          onChange={(zone) => onChange({ timeZone: zone })}
        />
      </div>
      <Checkbox
        className="mt-4"
        label={t('standard')}
        hint={t('standardHint')}
        checked={draft.standard}
        onChange={(event) => onChange({ standard: event.target.checked })}
      />
    </Panel>
  );
}

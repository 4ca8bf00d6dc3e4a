'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import type { PolicyDraft, PolicyWrong } from './policy-draft';

export type CalendarName = Readonly<{ id: string; name: string; standard: boolean }>;

type Props = Readonly<{
  draft: PolicyDraft;
  calendars: readonly CalendarName[];
  wrong: PolicyWrong | null;
  onChange: (change: Partial<PolicyDraft>) => void;
}>;

/** Name, calendar, whether it is on, and what silence counts for. */
export function PolicyGeneral({ draft, calendars, wrong, onChange }: Props) {
  const t = useTranslations('policy.form');
  return (
    <Panel title={t('general')}>
      <div className="grid gap-4 md:grid-cols-2">
        <Field label={t('name')} hint={t('nameHint')} error={wrong?.name && t('nameError')}>
          <Input
            value={draft.name}
            maxLength={100}
            autoComplete="off"
            onChange={(event) => onChange({ name: event.target.value })}
          />
        </Field>
        <Field label={t('calendar')} hint={t('calendarHint')}>
          <Select value={draft.calendarId} onChange={(event) => onChange({ calendarId: event.target.value })}>
            {calendars.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Checkbox
        className="mt-4"
        label={t('active')}
        hint={t('activeHint')}
        checked={draft.active}
        onChange={(event) => onChange({ active: event.target.checked })}
      />
      <Checkbox
        className="mt-3"
        label={t('silence')}
        hint={t('silenceHint')}
        checked={draft.silenceIsKept}
        onChange={(event) => onChange({ silenceIsKept: event.target.checked })}
      />
    </Panel>
  );
}

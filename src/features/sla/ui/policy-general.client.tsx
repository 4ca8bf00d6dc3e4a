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

/** Name, calendar, and whether it is on. */
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
    </Panel>
  );
}

/** When somebody is told of a time that runs out. */
export function PolicyWarnings({ draft, wrong, onChange }: Omit<Props, 'calendars'>) {
  const t = useTranslations('policy');
  return (
    <Panel title={t('warnings.title')} description={t('warnings.body')}>
      <div className="grid items-end gap-4 md:grid-cols-2">
        <Field
          label={t('warnings.warn')}
          hint={t('warnings.warnHint')}
          error={wrong?.warn && t('targets.error')}
        >
          <Input
            value={draft.warn}
            maxLength={30}
            autoComplete="off"
            onChange={(event) => onChange({ warn: event.target.value })}
          />
        </Field>
        <Field
          label={t('warnings.escalate')}
          hint={t('warnings.escalateHint')}
          error={wrong?.escalate && t('targets.error')}
        >
          <Input
            value={draft.escalate}
            maxLength={30}
            autoComplete="off"
            onChange={(event) => onChange({ escalate: event.target.value })}
          />
        </Field>
      </div>
    </Panel>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { RULE_EVENTS, type RuleKind } from '@/domain/rule/rule';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import type { RuleDraft, RuleWrong } from './rule-draft';

type Props = Readonly<{
  kind: RuleKind;
  draft: RuleDraft;
  calendars: readonly Readonly<{ id: string; name: string }>[];
  wrong: RuleWrong | null;
  onChange: (change: Partial<RuleDraft>) => void;
}>;

/** How a rule is called, when it looks, and how often it may act. */
export function RuleGeneral({ kind, draft, calendars, wrong, onChange }: Props) {
  const t = useTranslations('rules.form');
  return (
    <Panel title={t('general')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t('name')}
          hint={t('nameHint')}
          error={wrong?.name && t('nameError')}
          className="sm:col-span-2"
        >
          <Input value={draft.name} onChange={({ target }) => onChange({ name: target.value })} />
        </Field>
        {kind === 'trigger' && <Events draft={draft} wrong={wrong} onChange={onChange} />}
        <Field label={t('calendar')} hint={t('calendarHint')}>
          <Select value={draft.calendarId} onChange={({ target }) => onChange({ calendarId: target.value })}>
            <option value="">{t('standardCalendar')}</option>
            {calendars.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('limit')} hint={t('limitHint')} error={wrong?.limit && t('limitError')}>
          <Input
            inputMode="numeric"
            value={draft.hourlyLimit}
            onChange={({ target }) => onChange({ hourlyLimit: target.value })}
          />
        </Field>
        <Checkbox
          label={t('active')}
          hint={t('activeHint')}
          checked={draft.active}
          className="sm:col-span-2"
          onChange={({ target }) => onChange({ active: target.checked })}
        />
      </div>
    </Panel>
  );
}

function Events({ draft, wrong, onChange }: Pick<Props, 'draft' | 'wrong' | 'onChange'>) {
  const t = useTranslations('rules');
  const { events } = draft;
  return (
    <fieldset className="sm:col-span-2" aria-describedby={wrong?.events ? 'rule-events-error' : undefined}>
      <legend className="font-medium text-ink text-sm">{t('form.events')}</legend>
      <div className="mt-1 grid gap-x-5 gap-y-2 sm:grid-cols-2">
        {RULE_EVENTS.map((event) => (
          <Checkbox
            key={event}
            label={t(`event.${event}`)}
            checked={events.includes(event)}
            aria-invalid={wrong?.events ? true : undefined}
            onChange={({ target }) =>
              onChange({
                events: target.checked ? [...events, event] : events.filter((each) => each !== event),
              })
            }
          />
        ))}
      </div>
      {wrong?.events && (
        <p id="rule-events-error" role="alert" className="mt-1 text-danger-ink text-sm">
          {t('form.eventsError')}
        </p>
      )}
    </fieldset>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { Textarea } from '@/ui/textarea';
import { type Change, type ChatDraft, linesOf, textOf } from './draft';

export type Choice = Readonly<{ id: string; name: string }>;

type Props = Readonly<{
  draft: ChatDraft;
  teams: readonly Choice[];
  calendars: readonly Choice[];
  wrong: (field: string) => boolean;
  onChange: Change;
}>;

/** Who answers, when, and on which sites. */
export function BasicFields({ draft, teams, calendars, wrong, onChange }: Props) {
  const t = useTranslations('chatSetup.form');
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t('name')} hint={t('nameHint')} error={wrong('name') && t('wrong')}>
        <Input value={draft.name} onChange={({ target }) => onChange({ name: target.value })} />
      </Field>
      <Chosen
        label={t('team')}
        none={t('noTeam')}
        value={draft.teamId}
        choices={teams}
        onValue={(teamId) => onChange({ teamId })}
      />
      <Chosen
        label={t('calendar')}
        none={t('always')}
        value={draft.calendarId}
        choices={calendars}
        onValue={(calendarId) => onChange({ calendarId })}
      />
      <div className="grid grid-cols-2 gap-3">
        <Minutes
          label={t('warn')}
          value={draft.warnMinutes}
          wrong={wrong('warnMinutes')}
          onValue={(warnMinutes) => onChange({ warnMinutes })}
        />
        <Minutes
          label={t('end')}
          value={draft.endMinutes}
          wrong={wrong('endMinutes')}
          onValue={(endMinutes) => onChange({ endMinutes })}
        />
      </div>
      <Field
        className="sm:col-span-2"
        label={t('origins')}
        hint={t('originsHint')}
        error={wrong('allowedOrigins') && t('wrong')}
      >
        <Textarea
          rows={3}
          spellCheck={false}
          value={textOf(draft.allowedOrigins)}
          onChange={({ target }) => onChange({ allowedOrigins: linesOf(target.value) })}
        />
      </Field>
      <Checkbox
        label={t('enabled')}
        checked={draft.enabled}
        onChange={({ target }) => onChange({ enabled: target.checked })}
      />
      <Checkbox
        label={t('verifiedOnly')}
        checked={draft.verifiedOnly}
        onChange={({ target }) => onChange({ verifiedOnly: target.checked })}
      />
    </div>
  );
}

type ChosenProps = Readonly<{
  label: string;
  none: string;
  value: string | null;
  choices: readonly Choice[];
  onValue: (id: string | null) => void;
}>;

function Chosen({ label, none, value, choices, onValue }: ChosenProps) {
  return (
    <Field label={label}>
      <Select value={value ?? ''} onChange={({ target }) => onValue(target.value || null)}>
        <option value="">{none}</option>
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

type MinutesProps = Readonly<{
  label: string;
  value: number;
  wrong: boolean;
  onValue: (value: number) => void;
}>;

function Minutes({ label, value, wrong, onValue }: MinutesProps) {
  const t = useTranslations('chatSetup.form');
  return (
    <Field label={label} error={wrong && t('wrong')} className="justify-end">
      <Input
        type="number"
        min={1}
        max={480}
        value={value}
        onChange={({ target }) => onValue(target.valueAsNumber || 0)}
      />
    </Field>
  );
}

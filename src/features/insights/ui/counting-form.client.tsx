'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { FCR_VARIANTS, type FcrVariant, HOURS_MODES, type HoursMode } from '@/domain/metrics/registry';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import { useSubmit } from '@/ui/use-submit.client';
import { saveMetricSettingsAction } from '../actions';

type Named = Readonly<{ id: string; name: string }>;
type Props = Readonly<{
  workspace: string;
  setup: Readonly<{
    fcrVariant: FcrVariant;
    fcrDays: number;
    thanksReopen: boolean;
    hours: HoursMode;
    weekStart: number;
    answerSeconds: number;
    shortSeconds: number;
    measureFocus: boolean;
  }>;
  /** Each way of counting first contact resolution, with what it says of the last 30 days. */
  variants: Readonly<Record<FcrVariant, Readonly<{ name: string; definition: string; value: string }>>>;
  weekdays: readonly string[];
  teams: readonly (Named & Readonly<{ calendarId: string | null }>)[];
  calendars: readonly Named[];
}>;

/** How numbers are counted. What facts are made by counts everything again, in the background. */
export function CountingForm({ workspace, setup, variants, weekdays, teams, calendars }: Props) {
  const t = useTranslations('insights.counting');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (form) => saveMetricSettingsAction(workspace, typedIn(form, teams)),
    onDone: () => toast(t('saved')),
  });
  const number = (name: 'fcrDays' | 'answerSeconds' | 'shortSeconds') => (
    <Field label={t(name)} hint={t(`${name}Hint`)} error={wrong(name) && t(`${name}Wrong`)}>
      <Input name={name} inputMode="numeric" defaultValue={setup[name]} className="max-w-24" />
    </Field>
  );
  return (
    <Panel className="mt-1">
      <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-5" noValidate>
        {problem && problem.code !== 'input.invalid' && (
          <Notice tone="danger" live>
            {sentence(problem.code)}
          </Notice>
        )}
        <fieldset className="flex flex-col gap-3">
          <legend className="mb-3 font-medium text-ink">{t('fcr')}</legend>
          {FCR_VARIANTS.map((variant) => (
            <Checkbox
              key={variant}
              type="radio"
              name="fcrVariant"
              value={variant}
              defaultChecked={setup.fcrVariant === variant}
              label={
                <>
                  {variants[variant].name}{' '}
                  <span className="text-ink-soft tabular-nums">· {variants[variant].value}</span>
                </>
              }
              hint={variants[variant].definition}
            />
          ))}
        </fieldset>
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <Field label={t('hours')} hint={t('hoursHint')}>
            <Select name="hours" defaultValue={setup.hours}>
              {HOURS_MODES.map((mode) => (
                <option key={mode} value={mode}>
                  {t(`mode.${mode}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('weekStart')}>
            <Select name="weekStart" defaultValue={setup.weekStart}>
              {weekdays.map((name, index) => (
                <option key={name} value={index + 1}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          {number('answerSeconds')}
          {number('shortSeconds')}
          {number('fcrDays')}
          <Checkbox
            name="thanksReopen"
            defaultChecked={setup.thanksReopen}
            label={t('thanksReopen')}
            hint={t('thanksReopenHint')}
          />
          <Checkbox
            name="measureFocus"
            defaultChecked={setup.measureFocus}
            label={t('measureFocus')}
            hint={t('measureFocusHint')}
            className="sm:col-span-2"
          />
        </div>
        {teams.length > 0 && (
          <fieldset className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            <legend className="pb-2 font-medium text-sm">{t('calendars')}</legend>
            {teams.map((team) => (
              <Field key={team.id} label={team.name}>
                <Select name={`calendar.${team.id}`} defaultValue={team.calendarId ?? ''}>
                  <option value="">{t('standardCalendar')}</option>
                  {calendars.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </Select>
              </Field>
            ))}
          </fieldset>
        )}
        <Button type="submit" variant="primary" pending={pending} className="self-start">
          {common('save')}
        </Button>
      </form>
    </Panel>
  );
}

/** What was typed, with the calendars that were changed only: each of them counts everything again. */
function typedIn(form: FormData, teams: Props['teams']) {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const number = (name: string) => (text(name) === '' ? Number.NaN : Number(text(name)));
  const chosen = teams.map(({ id, calendarId }) => ({
    teamId: id,
    before: calendarId,
    calendarId: text(`calendar.${id}`) || null,
  }));
  const calendars = chosen
    .filter(({ before, calendarId }) => before !== calendarId)
    .map(({ teamId, calendarId }) => ({ teamId, calendarId }));
  return {
    fcrVariant: text('fcrVariant') as FcrVariant,
    fcrDays: number('fcrDays'),
    thanksReopen: form.get('thanksReopen') !== null,
    measureFocus: form.get('measureFocus') !== null,
    hours: text('hours') as HoursMode,
    weekStart: number('weekStart'),
    answerSeconds: number('answerSeconds'),
    shortSeconds: number('shortSeconds'),
    ...(calendars.length > 0 && { calendars }),
  };
}

'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import {
  type Choice,
  MAIL_WAYS,
  NOTICE_KINDS,
  type NoticeKind,
  type Preferences,
} from '@/domain/notification/preferences';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { useSubmit } from '@/ui/use-submit.client';
import { savePreferencesAction } from '../actions';

type Props = Readonly<{ workspace: string; own: Preferences }>;

/** What one is told and how, when the digest comes, and when there is quiet. */
export function PreferencesForm({ workspace, own }: Props) {
  const t = useTranslations('notification.prefs');
  const [quiet, setQuiet] = useState(own.quietFrom !== null);
  const { ref, onSubmit, pending, wrong } = useSubmit({
    send: (form) => savePreferencesAction(workspace, preferencesIn(form)),
    onDone: () => toast(t('saved')),
  });
  return (
    <form ref={ref} onSubmit={onSubmit} noValidate className="flex flex-col gap-8">
      <fieldset>
        <legend className="font-semibold text-ink">{t('events')}</legend>
        <p className="mb-3 max-w-2xl text-ink-soft text-sm">{t('eventsBody')}</p>
        <Choices own={own} />
      </fieldset>
      <fieldset>
        <legend className="font-semibold text-ink">{t('digest')}</legend>
        <p className="mb-3 text-ink-soft text-sm">{t('digestBody')}</p>
        <div className="flex flex-wrap gap-4">
          <Field label={t('digestWhen')} className="w-44">
            <Select name="digest" defaultValue={own.digest}>
              <option value="daily">{t('daily')}</option>
              <option value="hourly">{t('hourly')}</option>
            </Select>
          </Field>
          <Field label={t('digestAt')} hint={t('digestAtHint')} className="w-64">
            <Time name="digestAt" time={own.digestAt} />
          </Field>
        </div>
      </fieldset>
      <fieldset className="flex flex-col items-start gap-3">
        <legend className="font-semibold text-ink">{t('quiet')}</legend>
        <p className="max-w-2xl text-ink-soft text-sm">{t('quietBody')}</p>
        <Checkbox
          name="quiet"
          checked={quiet}
          onChange={(event) => setQuiet(event.target.checked)}
          label={t('quietOn')}
        />
        {quiet && (
          <div className="flex flex-wrap gap-4">
            <Field label={t('quietFrom')} className="w-28">
              <Time name="quietFrom" time={own.quietFrom ?? '18:00'} />
            </Field>
            <Field label={t('quietUntil')} className="w-44" error={wrong('quietUntil') && t('quietError')}>
              <Time name="quietUntil" time={own.quietUntil ?? '08:00'} />
            </Field>
          </div>
        )}
        <Checkbox name="quietWeekends" defaultChecked={own.quietWeekends} label={t('quietWeekends')} />
      </fieldset>
      <Button type="submit" variant="primary" pending={pending} className="self-start">
        {t('save')}
      </Button>
    </form>
  );
}

function preferencesIn(form: FormData): Preferences {
  const text = (name: string) => String(form.get(name));
  const choices = NOTICE_KINDS.map((kind): [NoticeKind, Choice] => [
    kind,
    {
      app: form.has(`app.${kind}`),
      browser: form.has(`browser.${kind}`),
      mail: MAIL_WAYS.find((way) => way === form.get(`mail.${kind}`)) ?? 'off',
    },
  ]);
  const hasQuiet = form.has('quiet');
  return {
    choices: Object.fromEntries(choices) as Preferences['choices'],
    digest: text('digest') === 'hourly' ? 'hourly' : 'daily',
    digestAt: text('digestAt'),
    quietFrom: hasQuiet ? text('quietFrom') : null,
    quietUntil: hasQuiet ? text('quietUntil') : null,
    quietWeekends: form.has('quietWeekends'),
  };
}

/** A table on wide screens; on narrow ones each event has its ways under it. */
const row =
  'grid items-center gap-x-4 gap-y-2 px-4 py-2.5 grid-cols-2 sm:grid-cols-[minmax(0,1fr)_5rem_6rem_10rem]';

function Choices({ own }: Readonly<{ own: Preferences }>) {
  const t = useTranslations('notification.prefs');
  const head = 'font-medium text-ink-faint text-xs';
  return (
    <div className="divide-y divide-line rounded-lg border border-line bg-raised">
      <div aria-hidden className={`${row} max-sm:hidden`}>
        <span className={head}>{t('event')}</span>
        <span className={head}>{t('app')}</span>
        <span className={head}>{t('browser')}</span>
        <span className={head}>{t('mail')}</span>
      </div>
      {NOTICE_KINDS.map((kind) => (
        <Ways key={kind} kind={kind} choice={own.choices[kind]} />
      ))}
    </div>
  );
}

function Ways({ kind, choice }: Readonly<{ kind: NoticeKind; choice: Choice }>) {
  const t = useTranslations('notification.prefs');
  const [app, setApp] = useState(choice.app);
  const event = t(`kind.${kind}`);
  const label = (way: 'app' | 'browser') => (
    <>
      <span aria-hidden className="sm:hidden">
        {t(way)}
      </span>
      <span className="sr-only">{t('in', { way: t(way), event })}</span>
    </>
  );
  return (
    <div className={row}>
      <span className="col-span-2 text-ink sm:col-span-1">{event}</span>
      <Checkbox
        name={`app.${kind}`}
        checked={app}
        onChange={({ target }) => setApp(target.checked)}
        label={label('app')}
      />
      <Checkbox
        name={`browser.${kind}`}
        disabled={!app}
        defaultChecked={choice.browser}
        label={label('browser')}
      />
      <Select
        name={`mail.${kind}`}
        defaultValue={choice.mail}
        aria-label={t('in', { way: t('mail'), event })}
        className="max-sm:col-span-2"
      >
        {MAIL_WAYS.map((way) => (
          <option key={way} value={way}>
            {t(`way.${way}`)}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** Every half hour of a day, and what was chosen otherwise. */
function Time({ time, ...rest }: Readonly<{ name: string; time: string }>) {
  const usual = Array.from({ length: 48 }, (_, index) => {
    const hour = String(Math.floor(index / 2)).padStart(2, '0');
    return `${hour}:${index % 2 === 0 ? '00' : '30'}`;
  });
  return (
    <Select {...rest} defaultValue={time}>
      {[...new Set([...usual, time])].sort().map((each) => (
        <option key={each} value={each}>
          {each}
        </option>
      ))}
    </Select>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { savePortalAction } from '@/features/portal/actions';
import { LOCALES, type Locale } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import { useSubmit } from '@/ui/use-submit.client';
import { Preview } from './preview.client';
import { WordsFields } from './words-fields.client';
import type { PortalWordsNow } from './words-now';

type PortalNow = Readonly<{
  enabled: boolean;
  accent: string;
  locales: readonly Locale[];
  signIn: 'everybody' | 'known' | 'nobody';
  guestLinks: boolean;
  guestLinkDays: number;
  words: Readonly<Record<Locale, PortalWordsNow>>;
}>;

const POLICIES = ['everybody', 'known', 'nobody'] as const;

type Props = Readonly<{ workspace: string; name: string; now: PortalNow }>;

/** Everything about the portal but its logo and its host. */
export function PortalForm({ workspace, name, now }: Props) {
  const t = useTranslations('portalSetup');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const [accent, setAccent] = useState(now.accent);
  const [shown, setShown] = useState<Locale>(now.locales[0] ?? 'en');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (form) => savePortalAction(workspace, sent(form)),
    onDone: () => toast(common('saved')),
  });
  const wrongWords = Object.keys(problem && 'fields' in problem ? problem.fields : {}).some((key) =>
    key.startsWith('words'),
  );
  return (
    <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-6" noValidate>
      {problem && (
        <Notice tone="danger" live>
          {wrongWords ? t('words.wrong') : sentence(problem.code)}
        </Notice>
      )}
      <Panel title={t('who.title')} description={t('who.body')}>
        <div className="flex flex-col gap-4">
          <Checkbox
            name="enabled"
            defaultChecked={now.enabled}
            label={t('enabled')}
            hint={t('enabledHint')}
          />
          <Field label={t('who.signIn')}>
            <Select name="signIn" defaultValue={now.signIn} className="max-w-md">
              {POLICIES.map((policy) => (
                <option key={policy} value={policy}>
                  {t(`who.${policy}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Checkbox
            name="guestLinks"
            defaultChecked={now.guestLinks}
            label={t('who.links')}
            hint={t('who.linksHint')}
          />
          <Field label={t('who.days')} error={wrong('guestLinkDays') && t('who.daysWrong')}>
            <Input
              name="guestLinkDays"
              inputMode="numeric"
              defaultValue={now.guestLinkDays}
              className="max-w-24"
            />
          </Field>
        </div>
      </Panel>
      <Panel title={t('look.title')} description={t('look.body')}>
        <div className="grid gap-6 lg:grid-cols-2">
          <div className="flex flex-col gap-4">
            <Field
              label={t('look.accent')}
              hint={t('look.accentHint')}
              error={wrong('accent') && t('look.accentWrong')}
            >
              <Input
                name="accent"
                value={accent}
                maxLength={7}
                onChange={(event) => setAccent(event.target.value)}
                className="max-w-36"
              />
            </Field>
            <Languages now={now.locales} failed={wrong('locales')} />
          </div>
          <Preview accent={accent} name={name} />
        </div>
      </Panel>
      <Panel title={t('words.title')} description={t('words.body')}>
        <Field label={t('words.language')} className="mb-4">
          <Select
            value={shown}
            onChange={(event) => setShown(event.target.value as Locale)}
            className="max-w-48"
          >
            {LOCALES.map((locale) => (
              <option key={locale} value={locale}>
                {common(`language.${locale}`)}
              </option>
            ))}
          </Select>
        </Field>
        {LOCALES.map((locale) => (
          <WordsFields key={locale} locale={locale} now={now.words[locale]} hidden={locale !== shown} />
        ))}
      </Panel>
      <Button type="submit" variant="primary" pending={pending} className="self-start">
        {t('save')}
      </Button>
    </form>
  );
}

function Languages({ now, failed }: Readonly<{ now: readonly Locale[]; failed: boolean }>) {
  const t = useTranslations('portalSetup.look');
  const common = useTranslations('common');
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium text-sm">{t('languages')}</legend>
      {LOCALES.map((locale) => (
        <Checkbox
          key={locale}
          name="locales"
          value={locale}
          defaultChecked={now.includes(locale)}
          label={common(`language.${locale}`)}
        />
      ))}
      {failed && <p className="text-danger-ink text-sm">{t('languagesWrong')}</p>}
    </fieldset>
  );
}

function sent(form: FormData): Parameters<typeof savePortalAction>[1] {
  const text = (name: string) => String(form.get(name) ?? '');
  return {
    enabled: form.has('enabled'),
    accent: text('accent'),
    locales: LOCALES.filter((locale) => form.getAll('locales').includes(locale)),
    signIn: POLICIES.find((policy) => policy === form.get('signIn')) ?? 'everybody',
    guestLinks: form.has('guestLinks'),
    guestLinkDays: Number(form.get('guestLinkDays')),
    words: Object.fromEntries(
      LOCALES.map((locale) => [
        locale,
        {
          title: text(`${locale}.title`),
          welcome: text(`${locale}.welcome`),
          footer: text(`${locale}.footer`),
          links: linksIn(text(`${locale}.links`)),
        },
      ]),
    ),
  };
}

/** One link a line: the words, then the address. */
const linksIn = (typed: string) =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const at = line.lastIndexOf(' ');
      return { label: line.slice(0, Math.max(at, 0)).trim(), url: line.slice(at + 1) };
    });

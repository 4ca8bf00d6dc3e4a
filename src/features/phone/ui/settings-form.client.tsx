'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { Textarea } from '@/ui/textarea';
import { useSubmit } from '@/ui/use-submit.client';
import { savePhoneSettingsAction } from '../actions';
import { DIALLING } from '../spoken-kinds';

type Props = Readonly<{
  workspace: string;
  stored: Readonly<{
    country: string;
    wrapUpSeconds: number;
    recordingDays: number;
    callbackAttempts: number;
    callbackSpacing: number;
    dialWith: string;
    sipDomain: string;
    dispositions: string;
    doNotCall: string;
  }>;
}>;

const NUMBERS = ['wrapUpSeconds', 'recordingDays', 'callbackAttempts', 'callbackSpacing'] as const;

/** How this workspace handles calls: numbers, after-call work, retention, callbacks, dialling and its own lists. */
export function SettingsForm({ workspace, stored }: Props) {
  const t = useTranslations('phone.settings');
  const sentence = useTranslations('problem');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (form) => {
      const text = (name: string) => String(form.get(name) ?? '');
      const [wrapUpSeconds, recordingDays, callbackAttempts, callbackSpacing] = NUMBERS.map((name) =>
        Number(text(name)),
      ) as [number, number, number, number];
      return savePhoneSettingsAction(workspace, {
        country: text('country').toUpperCase(),
        ...{ wrapUpSeconds, recordingDays, callbackAttempts, callbackSpacing },
        dialWith: DIALLING.find((each) => each === text('dialWith')) ?? 'tel',
        sipDomain: text('sipDomain'),
        dispositions: text('dispositions'),
        doNotCall: text('doNotCall'),
      });
    },
    onDone: () => void toast(t('saved')),
  });
  return (
    <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
      {problem && (
        <Notice tone="danger" live>
          {sentence(problem.code)}
        </Notice>
      )}
      <div className="grid items-end gap-4 sm:grid-cols-3">
        <Field
          label={t('country')}
          hint={t('countryHint')}
          error={wrong('country') ? t('countryError') : undefined}
        >
          <Input name="country" defaultValue={stored.country} maxLength={2} />
        </Field>
        <Field label={t('dialWith')}>
          <Select name="dialWith" defaultValue={stored.dialWith}>
            {DIALLING.map((each) => (
              <option key={each} value={each}>
                {t(`dialling.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('sipDomain')} hint={t('sipDomainHint')}>
          <Input name="sipDomain" defaultValue={stored.sipDomain} spellCheck={false} />
        </Field>
      </div>
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {NUMBERS.map((name) => (
          <Field
            key={name}
            label={t(name)}
            hint={t(`${name}Hint`)}
            error={wrong(name) ? t('range') : undefined}
          >
            <Input name={name} type="number" min={0} defaultValue={stored[name]} />
          </Field>
        ))}
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('dispositions')} hint={t('oneALine')}>
          <Textarea name="dispositions" rows={5} defaultValue={stored.dispositions} />
        </Field>
        <Field label={t('doNotCall')} hint={t('oneALine')}>
          <Textarea name="doNotCall" rows={5} defaultValue={stored.doNotCall} />
        </Field>
      </div>
      <div>
        <Button type="submit" pending={pending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { TONE_RULES, type ToneSettings } from '@/domain/tone/finding';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { useSubmit } from '@/ui/use-submit.client';
import { saveToneSettingsAction } from '../actions';

type Props = Readonly<{ workspace: string; settings: ToneSettings }>;

/** Which rules speak, and how long a sentence may be. */
export function ToneSettingsForm({ workspace, settings }: Props) {
  const t = useTranslations('dictionary');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (form) => {
      const on = form.getAll('rule');
      const longestSentence = Number(form.get('longestSentence'));
      return saveToneSettingsAction(workspace, {
        off: TONE_RULES.filter((rule) => !on.includes(rule)),
        longestSentence,
      });
    },
    onDone: () => toast(common('saved')),
  });
  return (
    <Panel title={t('settings.title')} description={t('settings.body')}>
      <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
        {problem && problem.code !== 'input.invalid' && (
          <Notice tone="danger" live>
            {sentence(problem.code)}
          </Notice>
        )}
        <fieldset className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
          <legend className="sr-only">{t('settings.title')}</legend>
          {TONE_RULES.map((rule) => (
            <Checkbox
              key={rule}
              name="rule"
              value={rule}
              defaultChecked={!settings.off.includes(rule)}
              label={t(`ruleName.${rule}`)}
            />
          ))}
        </fieldset>
        <Field label={t('settings.longest')} error={wrong('longestSentence') && t('settings.longestError')}>
          <Input
            name="longestSentence"
            inputMode="numeric"
            className="max-w-24"
            defaultValue={settings.longestSentence}
          />
        </Field>
        <div>
          <Button type="submit" pending={pending}>
            {t('settings.save')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

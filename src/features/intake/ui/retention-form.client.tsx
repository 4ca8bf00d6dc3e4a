'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { saveSourceRetentionAction } from '@/features/intake/actions';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { useSubmit } from '@/ui/use-submit.client';

type Retention = Readonly<{ sourceDays: number; heldDays: number }>;
type Props = Readonly<{ workspace: string; retention: Retention }>;

const FIELDS = ['sourceDays', 'heldDays'] as const;

/** For how many days what comes in is kept as it came. */
export function RetentionForm({ workspace, retention }: Props) {
  const t = useTranslations('mail.held.retention');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (form) => {
      // What is empty is no number, and not nought.
      const [sourceDays, heldDays] = FIELDS.map((name) => Number(form.get(name) || Number.NaN));
      return saveSourceRetentionAction(workspace, {
        sourceDays: sourceDays ?? Number.NaN,
        heldDays: heldDays ?? Number.NaN,
      });
    },
    onDone: () => toast(common('saved')),
  });
  return (
    <Panel title={t('title')} description={t('description')}>
      <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-5" noValidate>
        {problem && (
          <Notice tone="danger" live>
            {sentence(problem.code)}
          </Notice>
        )}
        <div className="grid gap-5 sm:grid-cols-2">
          {FIELDS.map((name) => (
            <Field
              key={name}
              label={t(name)}
              hint={t(`${name}Hint`)}
              error={wrong(name) && t(`${name}Error`)}
            >
              <Input
                name={name}
                type="number"
                min={1}
                max={3650}
                inputMode="numeric"
                defaultValue={retention[name]}
                className="max-w-32"
              />
            </Field>
          ))}
        </div>
        <Button type="submit" pending={pending} className="self-start">
          {t('save')}
        </Button>
      </form>
    </Panel>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { MOST_MINUTES } from '@/domain/focus/corrected';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { useSubmit } from '@/ui/use-submit.client';
import { correctFocusAction } from '../actions';

type Props = Readonly<{ workspace: string; ticketId: string; minutes: number }>;

/** Says how long it really was, and why. */
export function FocusCorrectionDialog(props: Props) {
  const t = useTranslations('focus.dialog');
  const common = useTranslations('common');
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      title={t('title')}
      description={t('hint')}
      closeLabel={common('close')}
      trigger={
        <Button size="sm" variant="ghost">
          {t('open')}
        </Button>
      }
    >
      <CorrectionForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function CorrectionForm({ workspace, ticketId, minutes, onDone }: Props & Readonly<{ onDone: () => void }>) {
  const t = useTranslations('focus.dialog');
  const common = useTranslations('common');
  const problems = useTranslations('problem');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (typed) => {
      const given = String(typed.get('minutes') ?? '').trim();
      return correctFocusAction(workspace, {
        ticketId,
        minutes: given === '' ? Number.NaN : Number(given),
        reason: String(typed.get('reason') ?? ''),
      });
    },
    onDone: () => {
      toast(t('saved'));
      onDone();
    },
  });
  return (
    <form ref={ref} onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
      <Field
        label={t('minutes')}
        error={wrong('minutes') ? t('minutesWrong', { most: MOST_MINUTES }) : undefined}
      >
        <Input type="number" name="minutes" min={0} max={MOST_MINUTES} step={1} defaultValue={minutes} />
      </Field>
      <Field
        label={t('reason')}
        hint={t('reasonHint')}
        error={wrong('reason') ? t('reasonMissing') : undefined}
      >
        <Input name="reason" maxLength={200} autoComplete="off" />
      </Field>
      {problem && !problem.code.startsWith('input') && (
        <Notice tone="danger" live>
          {problems(problem.code)}
        </Notice>
      )}
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          {common('save')}
        </Button>
      </div>
    </form>
  );
}

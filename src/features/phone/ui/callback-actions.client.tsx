'use client';

import { CalendarClock, Check, Hand, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { ATTEMPT_OUTCOMES } from '@/domain/phone/callback';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { useSubmit } from '@/ui/use-submit.client';
import {
  cancelCallbackAction,
  claimCallbackAction,
  recordAttemptAction,
  rescheduleCallbackAction,
} from '../actions';
import { WindowFields } from './window-fields.client';
import { windowIn } from './window-in';

type Props = Readonly<{
  workspace: string;
  userId: string;
  callback: Readonly<{ id: string; assigneeId: string | null; timeZone: string; customer: string }>;
}>;

/** What can be done with a call that we owe. */
export function CallbackActions({ workspace, userId, callback }: Props) {
  const t = useTranslations('phone.agenda');
  const sentence = useTranslations('problem');
  const [pending, start] = useTransition();
  const isMine = callback.assigneeId === userId;
  const run = (act: () => Promise<Readonly<{ ok: boolean; error?: Readonly<{ code: string }> }>>) =>
    start(async () => {
      const done = await act();
      if (done.error) toast.error(sentence(done.error.code as 'not_found'));
    });
  const claim = () =>
    run(() =>
      claimCallbackAction(workspace, { callbackId: callback.id, assigneeId: isMine ? null : userId }),
    );
  const cancel = () => run(() => cancelCallbackAction(workspace, { callbackId: callback.id }));
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Button size="sm" onClick={claim} pending={pending}>
        <Hand aria-hidden />
        {t(isMine ? 'giveBack' : 'claim')}
      </Button>
      <OutcomeDialog workspace={workspace} callback={callback} />
      <RescheduleDialog workspace={workspace} callback={callback} />
      <Button size="sm" variant="ghost" onClick={cancel} pending={pending}>
        <X aria-hidden />
        {t('cancel')}
      </Button>
    </div>
  );
}

type DialogProps = Pick<Props, 'workspace' | 'callback'>;

function OutcomeDialog({ workspace, callback }: DialogProps) {
  const t = useTranslations('phone.agenda');
  const outcomes = useTranslations('phone.outcome');
  const locale = useLocale();
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const [open, setOpen] = useState(false);
  const { ref, onSubmit, pending, problem } = useSubmit({
    send: (form) =>
      recordAttemptAction(workspace, {
        callbackId: callback.id,
        outcome: ATTEMPT_OUTCOMES.find((each) => each === form.get('outcome')) ?? 'no_answer',
        note: String(form.get('note') ?? ''),
      }),
    onDone: ({ status }) => {
      setOpen(false);
      toast(t(status === 'scheduled' ? 'triedAgain' : 'closedNow'));
    },
  });
  return (
    <Dialog
      title={t('outcomeTitle', { name: callback.customer })}
      closeLabel={common('close')}
      open={open}
      onOpenChange={setOpen}
      size="sm"
      trigger={
        <Button size="sm">
          <Check aria-hidden />
          {t('outcome')}
        </Button>
      }
    >
      <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-4">
        {problem && (
          <Notice tone="danger" live>
            {sentence(problem.code)}
          </Notice>
        )}
        <Field label={t('outcomeLabel')}>
          <Select name="outcome" defaultValue="reached">
            {ATTEMPT_OUTCOMES.map((each) => (
              <option key={each} value={each}>
                {capitalised(outcomes(each), locale)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('note')}>
          <Input name="note" maxLength={2000} />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" pending={pending}>
            {t('saveOutcome')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function RescheduleDialog({ workspace, callback }: DialogProps) {
  const t = useTranslations('phone.agenda');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const [open, setOpen] = useState(false);
  const { ref, onSubmit, pending, problem } = useSubmit({
    send: (form) => {
      const window = windowIn(form, callback.timeZone) ?? { start: new Date(0), end: new Date(0) };
      return rescheduleCallbackAction(workspace, { callbackId: callback.id, window });
    },
    onDone: () => {
      setOpen(false);
      toast(t('moved'));
    },
  });
  return (
    <Dialog
      title={t('rescheduleTitle', { name: callback.customer })}
      closeLabel={common('close')}
      open={open}
      onOpenChange={setOpen}
      size="sm"
      trigger={
        <Button size="sm">
          <CalendarClock aria-hidden />
          {t('reschedule')}
        </Button>
      }
    >
      <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-4">
        {problem && (
          <Notice tone="danger" live>
            {sentence(problem.code)}
          </Notice>
        )}
        <WindowFields timeZone={callback.timeZone} />
        <div className="flex justify-end">
          <Button type="submit" variant="primary" pending={pending}>
            {t('saveWindow')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const capitalised = (text: string, locale: string) =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

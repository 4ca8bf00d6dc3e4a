'use client';

import { PhoneForwarded } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Textarea } from '@/ui/textarea';
import { useSubmit } from '@/ui/use-submit.client';
import { requestCallbackAction } from '../actions';
import { WindowFields } from './window-fields.client';
import { windowIn } from './window-in';

type Props = Readonly<{
  workspace: string;
  ticketId: string;
  number: string;
  /** Where the customer reads the clock. */
  timeZone: string;
}>;

/** Notes that we owe this customer a call, and when. */
export function AskCallback(props: Props) {
  const t = useTranslations('phone.ask');
  const common = useTranslations('common');
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={t('title')}
      description={t('description')}
      closeLabel={common('close')}
      open={open}
      onOpenChange={setOpen}
      size="sm"
      trigger={
        <Button size="sm">
          <PhoneForwarded aria-hidden />
          {t('open')}
        </Button>
      }
    >
      <Form {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function Form({ workspace, ticketId, number, timeZone, onDone }: Props & Readonly<{ onDone: () => void }>) {
  const t = useTranslations('phone.ask');
  const sentence = useTranslations('problem');
  const { ref, onSubmit, pending, problem } = useSubmit({
    send: (form) =>
      requestCallbackAction(workspace, {
        ticketId,
        number: String(form.get('number') ?? ''),
        window: windowIn(form, timeZone),
        note: String(form.get('note') ?? ''),
      }),
    onDone: () => {
      onDone();
      toast(t('saved'));
    },
  });
  return (
    <form ref={ref} onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
      {problem && (
        <Notice tone="danger" live>
          {sentence(problem.code)}
        </Notice>
      )}
      <Field label={t('number')}>
        <Input name="number" type="tel" defaultValue={number} required />
      </Field>
      <WindowFields timeZone={timeZone} optional />
      <Field label={t('note')}>
        <Textarea name="note" rows={2} maxLength={2000} />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

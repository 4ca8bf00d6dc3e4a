'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { useSubmit } from '@/ui/use-submit.client';
import { resendAction } from '../actions';
import type { DeliveredMessage } from './delivered-message';
import { reached } from './reached';
import { say } from './say';

type Props = Readonly<{
  message: DeliveredMessage;
  place: Readonly<{ workspace: string; requester: string }>;
}>;

/** Sends a mail that failed once more, to the same address or to another. */
export function Resend({ message, place }: Props) {
  const t = useTranslations('ticket.delivery');
  const common = useTranslations('common');
  const problems = useTranslations('problem');
  const form = useId();
  const [open, setOpen] = useState(false);
  const first = message.attempts[0]?.recipient || message.to[0] || '';
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (typed) => {
      const to = String(typed.get('to'));
      const other = to !== first;
      const keepAddress = typed.get('keep') !== null;
      const input = { messageId: message.id, keepAddress, ...((other || keepAddress) && { to }) };
      return reached(resendAction(place.workspace, input));
    },
    onDone: ({ to }) => {
      setOpen(false);
      say(t('resent', { address: to.join(', ') }));
    },
  });
  const general = problem && !wrong('to') ? problems(problem.code) : undefined;
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      title={t('resendTitle')}
      description={t('resendBody')}
      closeLabel={common('close')}
      trigger={<Button size="sm">{t('resend')}</Button>}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" pending={pending}>
            {t('resend')}
          </Button>
        </>
      }
    >
      <form ref={ref} id={form} onSubmit={onSubmit} className="flex flex-col gap-4">
        <Field label={t('address')} error={wrong('to') ? problems('field.email') : general}>
          <Input name="to" type="email" required defaultValue={first} autoComplete="off" />
        </Field>
        <Checkbox name="keep" label={t('keep', { name: place.requester })} />
      </form>
    </Dialog>
  );
}

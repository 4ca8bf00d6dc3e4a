'use client';

import { Phone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { dialAction } from '../actions';
import { type CallStart, openCallLog } from './open-call';

type Props = Readonly<{
  workspace: string;
  /** E.164 */
  number: string;
  /** As people read it. */
  readable: string;
  start: CallStart;
  /** What is read first. */
  children: ReactNode;
}>;

/** Dials, after what was asked, tried and promised was shown; the call log opens with it. */
export function DialButton({ workspace, number, readable, start, children }: Props) {
  const t = useTranslations('phone.dial');
  const common = useTranslations('common');
  const sentence = useTranslations('problem');
  const [open, setOpen] = useState(false);
  const [pending, begin] = useTransition();
  const dial = () =>
    begin(async () => {
      const { ticketId = null, customerId = null, callbackId = null } = start;
      const dialled = await dialAction(workspace, { number, ticketId, customerId, callbackId });
      if (!dialled.ok) {
        toast.error(sentence(dialled.error.code));
        return;
      }
      setOpen(false);
      if (dialled.value.link) {
        window.location.href = dialled.value.link;
        openCallLog({ ...start, number, direction: 'outbound' });
      } else toast(t('yours'));
    });
  return (
    <Dialog
      title={t('title', { number: readable })}
      description={t('description')}
      closeLabel={common('close')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" aria-label={t('label', { number: readable })}>
          <Phone aria-hidden />
          <span className="tabular-nums">{readable}</span>
        </Button>
      }
      footer={
        <Button variant="primary" onClick={dial} pending={pending}>
          <Phone aria-hidden />
          {t('now')}
        </Button>
      }
    >
      {children}
    </Dialog>
  );
}

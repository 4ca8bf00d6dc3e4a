'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { MomentForm } from './moment-form.client';
import { useMornings } from './use-mornings';

type Props = Readonly<{
  open: boolean;
  onOpenChange: (open: boolean) => void;
  timeZone: string;
  onSchedule: (at: Date) => void;
}>;

/** Chooses when a reply leaves, in the writer's own time zone. */
export function SendLater({ open, onOpenChange, timeZone, onSchedule }: Props) {
  const t = useTranslations('ticket.composer');
  const common = useTranslations('common');
  const form = useId();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="sm"
      title={t('laterTitle')}
      description={t('laterBody')}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{common('cancel')}</Button>
          <Button type="submit" form={form} variant="primary">
            {t('schedule')}
          </Button>
        </>
      }
    >
      <LaterForm id={form} timeZone={timeZone} onSchedule={onSchedule} />
    </Dialog>
  );
}

function LaterForm({ id, timeZone, onSchedule }: Pick<Props, 'timeZone' | 'onSchedule'> & { id: string }) {
  const { tomorrow, offers } = useMornings(timeZone);
  return <MomentForm id={id} timeZone={timeZone} offers={offers} first={tomorrow} onChoose={onSchedule} />;
}

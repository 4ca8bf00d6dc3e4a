'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { daysLater, instantOf, localTimeOf, weekdayOf } from '@/domain/shared/local-time';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

const MORNING = '08:00';
const MONDAY = 1;

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
  const t = useTranslations('ticket.composer');
  const format = useFormatter();
  const [now] = useState(() => localTimeOf(new Date(), timeZone));
  const tomorrow = daysLater(now, 1, MORNING);
  const monday = daysLater(now, (MONDAY + 7 - weekdayOf(now)) % 7 || 7, MORNING);
  const [local, setLocal] = useState(tomorrow);
  const [isPast, setIsPast] = useState(false);
  const time = format.dateTime(instantOf(tomorrow, timeZone) ?? new Date(), { timeStyle: 'short' });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const at = instantOf(local, timeZone);
    setIsPast(!at || at.getTime() <= Date.now());
    if (at && at.getTime() > Date.now()) onSchedule(at);
  };
  return (
    <form id={id} onSubmit={submit} noValidate className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-2">
        <Button size="sm" aria-pressed={local === tomorrow} onClick={() => setLocal(tomorrow)}>
          {t('tomorrow', { time })}
        </Button>
        {monday !== tomorrow && (
          <Button size="sm" aria-pressed={local === monday} onClick={() => setLocal(monday)}>
            {t('monday', { time })}
          </Button>
        )}
      </div>
      <Field
        label={t('laterAt', { zone: timeZone.replaceAll('_', ' ') })}
        error={isPast ? t('past') : undefined}
      >
        <Input type="datetime-local" value={local} onChange={(event) => setLocal(event.target.value)} />
      </Field>
    </form>
  );
}

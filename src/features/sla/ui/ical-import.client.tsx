'use client';

import { FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ChangeEvent, useRef } from 'react';
import { toast } from 'sonner';
import { daysInCalendarFile } from '@/domain/sla/ical';
import { Button } from '@/ui/button';
import type { OfferedDay } from './calendar-draft';

const YEARS_AHEAD = 3;

type Props = Readonly<{ year: number; onAdd: (days: readonly OfferedDay[]) => number }>;

/** Takes the all-day events of an .ics file over as holidays. The file is read here and not sent anywhere. */
export function IcalImport({ year, onAdd }: Props) {
  const t = useTranslations('calendar');
  const input = useRef<HTMLInputElement>(null);
  async function read(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const field = event.target;
    const file = field.files?.[0];
    if (!file) return;
    const found = daysInCalendarFile(await file.text(), { from: year, to: year + YEARS_AHEAD });
    field.value = '';
    if (found === null) toast(t('ical.wrong'));
    else toast(t('added', { count: onAdd(found.map((day) => ({ ...day, kind: 'holiday' }))) }));
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".ics,text/calendar"
        className="sr-only"
        tabIndex={-1}
        aria-hidden
        onChange={(event) => void read(event)}
      />
      <Button size="sm" onClick={() => input.current?.click()}>
        <FileUp aria-hidden />
        {t('ical.open')}
      </Button>
    </>
  );
}

'use client';

import { Moon } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { localTimeOf } from '@/domain/shared/local-time';
import { useActs } from '@/ui/acts';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog.client';
import { useShortcuts } from '@/ui/use-shortcuts';
import { MomentForm } from './moment-form.client';
import { sayBack } from './say';
import { useStage } from './stage.client';
import { useMornings } from './use-mornings';

const HOUR = 3_600_000;
const QUARTER = HOUR / 4;
/** One word on the matter: what is said last stands in the place of what was said before. */
const TOLD = { id: 'snooze' } as const;
/** What "later today" means. */
const LATER_HOURS = 3;

/** Puts the ticket away until a moment, or wakes it up; also by the key L. */
export function Snooze({ timeZone }: Readonly<{ timeZone: string }>) {
  const t = useTranslations('ticket.snooze');
  const common = useTranslations('common');
  const [open, setOpen] = useState(false);
  const form = useId();
  const { snooze } = useSnooze(timeZone);
  useShortcuts({ l: () => setOpen(true) });
  useActs({ snooze: () => setOpen(true) });
  const choose = (at: Date) => {
    setOpen(false);
    snooze(at);
  };
  return (
    <>
      <Button
        variant="ghost"
        size="icon"
        aria-label={t('open')}
        title={t('openKey')}
        onClick={() => setOpen(true)}
      >
        <Moon aria-hidden />
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        size="sm"
        title={t('title')}
        description={t('body')}
        closeLabel={common('close')}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
            <Button type="submit" form={form} variant="primary">
              {t('open')}
            </Button>
          </>
        }
      >
        <SnoozeForm id={form} timeZone={timeZone} onChoose={choose} />
      </Dialog>
    </>
  );
}

type FormProps = Readonly<{ id: string; timeZone: string; onChoose: (at: Date) => void }>;

function SnoozeForm({ id, timeZone, onChoose }: FormProps) {
  const t = useTranslations('ticket.snooze');
  const { tomorrow, offers } = useMornings(timeZone);
  const [later] = useState(() => localTimeOf(quarterAfter(Date.now() + LATER_HOURS * HOUR), timeZone));
  const all = [{ label: t('later', { hours: LATER_HOURS }), local: later }, ...offers];
  return <MomentForm id={id} timeZone={timeZone} offers={all} first={tomorrow} onChoose={onChoose} />;
}

const quarterAfter = (time: number): Date => new Date(Math.ceil(time / QUARTER) * QUARTER);

/** Until when the ticket sleeps, with a way to wake it; nothing while it is awake. */
export function SnoozeMark({ timeZone, mayUpdate }: Readonly<{ timeZone: string; mayUpdate: boolean }>) {
  const t = useTranslations('ticket.snooze');
  const { shown } = useStage();
  const { until, wake } = useSnooze(timeZone);
  if (!shown.snoozedUntil) return null;
  return (
    <span className="inline-flex items-center gap-1.5">
      <Badge suppressHydrationWarning>
        <Moon aria-hidden />
        {t('until', { until: until(new Date(shown.snoozedUntil)) })}
      </Badge>
      {mayUpdate && (
        <button type="button" onClick={wake} className="text-accent-ink underline-offset-2 hover:underline">
          {t('wake')}
        </button>
      )}
    </span>
  );
}

/** Sends to sleep and wakes, each with a way back. */
function useSnooze(timeZone: string) {
  const t = useTranslations('ticket.snooze');
  const common = useTranslations('common');
  const format = useFormatter();
  const { update } = useStage();
  const until = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return {
    until,
    snooze: (at: Date) =>
      update({ snoozedUntil: at.toISOString() }, (back) =>
        sayBack(t('done', { until: until(at) }), { ...TOLD, label: common('undo'), back }),
      ),
    wake: () =>
      update({ snoozedUntil: null }, (back) => sayBack(t('woken'), { ...TOLD, label: common('undo'), back })),
  };
}

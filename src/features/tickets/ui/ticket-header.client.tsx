'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/ui/badge';
import { StatusIcon } from '@/ui/ticket-icons';
import { Snooze, SnoozeMark } from './snooze.client';
import { useStage } from './stage.client';
import { Subject } from './subject.client';
import { type Movable, TicketMenu } from './ticket-menu.client';

type Props = Readonly<{
  number: number;
  mayUpdate: boolean;
  mayTrash: boolean;
  /** Of the reader. */
  timeZone: string;
  movable: Movable | null;
  /** What other features add to the menu. */
  more: ReactNode;
  /** What else the ticket is tied to. */
  relatives: ReactNode;
  /** The ways on and back, and to the details. */
  ways: ReactNode;
}>;

/** What the ticket is about, and how it stands. */
export function TicketHeader({ number, mayUpdate, mayTrash, timeZone, ...props }: Props) {
  const common = useTranslations('common');
  const t = useTranslations('ticket');
  const { shown, update } = useStage();
  const { movable, more, relatives, ways } = props;
  return (
    <header className="flex flex-wrap items-start justify-end gap-x-2 border-line border-b bg-canvas px-4 py-2 sm:flex-nowrap sm:px-6 sm:py-2.5">
      <div className="order-2 min-w-0 basis-full sm:order-1 sm:flex-1 sm:basis-0">
        <Subject subject={shown.subject} mayEdit={mayUpdate} onSave={(subject) => update({ subject })} />
        <p className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft text-sm">
          <span className="tabular-nums">#{number}</span>
          <span className="inline-flex items-center gap-1.5">
            <StatusIcon status={shown.status} />
            {common(`status.${shown.status}`)}
          </span>
          <SnoozeMark timeZone={timeZone} mayUpdate={mayUpdate} />
          {shown.trash && <Badge tone="danger">{t('trash.badge')}</Badge>}
          {shown.spam && <Badge tone="danger">{t('spam')}</Badge>}
          {relatives}
        </p>
      </div>
      <div className="max-sm:-mx-2 order-1 flex shrink-0 items-center gap-0.5 max-sm:w-[calc(100%+1rem)] sm:order-2 [&>nav]:max-sm:mr-auto">
        {ways}
        {mayUpdate && <Snooze timeZone={timeZone} />}
        <TicketMenu number={number} mayUpdate={mayUpdate} mayTrash={mayTrash} movable={movable} more={more} />
      </div>
    </header>
  );
}

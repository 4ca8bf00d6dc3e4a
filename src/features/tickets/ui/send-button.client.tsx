'use client';

import { CalendarClock, ChevronUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ReplyStatus } from '@/domain/ticket/reply';
import { Button } from '@/ui/button';
import { Menu, MenuChoices, MenuItem, MenuLabel, MenuSeparator } from '@/ui/menu.client';
import { StatusIcon } from '@/ui/ticket-icons';
import { SendLater } from './send-later.client';

const STATUSES = ['open', 'pending', 'on_hold', 'solved'] as const satisfies readonly ReplyStatus[];

type Props = Readonly<{
  status: ReplyStatus;
  onStatus: (status: ReplyStatus) => void;
  timeZone: string;
  /** The channel lets nobody write now. */
  disabled?: boolean;
  onSend: (sendAt?: Date) => void;
}>;

/** Sends with the status that the ticket then has; behind the arrow are other statuses and a later time. */
export function SendButton({ status, onStatus, timeZone, disabled = false, onSend }: Props) {
  const t = useTranslations('ticket.composer');
  const common = useTranslations('common');
  const [later, setLater] = useState(false);
  return (
    <div className="flex">
      <Button
        variant="primary"
        onClick={() => onSend()}
        disabled={disabled}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        className="rounded-r-none"
      >
        {t('sendAs', { status: common(`status.${status}`) })}
      </Button>
      <Menu
        align="end"
        side="top"
        trigger={
          <Button
            variant="primary"
            size="icon"
            aria-label={t('moreWays')}
            className="rounded-l-none border-on-accent/30 border-l"
          >
            <ChevronUp aria-hidden />
          </Button>
        }
      >
        <MenuLabel>{t('statusAfter')}</MenuLabel>
        <MenuChoices
          value={status}
          onChoose={onStatus}
          choices={STATUSES.map((value) => ({
            value,
            label: common(`status.${value}`),
            icon: <StatusIcon status={value} />,
          }))}
        />
        <MenuSeparator />
        <MenuItem onSelect={() => setLater(true)}>
          <CalendarClock aria-hidden />
          {t('later')}
        </MenuItem>
      </Menu>
      <SendLater
        open={later}
        onOpenChange={setLater}
        timeZone={timeZone}
        onSchedule={(at) => {
          setLater(false);
          onSend(at);
        }}
      />
    </div>
  );
}

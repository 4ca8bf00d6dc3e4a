'use client';

import { CalendarClock, Check, CheckCheck, CircleAlert, Clock, RotateCw, Undo2 } from 'lucide-react';
import { useNow, useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '@/ui/button';
import { useDates } from '@/ui/use-dates';
import type { DeliveredMessage } from './delivered-message';
import { momentText } from './moment';
import { Resend } from './resend.client';
import { useStage } from './stage.client';

type Place = Readonly<{ workspace: string; requester: string; mayReply: boolean }>;
type Props = Readonly<{ message: DeliveredMessage; place: Place }>;

/** What became of a mail of ours, and what can be done about it. */
export function DeliveryLine({ message, place }: Props) {
  const { delivery } = message;
  if (delivery === 'queued') return <Waiting message={message} place={place} />;
  if (delivery === 'cancelled') return <CalledOff message={message} place={place} />;
  if (delivery === 'failed' || delivery === 'bounced') return <Failed message={message} place={place} />;
  return delivery && <Gone delivery={delivery} />;
}

function Line({
  icon,
  danger = false,
  children,
}: Readonly<{ icon: ReactNode; danger?: boolean; children: ReactNode }>) {
  return (
    <span
      className={`inline-flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-sm [&>svg]:size-4 [&>svg]:shrink-0 ${danger ? 'text-danger-ink' : 'text-ink-faint'}`}
    >
      {icon}
      {children}
    </span>
  );
}

function Gone({ delivery }: Readonly<{ delivery: 'sent' | 'delivered' | 'read' }>) {
  const t = useTranslations('ticket.delivery');
  const Icon = delivery === 'sent' ? Check : CheckCheck;
  return <Line icon={<Icon aria-hidden />}>{t(`state.${delivery}`)}</Line>;
}

function Waiting({ message, place }: Props) {
  const t = useTranslations('ticket.delivery');
  const dates = useDates();
  const now = useNow();
  const { takeBack, busy } = useStage();
  const left = useSecondsUntil(message.sendAt);
  const later = message.scheduled && message.sendAt !== null && left > 60;
  const undo = place.mayReply && left > 0 && (
    <Button size="sm" data-undo={later ? undefined : ''} disabled={busy} onClick={() => takeBack(message.id)}>
      <Undo2 aria-hidden />
      {t(later ? 'cancel' : 'undo')}
    </Button>
  );
  if (later && message.sendAt) {
    return (
      <Line icon={<CalendarClock aria-hidden />}>
        <span suppressHydrationWarning>{t('scheduled', { at: momentText(dates, message.sendAt, now) })}</span>
        {undo}
      </Line>
    );
  }
  if (left === 0 && message.deliveryDetail) {
    return (
      <Line icon={<RotateCw aria-hidden />}>
        <span className="min-w-0 break-words">{t('retrying', { reason: message.deliveryDetail })}</span>
      </Line>
    );
  }
  return (
    <Line icon={<Clock aria-hidden />}>
      <span suppressHydrationWarning>{left > 0 ? t('leaves', { seconds: left }) : t('leaving')}</span>
      {undo}
    </Line>
  );
}

function CalledOff({ message, place }: Props) {
  const t = useTranslations('ticket.delivery');
  const { reuse, busy } = useStage();
  const byCustomer = message.deliveryDetail === 'customer_wrote';
  return (
    <Line icon={<Undo2 aria-hidden />}>
      {t(byCustomer ? 'cancelled.customer_wrote' : 'cancelled.undone')}
      {place.mayReply && byCustomer && (
        <Button size="sm" disabled={busy} onClick={() => reuse(message.id)}>
          {t('reuse')}
        </Button>
      )}
    </Line>
  );
}

function Failed({ message, place }: Props) {
  const t = useTranslations('ticket.delivery');
  const { delivery, deliveryDetail, attempts } = message;
  const reasons = attempts.filter(({ state }) => state === 'failed' || state === 'bounced');
  const [reason] = reasons;
  const said = useReasonWords();
  const words = reason ? said(reason) : deliveryDetail;
  return (
    <div className="flex w-full flex-wrap items-start justify-between gap-x-4 gap-y-2 rounded-md border border-danger-ink/25 bg-danger-soft px-3 py-2">
      <div className="min-w-0 flex-[1_1_16rem]">
        <Line icon={<CircleAlert aria-hidden />} danger>
          <strong className="font-semibold">
            {t(`state.${delivery === 'failed' ? 'failed' : 'bounced'}`)}
          </strong>
        </Line>
        {words && (
          <p className="mt-0.5 break-words text-ink text-sm">
            <span className="sr-only">{t('reason')}: </span>
            {words}
          </p>
        )}
      </div>
      {place.mayReply && <Resend message={message} place={place} />}
    </div>
  );
}

/** Why it was not sent: in our words where we have some, beside what the other side says. */
function useReasonWords(): (reason: DeliveredMessage['attempts'][number]) => string {
  const t = useTranslations('social.refused');
  return ({ recipient, code, detail }) => {
    const known = REFUSED.find((each) => each === code);
    const why = known ? t(known) : code;
    return [recipient, why, detail === code ? '' : detail].filter(Boolean).join(' · ');
  };
}

/** Codes of refusals that we have words for; anything else is the vendor's. */
const REFUSED = [
  'no_files',
  'file_type',
  'file_too_large',
  'text_too_long',
  'empty',
  'channel_off',
  'window_over',
  'blocked',
  'private_reply_used',
  'private_reply_late',
  'gone',
  'not_allowed',
  'undeliverable',
  'unsupported',
  'template',
  'not_summoned',
  'media_failed',
  'maybe_sent',
] as const;

/** Whole seconds until an instant, counted down; 0 once it is over. */
export function useSecondsUntil(at: Date | null): number {
  const time = at?.getTime() ?? 0;
  const [left, setLeft] = useState(() => secondsUntil(time));
  useEffect(() => {
    const count = () => setLeft(secondsUntil(time));
    count();
    const timer = setInterval(count, 1_000);
    return () => clearInterval(timer);
  }, [time]);
  return left;
}

const secondsUntil = (time: number) => Math.max(Math.ceil((time - Date.now()) / 1_000), 0);

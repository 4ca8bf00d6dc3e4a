'use client';

import { MailWarning, Send } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { outboxOf, useUnsent } from './device-outbox';
import { say } from './say';

const AGAIN_MILLISECONDS = 5_000;
const look =
  'appear pointer-events-auto flex max-w-full items-center gap-2 rounded-lg border px-4 py-2 shadow-raised';

type Props = Readonly<{ workspace: string; userId: string }>;

/** Sends what waits on this device as soon as the server can be reached, on whatever page one is, and says what waits. */
export function OutboxBar({ workspace, userId }: Props) {
  const t = useTranslations('desk.outbox');
  const unsent = useUnsent(workspace, userId);
  const waiting = unsent.filter(({ refused }) => refused === null).length;
  const [refused] = unsent.filter((each) => each.refused !== null);
  useEffect(() => {
    if (waiting === 0) return;
    const flush = async () => {
      const sent = await outboxOf(workspace, userId).flush();
      if (sent > 0) say(t('sent', { count: sent }));
    };
    const soon = () => void flush();
    soon();
    const timer = setInterval(soon, AGAIN_MILLISECONDS);
    window.addEventListener('online', soon);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', soon);
    };
  }, [workspace, userId, waiting, t]);
  return (
    <>
      {waiting > 0 && (
        <p className={`${look} border-line-strong/60 bg-raised text-ink`}>
          <Send aria-hidden className="size-4 shrink-0 text-ink-soft" />
          {t('waiting', { count: waiting })}
        </p>
      )}
      {refused && (
        <p className={`${look} border-danger/30 bg-danger-soft text-danger-ink`}>
          <MailWarning aria-hidden className="size-4 shrink-0" />
          {t('refused')}
          <Link className="font-semibold underline" href={refused.path} prefetch={false}>
            {t('look')}
          </Link>
        </p>
      )}
    </>
  );
}

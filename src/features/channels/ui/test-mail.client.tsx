'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useTransition } from 'react';
import { toast } from 'sonner';
import { sendTestMailAction } from '@/features/channels/actions';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';

type Props = Readonly<{
  workspace: string;
  channelId: string;
  /** The test that is under way, and the ticket that it became. */
  test: Readonly<{ messageId: string; ticket: number | null }> | null;
}>;

const LOOK_EVERY_MS = 1_500;

/** Sends a mail to the mailbox, and waits with the reader until it has become a ticket. */
export function TestMail({ workspace, channelId, test }: Props) {
  const t = useTranslations('channels.testMail');
  const sentence = useTranslations('problem');
  const router = useRouter();
  const [pending, start] = useTransition();
  const waiting = test !== null && test.ticket === null;
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => router.refresh(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [waiting, router]);
  const send = () =>
    start(async () => {
      const sent = await sendTestMailAction(workspace, { channelId });
      if (!sent.ok) toast.error(sentence(sent.error.code));
      else
        router.push(
          `/${workspace}/admin/channels/${channelId}?test=${encodeURIComponent(sent.value.messageId)}`,
        );
    });
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-ink-soft">{t('body')}</p>
      {waiting && <Notice live>{t('waiting')}</Notice>}
      {test?.ticket && (
        <Notice tone="success" live>
          {t('arrived')}{' '}
          <Link className="underline" href={`/${workspace}/desk/tickets/${test.ticket}`}>
            {t('ticket', { number: String(test.ticket) })}
          </Link>
        </Notice>
      )}
      <Button onClick={send} pending={pending}>
        {t('send')}
      </Button>
    </div>
  );
}

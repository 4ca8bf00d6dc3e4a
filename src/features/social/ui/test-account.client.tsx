'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { testAccountAction } from '@/features/social/actions';
import type { TestedAccount } from '@/features/social/commands/test-account';
import type { SocialKind } from '@/features/social/kinds';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';

type Props = Readonly<{
  workspace: string;
  accountId: string;
  kind: SocialKind;
  /** Whether a test is under way, and the ticket that it became. */
  test: Readonly<{ ticket: number | null }> | null;
}>;

const LOOK_EVERY_MS = 1_500;

/** Tries the account out, and waits with the reader until the test message has become a ticket. */
export function TestAccount({ workspace, accountId, kind, test }: Props) {
  const t = useTranslations('social.admin.check');
  // An app of one's own is nobody where one signs in.
  const about = useTranslations(kind === 'api' ? 'social.api.check' : 'social.admin.check');
  const sentence = useTranslations('problem');
  const router = useRouter();
  const [pending, start] = useTransition();
  const [said, setSaid] = useState<TestedAccount | null>(null);
  const waiting = test !== null && test.ticket === null;
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => router.refresh(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [waiting, router]);
  const run = () =>
    start(async () => {
      const tested = await testAccountAction(workspace, { accountId });
      if (!tested.ok) {
        toast.error(sentence(tested.error.code));
        return;
      }
      setSaid(tested.value);
      const { sentAt } = tested.value;
      router.push(`/${workspace}/admin/social/${accountId}?test=${encodeURIComponent(sentAt)}`);
    });
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-ink-soft">{about('body')}</p>
      {said?.signedInAs && (
        <Notice tone="success" live>
          {about('works', { name: said.signedInAs })}
        </Notice>
      )}
      {said?.reason && (
        <Notice tone="danger" live>
          {about('fails', { reason: said.reason })}
        </Notice>
      )}
      {waiting && <Notice live>{t('waiting')}</Notice>}
      {test?.ticket && (
        <Notice tone="success" live>
          <Link className="underline" href={`/${workspace}/desk/tickets/${test.ticket}`}>
            {t('ticket', { number: String(test.ticket) })}
          </Link>
        </Notice>
      )}
      <Button onClick={run} pending={pending}>
        {t('run')}
      </Button>
    </div>
  );
}

'use client';

import { Link2 } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { revokeGuestLinksAction } from '@/features/portal/actions';
import { Button } from '@/ui/button';

type Props = Readonly<{ workspace: string; ticketId: string; until: Date; mayRevoke: boolean }>;

/** That a link in a mail shows this ticket, until when, and the way to take it back. */
export function GuestLinkPanel({ workspace, ticketId, until, mayRevoke }: Props) {
  const t = useTranslations('ticket.guestLink');
  const problem = useTranslations('problem');
  const format = useFormatter();
  const [pending, start] = useTransition();
  const revoke = () =>
    start(async () => {
      const done = await revokeGuestLinksAction(workspace, { ticketId });
      if (done.ok) toast(t('revoked'));
      else toast.error(problem(done.error.code));
    });
  return (
    <section aria-label={t('title')} className="flex flex-col gap-2 border-line border-t px-4 py-4">
      <h2 className="flex items-center gap-2 font-semibold">
        <Link2 aria-hidden className="size-4 text-ink-faint" />
        {t('title')}
      </h2>
      <p className="text-ink-soft text-sm">
        {t('until', { at: format.dateTime(until, { dateStyle: 'medium' }) })}
      </p>
      {mayRevoke && (
        <Button size="sm" pending={pending} onClick={revoke} className="self-start">
          {t('revoke')}
        </Button>
      )}
    </section>
  );
}

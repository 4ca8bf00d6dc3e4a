'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { processAgainAction, setAsideAction } from '@/features/intake/actions';
import { Button } from '@/ui/button';

type Props = Readonly<{ workspace: string; rawInboundId: string; canSetAside: boolean }>;

/** What an admin can do with a mail that found no ticket. */
export function HeldButtons({ workspace, rawInboundId, canSetAside }: Props) {
  const t = useTranslations('mail.held');
  const sentence = useTranslations('problem');
  const [pending, start] = useTransition();
  const act = (action: typeof processAgainAction | typeof setAsideAction, done: string) =>
    start(async () => {
      const outcome = await action(workspace, { rawInboundId });
      toast(outcome.ok ? done : sentence(outcome.error.code));
    });
  return (
    <>
      {canSetAside && (
        <Button onClick={() => act(setAsideAction, t('discardDone'))} pending={pending}>
          {t('discard')}
        </Button>
      )}
      <Button variant="primary" onClick={() => act(processAgainAction, t('againDone'))} pending={pending}>
        {t('again')}
      </Button>
    </>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { useStage } from './stage.client';

/** That a ticket lies in the trash and until when, with the way out. */
export function TrashNotice({ day }: Readonly<{ day: string }>) {
  const t = useTranslations('ticket.trash');
  const { shown, update } = useStage();
  if (!shown.trash) return null;
  return (
    <Notice tone="warning" className="mx-4 mt-4 sm:mx-6">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span>{t('notice', { day })}</span>
        <Button size="sm" onClick={() => update({ trash: false })}>
          {t('restore')}
        </Button>
      </div>
    </Notice>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';

type Props = Readonly<{
  /** Who wrote. */
  name: string;
  /** The message to show. */
  messageId: string;
  /** Set while a reply is held because of it: sends it all the same. */
  onSendAnyway: (() => void) | null;
  /** The writer has seen it. */
  onSeen: () => void;
}>;

/** Somebody wrote while a reply was being written; what was to be sent is held until its writer has seen it. */
export function NewerNotice({ name, messageId, onSendAnyway, onSeen }: Props) {
  const t = useTranslations('ticket.composer');
  const show = () => {
    document.getElementById(`m-${messageId}`)?.scrollIntoView({ block: 'start', behavior: 'smooth' });
    if (!onSendAnyway) onSeen();
  };
  return (
    <Notice tone="warning" title={t('newer', { name })} live className="mx-4 mt-3">
      {onSendAnyway && <p>{t('newerBody')}</p>}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" onClick={show}>
          {t('show')}
        </Button>
        {onSendAnyway && (
          <>
            <Button size="sm" onClick={onSeen}>
              {t('edit')}
            </Button>
            <Button size="sm" onClick={onSendAnyway}>
              {t('sendAnyway')}
            </Button>
          </>
        )}
      </div>
    </Notice>
  );
}

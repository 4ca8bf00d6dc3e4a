'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Dialog } from '@/ui/dialog.client';

type Props = Readonly<{ title: string; closeHref: string; children: ReactNode }>;

/** The window of a conversation beside the ticket; it is open for as long as the address says so. */
export function SideDialog({ title, closeHref, children }: Props) {
  const t = useTranslations('ticket.side');
  const router = useRouter();
  return (
    <Dialog
      open
      size="lg"
      title={title}
      description={t('hidden')}
      closeLabel={t('close')}
      onOpenChange={() => router.replace(closeHref, { scroll: false })}
    >
      {children}
    </Dialog>
  );
}

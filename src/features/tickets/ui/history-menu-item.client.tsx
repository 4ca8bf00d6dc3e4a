'use client';

import { History } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { MenuItem } from '@/ui/menu.client';

/** In the menu of a ticket: to everything that changed on it. */
export function HistoryMenuItem({ href }: Readonly<{ href: string }>) {
  const t = useTranslations('ticket');
  const router = useRouter();
  return (
    <MenuItem onSelect={() => router.push(href)}>
      <History aria-hidden />
      {t('historyMenu')}
    </MenuItem>
  );
}

'use client';

import { History, Printer } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { MenuItem } from '@/ui/menu.client';
import { useShortcuts } from '@/ui/use-shortcuts';

type Props = Readonly<{ ticketHref: string }>;

/** In the menu of a ticket: to everything that changed on it, and to what is printed of it. */
export function WayItems({ ticketHref }: Props) {
  const t = useTranslations('ticket');
  const router = useRouter();
  return (
    <>
      <MenuItem onSelect={() => router.push(`${ticketHref}/history`)}>
        <History aria-hidden />
        {t('historyMenu')}
      </MenuItem>
      <MenuItem onSelect={() => router.push(`${ticketHref}/print`)}>
        <Printer aria-hidden />
        {t('printMenu')}
      </MenuItem>
    </>
  );
}

/** The keys for the same: Shift+H and Shift+P. */
export function WayKeys({ ticketHref }: Props) {
  const router = useRouter();
  useShortcuts({
    H: () => router.push(`${ticketHref}/history`),
    P: () => router.push(`${ticketHref}/print`),
  });
  return null;
}

'use client';

import { Menu as MenuIcon, X } from 'lucide-react';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { Button } from '@/ui/button';

/** On narrow screens the rail comes in from the side, and goes again when a place is chosen. */
export function RailDrawer({ children }: Readonly<{ children: ReactNode }>) {
  const t = useTranslations('desk.rail');
  const common = useTranslations('common');
  const place = `${usePathname()}?${useSearchParams()}`;
  const [openAt, setOpenAt] = useState<string | null>(null);
  return (
    <Radix.Root open={openAt === place} onOpenChange={(open) => setOpenAt(open ? place : null)}>
      <Radix.Trigger asChild>
        <Button variant="ghost" size="icon" aria-label={t('menu')}>
          <MenuIcon aria-hidden />
        </Button>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim lg:hidden" />
        <Radix.Content
          aria-describedby={undefined}
          data-drawer
          tabIndex={-1}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            (event.currentTarget as HTMLElement).focus();
          }}
          className="fixed inset-y-0 left-0 z-50 flex w-72 max-w-[85vw] flex-col border-line border-r bg-sunken shadow-raised outline-none lg:hidden"
        >
          <Radix.Title className="sr-only">{t('navigation')}</Radix.Title>
          {children}
          <Radix.Close asChild>
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={common('close')}
              className="absolute top-3 right-3"
            >
              <X aria-hidden />
            </Button>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

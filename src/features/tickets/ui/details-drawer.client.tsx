'use client';

import { PanelRight, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '@/ui/button';
import { onOpenDetails, openField } from './open-field';

/** On narrower screens the fields and the customer come in from the side. */
export function DetailsDrawer({ children }: Readonly<{ children: ReactNode }>) {
  const t = useTranslations('ticket');
  const [open, setOpen] = useState(false);
  const wanted = useRef<string | null>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  useEffect(
    () =>
      onOpenDetails((field) => {
        if (!trigger.current?.checkVisibility()) return;
        wanted.current = field;
        setOpen(true);
      }),
    [],
  );
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Trigger asChild>
        <Button
          ref={trigger}
          variant="ghost"
          size="icon"
          aria-label={t('details')}
          title={t('details')}
          className="xl:hidden"
        >
          <PanelRight aria-hidden />
        </Button>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/45 xl:hidden" />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            const box = event.currentTarget instanceof Element ? event.currentTarget : null;
            if (wanted.current && openField(box, wanted.current)) event.preventDefault();
            wanted.current = null;
          }}
          className="fixed inset-y-0 right-0 z-50 flex w-[22rem] max-w-[92vw] flex-col overflow-y-auto border-line border-l bg-canvas shadow-raised xl:hidden"
        >
          <div className="flex items-center justify-between border-line border-b px-4 py-2">
            <Radix.Title className="font-semibold">{t('details')}</Radix.Title>
            <Radix.Close asChild>
              <Button variant="ghost" size="icon-sm" aria-label={t('closeDetails')}>
                <X aria-hidden />
              </Button>
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

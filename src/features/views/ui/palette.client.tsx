'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Dialog as Radix } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import { onOpenPalette } from './open-palette';
import { PaletteFinder } from './palette-finder.client';
import type { Line } from './palette-lines';

/** Every action of the page and every place of the desk, found by typing: Ctrl+K, Cmd+K, or its button. */
export function Palette({ workspace }: Readonly<{ workspace: string }>) {
  const t = useTranslations('desk.palette');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const chosen = useRef<(() => void) | null>(null);
  useEffect(() => onOpenPalette(() => setOpen(true)), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isCall(event)) return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const choose = ({ go }: Line) => {
    chosen.current = 'run' in go ? go.run : () => router.push(go.href);
    setOpen(false);
  };
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          onCloseAutoFocus={() => {
            const run = chosen.current;
            chosen.current = null;
            // After the focus has gone back to where it was: what is done may take it elsewhere.
            if (run) setTimeout(run, 0);
          }}
          className="appear fixed inset-x-2 top-2 z-50 mx-auto flex max-h-[80dvh] max-w-xl flex-col rounded-xl border border-line bg-raised shadow-raised sm:top-[12dvh] sm:max-h-[70dvh]"
        >
          <Radix.Title className="sr-only">{t('title')}</Radix.Title>
          <PaletteFinder workspace={workspace} onChoose={choose} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The key that opens and shuts it; not from within another window, whose work it would hide. */
function isCall({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  if (key.toLowerCase() !== 'k' || shiftKey || altKey || ctrlKey === metaKey) return false;
  const windows = document.querySelectorAll(
    '[role=dialog][data-state=open], [role=alertdialog][data-state=open]',
  );
  return [...windows].every((each) => each.querySelector('[data-palette]') !== null);
}

'use client';

import { Command } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Kbd } from '@/ui/kbd';
import { openPalette } from './open-palette';

/** Opens the palette of commands. */
export function PaletteButton() {
  const t = useTranslations('desk.palette');
  return (
    <button
      type="button"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={openPalette}
      className="flex h-8 w-full items-center gap-2.5 rounded-md px-2 text-ink-soft hover:bg-hover hover:text-ink"
    >
      <Command aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
      <span className="min-w-0 flex-1 truncate text-left">{t('open')}</span>
      <span aria-hidden className="hidden gap-1 lg:flex">
        <Kbd>Ctrl</Kbd>
        <Kbd>K</Kbd>
      </span>
    </button>
  );
}

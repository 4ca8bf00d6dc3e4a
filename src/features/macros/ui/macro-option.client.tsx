'use client';

import { Lock, MessageSquareText, SlidersHorizontal, Star } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { classNames } from '@/ui/class-names';
import type { MacroChoice } from '../queries';

type Props = Readonly<{ id: string; macro: MacroChoice; selected: boolean; onChoose: () => void }>;

/** One macro in the list of the picker. */
export function MacroOption({ id, macro, selected, onChoose }: Props) {
  const t = useTranslations('macro.picker');
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const Icon = macro.textKind === 'note' ? Lock : MessageSquareText;
  return (
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      onMouseDown={(event) => {
        event.preventDefault();
        onChoose();
      }}
      className={classNames(
        'flex cursor-pointer items-center gap-2 rounded-sm px-2 py-1.5 hover:bg-hover',
        selected && 'bg-hover',
      )}
    >
      <span className="min-w-0 flex-1">
        <span className="block truncate text-ink">{macro.name}</span>
        {macro.folder && <span className="block truncate text-ink-faint text-xs">{macro.folder}</span>}
      </span>
      {macro.favourite && <Star aria-label={t('favourite')} className="size-3.5 text-ink-faint" />}
      {macro.changes > 0 && <SlidersHorizontal aria-hidden className="size-3.5 text-ink-faint" />}
      {macro.languages.length > 0 && <Icon aria-hidden className="size-3.5 text-ink-faint" />}
    </div>
  );
}

'use client';

import { History, ListFilter, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { classNames } from '@/ui/class-names';
import type { SearchOption } from './use-search-options';

type Props = Readonly<{
  id: string;
  options: readonly SearchOption[];
  /** The place of the option that Enter takes; below nought: none. */
  active: number;
  onChoose: (option: SearchOption) => void;
}>;

const ICONS = { recent: History, go_on: ListFilter, forget: Trash2 } as const;

/** The list below the search field. */
export function SearchOptions({ id, options, active, onChoose }: Props) {
  const t = useTranslations('desk.rail');
  return (
    <>
      <div
        id={id}
        role="listbox"
        aria-label={t('suggestions')}
        tabIndex={-1}
        className="max-h-80 overflow-y-auto"
      >
        {options.map((option, index) => {
          const Icon = ICONS[option.kind];
          return (
            <div
              key={`${option.kind} ${option.text}`}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              tabIndex={-1}
              onMouseDown={(event) => {
                event.preventDefault();
                onChoose(option);
              }}
              className={classNames(
                'flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 hover:bg-hover',
                index === active && 'bg-hover',
                option.kind === 'forget' && 'text-ink-soft text-sm',
              )}
            >
              <Icon aria-hidden className="size-4 shrink-0 text-ink-faint" />
              <span className="min-w-0 flex-1 truncate">{option.label}</span>
            </div>
          );
        })}
      </div>
      <p className="px-2 py-1 text-ink-faint text-xs">{t('searchHelp')}</p>
    </>
  );
}

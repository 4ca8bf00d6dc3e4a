'use client';

import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { classNames } from '@/ui/class-names';
import type { MacroItem } from './macro-item';
import { MacroMenu } from './macro-menu.client';

type Props = Readonly<{
  workspace: string;
  root: string;
  item: MacroItem;
  /** Its place among those that can be moved; null for one that cannot. */
  place: Readonly<{ index: number; count: number }> | null;
  dragged: string | null;
  onDrag: (id: string | null) => void;
  onMove: (id: string, to: number) => void;
}>;

/** One macro: what it is, what it does, and what can be done with it. */
export function MacroListItem({ workspace, root, item, place, dragged, onDrag, onMove }: Props) {
  const t = useTranslations('macro');
  return (
    <li
      onDragOver={(event) => dragged && place && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (dragged && place) onMove(dragged, place.index);
      }}
      className={classNames(
        'flex items-start gap-2 rounded-lg border border-line bg-raised p-3 sm:gap-3',
        dragged === item.id && 'opacity-50',
      )}
    >
      {place && <Handle onDrag={(on) => onDrag(on ? item.id : null)} />}
      <Entry root={root} item={item} />
      <div className="flex shrink-0 flex-wrap justify-end max-sm:w-8">
        {place && (
          <>
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={t('moveUp', { name: item.name })}
              aria-disabled={place.index === 0}
              onClick={() => onMove(item.id, place.index - 1)}
            >
              <ArrowUp aria-hidden />
            </Button>
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={t('moveDown', { name: item.name })}
              aria-disabled={place.index === place.count - 1}
              onClick={() => onMove(item.id, place.index + 1)}
            >
              <ArrowDown aria-hidden />
            </Button>
          </>
        )}
        <MacroMenu workspace={workspace} item={item} />
      </div>
    </li>
  );
}

/** What a mouse takes hold of; the buttons do the same for everybody. */
function Handle({ onDrag }: Readonly<{ onDrag: (on: boolean) => void }>) {
  return (
    <span
      aria-hidden
      draggable
      className="mt-1 hidden cursor-grab text-ink-faint sm:block"
      onDragStart={(event) => {
        const { dataTransfer, currentTarget } = event;
        dataTransfer.effectAllowed = 'move';
        dataTransfer.setDragImage(currentTarget.closest('li') ?? currentTarget, 20, 20);
        onDrag(true);
      }}
      onDragEnd={() => onDrag(false)}
    >
      <GripVertical className="size-4 shrink-0" />
    </span>
  );
}

function Entry({ root, item }: Readonly<{ root: string; item: MacroItem }>) {
  const t = useTranslations('macro');
  const { id, name, shortcut, folder, audience, team, active, uses, languages } = item;
  const facts = [
    folder,
    audience === 'team' ? t('teamIs', { team: team ?? '' }) : t(`audience.${audience}`),
    languages.length > 0 && t('languages', { languages: languages.join(', ').toUpperCase() }),
    t('uses', { count: uses }),
  ];
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Link
          href={`${root}/${id}`}
          draggable={false}
          className="min-w-0 break-words rounded-sm font-medium text-accent-ink underline-offset-2 hover:underline"
        >
          {name}
        </Link>
        {shortcut && <span className="text-ink-faint">;{shortcut}</span>}
        {!active && <Badge>{t('off')}</Badge>}
      </p>
      <div className="mt-0.5 break-words text-ink-soft text-sm">{item.sentence}</div>
      <p className="mt-0.5 break-words text-ink-faint text-sm">{facts.filter(Boolean).join(' · ')}</p>
    </div>
  );
}

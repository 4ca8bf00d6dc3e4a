'use client';

import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { classNames } from '@/ui/class-names';
import type { RuleRow } from '../queries';
import { RuleSwitch } from './rule-switch.client';

export type RuleItem = Pick<
  RuleRow,
  'id' | 'kind' | 'name' | 'active' | 'runs' | 'failures' | 'lastRunAt' | 'limitedAt'
> &
  Readonly<{ sentence: ReactNode }>;

type Props = Readonly<{
  workspace: string;
  item: RuleItem;
  place: Readonly<{ index: number; count: number }>;
  dragged: string | null;
  onDrag: (id: string | null) => void;
  onDrop: () => void;
  onMove: (step: 1 | -1) => void;
}>;

/** One rule: its sentence, what it did lately, its switch and its place. */
export function RuleListItem({ workspace, item, place, dragged, onDrag, onDrop, onMove }: Props) {
  const t = useTranslations('rules');
  return (
    <li
      onDragOver={(event) => dragged && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
      className={classNames(
        'flex items-start gap-2 rounded-lg border border-line bg-raised p-3 sm:gap-3 sm:p-4',
        dragged === item.id && 'opacity-50',
        dragged && dragged !== item.id && 'border-line-strong border-dashed',
      )}
    >
      <Handle onDrag={(on) => onDrag(on ? item.id : null)} />
      <Entry workspace={workspace} item={item} place={place.index + 1} />
      <div className="flex shrink-0 flex-col items-end gap-1 sm:flex-row sm:items-center">
        <RuleSwitch workspace={workspace} ruleId={item.id} name={item.name} active={item.active} />
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('moveUp', { name: item.name })}
          aria-disabled={place.index === 0}
          onClick={() => onMove(-1)}
        >
          <ArrowUp aria-hidden />
        </Button>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('moveDown', { name: item.name })}
          aria-disabled={place.index === place.count - 1}
          onClick={() => onMove(1)}
        >
          <ArrowDown aria-hidden />
        </Button>
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

type EntryProps = Readonly<{ workspace: string; item: RuleItem; place: number }>;

function Entry({ workspace, item, place }: EntryProps) {
  const t = useTranslations('rules');
  const format = useFormatter();
  const { id, name, active, runs, failures, lastRunAt, limitedAt } = item;
  const when = lastRunAt && format.dateTime(lastRunAt, { dateStyle: 'medium', timeStyle: 'short' });
  const root = `/${workspace}/admin/rules`;
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="text-ink-faint tabular-nums">{place}.</span>
        <Link
          href={`${root}/${id}`}
          draggable={false}
          className="min-w-0 break-words rounded-sm font-medium text-accent-ink underline-offset-2 hover:underline"
        >
          {name}
        </Link>
        {!active && <Badge>{t('off')}</Badge>}
        {limitedAt && <Badge tone="warning">{t('limited')}</Badge>}
        {failures > 0 && <Badge tone="danger">{t('failures', { count: failures })}</Badge>}
      </p>
      <div className="mt-1">{item.sentence}</div>
      <p className="mt-1 text-ink-faint text-sm">
        {t('runs', { count: runs })}
        {when && (
          <>
            {' · '}
            <Link
              href={`${root}/log?rule=${id}`}
              draggable={false}
              className="rounded-sm underline underline-offset-2 hover:text-ink"
            >
              {t('lastRun', { when })}
            </Link>
          </>
        )}
      </p>
    </div>
  );
}

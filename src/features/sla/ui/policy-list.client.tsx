'use client';

import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useOptimistic, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { orderPoliciesAction } from '@/features/sla/actions';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { classNames } from '@/ui/class-names';

type Item = Readonly<{ id: string; name: string; active: boolean; sentence: ReactNode }>;
type Props = Readonly<{ workspace: string; policies: readonly Item[] }>;

/** The policies in the order in which they are tried; moved by buttons or by dragging. */
export function PolicyList({ workspace, policies }: Props) {
  const t = useTranslations('policy');
  const sentence = useTranslations('problem');
  const [order, setOrder] = useOptimistic(policies);
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const [, start] = useTransition();

  function move(id: string, to: number): void {
    const item = order.find((each) => each.id === id);
    if (!item || to < 0 || to >= order.length || order[to]?.id === id) return;
    const others = order.filter((each) => each.id !== id);
    const next = [...others.slice(0, to), item, ...others.slice(to)];
    start(async () => {
      setOrder(next);
      setSaid(t('moved', { name: item.name, place: to + 1, count: next.length }));
      const done = await orderPoliciesAction(workspace, { policyIds: next.map((each) => each.id) });
      if (!done.ok) toast.error(sentence(done.error.code));
    });
  }

  return (
    <>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      <ol aria-label={t('list')} className="flex flex-col gap-2">
        {order.map((item, index) => (
          <li
            key={item.id}
            onDragOver={(event) => dragged && event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged) move(dragged, index);
            }}
            className={classNames(
              'flex items-start gap-2 rounded-lg border border-line bg-raised p-3 sm:gap-3 sm:p-4',
              dragged === item.id && 'opacity-50',
              dragged && dragged !== item.id && 'border-line-strong border-dashed',
            )}
          >
            <Handle onDrag={(on) => setDragged(on ? item.id : null)} />
            <Entry workspace={workspace} item={item} place={index + 1} />
            <Movers
              name={item.name}
              first={index === 0}
              last={index === order.length - 1}
              onMove={(step) => move(item.id, index + step)}
            />
          </li>
        ))}
      </ol>
    </>
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

type EntryProps = Readonly<{ workspace: string; item: Item; place: number }>;

function Entry({ workspace, item, place }: EntryProps) {
  const t = useTranslations('policy');
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="text-ink-faint tabular-nums">{place}.</span>
        <Link
          href={`/${workspace}/admin/sla/${item.id}`}
          draggable={false}
          className="min-w-0 break-words rounded-sm font-medium text-accent-ink underline-offset-2 hover:underline"
        >
          {item.name}
        </Link>
        {!item.active && <Badge>{t('off')}</Badge>}
      </p>
      <div className="mt-1">{item.sentence}</div>
    </div>
  );
}

type MoversProps = Readonly<{
  name: string;
  first: boolean;
  last: boolean;
  onMove: (step: 1 | -1) => void;
}>;

/** Up and down. At the ends they stay in place and say so, so that the keyboard does not lose its place. */
function Movers({ name, first, last, onMove }: MoversProps) {
  const t = useTranslations('policy');
  return (
    <div className="flex shrink-0 flex-col sm:flex-row">
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t('moveUp', { name })}
        aria-disabled={first}
        onClick={() => onMove(-1)}
      >
        <ArrowUp aria-hidden />
      </Button>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t('moveDown', { name })}
        aria-disabled={last}
        onClick={() => onMove(1)}
      >
        <ArrowDown aria-hidden />
      </Button>
    </div>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useOptimistic, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { matchMacros } from '@/domain/macro/match-macros';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { orderMacrosAction } from '../actions';
import type { MacroItem } from './macro-item';
import { MacroListItem } from './macro-list-item.client';

type Props = Readonly<{ workspace: string; root: string; macros: readonly MacroItem[] }>;

/** Macros in their order: found, moved by buttons or by dragging, copied, switched off and kept on top. */
export function MacroList({ workspace, root, macros }: Props) {
  const t = useTranslations('macro');
  const sentence = useTranslations('problem');
  const [order, setOrder] = useOptimistic(macros);
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const [, start] = useTransition();
  const shown = matchMacros(order, typed);
  const movable = order.filter(({ mayChange }) => mayChange);

  function move(id: string, to: number): void {
    const item = movable.find((each) => each.id === id);
    if (!item || to < 0 || to >= movable.length || movable[to]?.id === id) return;
    const others = movable.filter((each) => each.id !== id);
    const next = [...others.slice(0, to), item, ...others.slice(to)];
    const queue = [...next];
    start(async () => {
      setOrder(order.map((each) => (each.mayChange ? (queue.shift() ?? each) : each)));
      setSaid(t('moved', { name: item.name, place: to + 1, count: next.length }));
      const done = await orderMacrosAction(workspace, { macroIds: next.map((each) => each.id) });
      if (!done.ok) toast.error(sentence(done.error.code));
    });
  }

  return (
    <div className="flex flex-col gap-4">
      <Field label={t('filter')} className="max-w-sm">
        <Input type="search" value={typed} onChange={({ target }) => setTyped(target.value)} />
      </Field>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      {shown.length === 0 && <p className="text-ink-faint">{t('noneFound', { text: typed })}</p>}
      <ol aria-label={t('list')} className="flex flex-col gap-2">
        {shown.map((item) => {
          const place = movable.indexOf(item);
          return (
            <MacroListItem
              key={item.id}
              workspace={workspace}
              root={root}
              item={item}
              place={typed === '' && item.mayChange ? { index: place, count: movable.length } : null}
              dragged={dragged}
              onDrag={setDragged}
              onMove={(id, to) => move(id, to)}
            />
          );
        })}
      </ol>
    </div>
  );
}

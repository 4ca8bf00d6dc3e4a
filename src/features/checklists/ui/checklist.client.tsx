'use client';

import { ChevronRight, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useOptimistic, useState } from 'react';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Input } from '@/ui/input';
import { addItemAction, changeItemAction } from '../actions';
import type { ShownChecklist } from '../queries';
import { ChecklistItem } from './checklist-item.client';
import { RemoveChecklist } from './remove-checklist.client';
import { useChange } from './use-change';

type Props = Readonly<{ workspace: string; list: ShownChecklist; mayUpdate: boolean }>;

/** One checklist: folded by its title, its items in an order that buttons, Alt with the arrows, or dragging change. */
export function Checklist({ workspace, list, mayUpdate }: Props) {
  const t = useTranslations('ticket.checklist');
  const { change } = useChange();
  const [items, showItems] = useOptimistic(list.items);
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const done = items.filter(({ doneAt }) => doneAt !== null).length;
  const move = (id: string, to: number) => {
    const item = items.find((each) => each.id === id);
    if (!item || to < 0 || to >= items.length || items[to]?.id === id) return;
    setSaid(t('moved', { text: item.text, place: to + 1, count: items.length }));
    change(
      () => changeItemAction(workspace, { itemId: id, position: to }),
      undefined,
      () => showItems(items.filter((each) => each.id !== id).toSpliced(to, 0, item)),
    );
  };
  return (
    <div className="relative mt-3">
      <details open className="group/list">
        <summary className="cursor-pointer list-none pr-8 font-medium text-ink text-sm [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden
            className="mr-1 inline size-4 align-text-bottom text-ink-faint transition-transform group-open/list:rotate-90 motion-reduce:transition-none"
          />
          <span className="break-words">{list.title}</span>{' '}
          <span className="text-ink-faint text-xs tabular-nums">
            {t('progress', { done, total: items.length })}
          </span>{' '}
          {list.required && (
            <Badge tone={done < items.length ? 'warning' : 'success'}>{t('isRequired')}</Badge>
          )}
        </summary>
        <p aria-live="polite" className="sr-only">
          {said}
        </p>
        <Progress done={done} total={items.length} />
        <ol aria-label={list.title} className="mt-1">
          {items.map((item, index) => (
            <ChecklistItem
              key={item.id}
              workspace={workspace}
              item={item}
              place={{ index, count: items.length }}
              mayUpdate={mayUpdate}
              dragged={dragged}
              onDrag={setDragged}
              onMove={move}
            />
          ))}
        </ol>
        {mayUpdate && <NewItem workspace={workspace} checklistId={list.id} />}
      </details>
      {mayUpdate && <RemoveChecklist workspace={workspace} list={list} />}
    </div>
  );
}

/** How far it is, for the eye; the words stand beside the title. */
function Progress({ done, total }: Readonly<{ done: number; total: number }>) {
  if (total === 0) return null;
  return (
    <div aria-hidden className="mt-1.5 h-1 overflow-hidden rounded-full bg-line">
      <div
        className="h-full rounded-full bg-accent transition-[width] motion-reduce:transition-none"
        style={{ width: `${(done / total) * 100}%` }}
      />
    </div>
  );
}

function NewItem({ workspace, checklistId }: Readonly<{ workspace: string; checklistId: string }>) {
  const t = useTranslations('ticket.checklist');
  const { pending, change } = useChange();
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const text = String(new FormData(form).get('text'));
    change(
      () => addItemAction(workspace, { checklistId, text }),
      () => form.reset(),
    );
  };
  return (
    <form onSubmit={add} className="mt-1 flex items-center gap-1">
      <Input
        name="text"
        required
        maxLength={200}
        autoComplete="off"
        aria-label={t('add')}
        placeholder={t('add')}
      />
      <Button type="submit" variant="ghost" size="icon" aria-label={t('create')} pending={pending}>
        <Plus aria-hidden />
      </Button>
    </form>
  );
}

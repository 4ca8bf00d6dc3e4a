'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { FormEvent, KeyboardEvent } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { Input } from '@/ui/input';
import { addItemAction, changeItemAction, removeChecklistAction, removeItemAction } from '../actions';
import type { ShownChecklist } from '../queries';
import { useChange } from './use-change';

type Props = Readonly<{ workspace: string; list: ShownChecklist; mayUpdate: boolean }>;

/** One checklist: folded by its title, ticked with Space, added to with Enter, put in order with Alt and the arrows. */
export function Checklist({ workspace, list, mayUpdate }: Props) {
  const t = useTranslations('ticket.checklist');
  const { pending, change } = useChange();
  const done = list.items.filter(({ doneAt }) => doneAt !== null).length;
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const text = String(new FormData(form).get('text'));
    change(
      () => addItemAction(workspace, { checklistId: list.id, text }),
      () => form.reset(),
    );
  };
  const remove = () => {
    if (list.items.length > 0 && !window.confirm(t('sure', { title: list.title }))) return;
    change(() => removeChecklistAction(workspace, { checklistId: list.id }));
  };
  return (
    <details open className="mt-3">
      <summary className="cursor-pointer font-medium text-ink text-sm">
        <span className="break-words">{list.title}</span>{' '}
        <span className="text-ink-faint text-xs tabular-nums">
          {t('progress', { done, total: list.items.length })}
          {list.required && ` · ${t('isRequired')}`}
        </span>
      </summary>
      <ul className="mt-1">
        {list.items.map((item, index) => (
          <Item key={item.id} workspace={workspace} item={item} index={index} mayUpdate={mayUpdate} />
        ))}
      </ul>
      {mayUpdate && (
        <form onSubmit={add} className="mt-1 flex items-center gap-1">
          <Input name="text" required maxLength={200} aria-label={t('add')} placeholder={t('add')} />
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={t('remove', { title: list.title })}
            title={t('remove', { title: list.title })}
            pending={pending}
            onClick={remove}
          >
            <X aria-hidden />
          </Button>
        </form>
      )}
    </details>
  );
}

type ItemProps = Readonly<{
  workspace: string;
  item: ShownChecklist['items'][number];
  index: number;
  mayUpdate: boolean;
}>;

function Item({ workspace, item, index, mayUpdate }: ItemProps) {
  const t = useTranslations('ticket.checklist');
  const common = useTranslations('common');
  const { pending, change } = useChange();
  const { id: itemId, text, doneAt, doneBy } = item;
  const move = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || !step || index + step < 0) return;
    event.preventDefault();
    change(() => changeItemAction(workspace, { itemId, position: index + step }));
  };
  const remove = () =>
    change(
      () => removeItemAction(workspace, { itemId }),
      (gone) =>
        toast(t('removed', { text }), {
          position: 'top-center',
          duration: 10_000,
          action: { label: common('undo'), onClick: () => change(() => addItemAction(workspace, gone)) },
        }),
    );
  return (
    <li className="-mx-1.5 flex items-start gap-2 rounded-md px-1.5 py-1 hover:bg-hover">
      <label className="flex min-w-0 flex-1 cursor-pointer items-start gap-2 text-sm">
        <input
          type="checkbox"
          className="mt-0.5 size-4 shrink-0 accent-accent"
          checked={doneAt !== null}
          disabled={!mayUpdate}
          onChange={() => change(() => changeItemAction(workspace, { itemId, done: doneAt === null }))}
          onKeyDown={move}
        />
        <span className="min-w-0 break-words">
          <span className={doneAt ? 'text-ink-faint line-through' : 'text-ink'}>{text}</span>
          {doneBy && <span className="block text-ink-faint text-xs">{doneBy}</span>}
        </span>
      </label>
      {mayUpdate && (
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('removeItem', { text })}
          pending={pending}
          onClick={remove}
        >
          <X aria-hidden />
        </Button>
      )}
    </li>
  );
}

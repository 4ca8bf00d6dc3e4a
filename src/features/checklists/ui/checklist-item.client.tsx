'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useOptimistic, useState } from 'react';
import { classNames } from '@/ui/class-names';
import { DragHandle } from '@/ui/drag-handle.client';
import { Input } from '@/ui/input';
import { useDates } from '@/ui/use-dates';
import { changeItemAction } from '../actions';
import type { ShownChecklist } from '../queries';
import { ItemMenu } from './item-menu.client';
import { useChange } from './use-change';

type ShownItem = ShownChecklist['items'][number];

type Props = Readonly<{
  workspace: string;
  item: ShownItem;
  place: Readonly<{ index: number; count: number }>;
  mayUpdate: boolean;
  /** The id of the item that a mouse holds, if any. */
  dragged: string | null;
  onDrag: (id: string | null) => void;
  onMove: (id: string, to: number) => void;
}>;

/** One step: ticked with Space, moved with Alt and the arrows; everything else stands in its menu. */
export function ChecklistItem({ workspace, item, place, mayUpdate, dragged, onDrag, onMove }: Props) {
  const [renaming, setRenaming] = useState(false);
  return (
    <li
      onDragOver={(event) => dragged && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (dragged) onMove(dragged, place.index);
      }}
      className={classNames(
        'group -mx-1.5 flex items-start gap-1 rounded-md px-1.5 py-1 hover:bg-hover',
        dragged === item.id && 'opacity-50',
      )}
    >
      {renaming ? (
        <Rename workspace={workspace} item={item} onEnd={() => setRenaming(false)} />
      ) : (
        <>
          <Tick workspace={workspace} item={item} place={place} mayUpdate={mayUpdate} onMove={onMove} />
          {mayUpdate && (
            <>
              <span className="mt-1 opacity-0 group-hover:opacity-100">
                <DragHandle onDrag={(on) => onDrag(on ? item.id : null)} />
              </span>
              <ItemMenu
                workspace={workspace}
                item={item}
                place={place}
                onMove={onMove}
                onRename={() => setRenaming(true)}
              />
            </>
          )}
        </>
      )}
    </li>
  );
}

type TickProps = Omit<Props, 'dragged' | 'onDrag'>;

function Tick({ workspace, item, place, mayUpdate, onMove }: TickProps) {
  const control = useId();
  const { change } = useChange();
  const [isDone, showDone] = useOptimistic(item.doneAt !== null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!mayUpdate || !event.altKey || !step) return;
    event.preventDefault();
    onMove(item.id, place.index + step);
  };
  const tick = () =>
    change(
      () => changeItemAction(workspace, { itemId: item.id, done: !isDone }),
      undefined,
      () => showDone(!isDone),
    );
  return (
    <div className="flex min-w-0 flex-1 items-start gap-2 py-0.5 text-sm">
      <input
        id={control}
        type="checkbox"
        className="mt-0.5 size-4 shrink-0 cursor-pointer accent-accent disabled:cursor-not-allowed"
        aria-describedby={item.doneAt ? `${control}-by` : undefined}
        checked={isDone}
        disabled={!mayUpdate}
        onChange={tick}
        onKeyDown={move}
      />
      <div className="min-w-0 break-words">
        <label
          htmlFor={control}
          className={classNames('cursor-pointer', isDone ? 'text-ink-faint line-through' : 'text-ink')}
        >
          {item.text}
        </label>
        {isDone && item.doneAt && <Ticked id={`${control}-by`} at={item.doneAt} by={item.doneBy} />}
      </div>
    </div>
  );
}

/** Who ticked it, and when. */
function Ticked({ id, at, by }: Readonly<{ id: string; at: string; by: string | null }>) {
  const dates = useDates();
  const when = dates.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <p id={id} className="text-ink-faint text-xs">
      {by && `${by} · `}
      <time dateTime={at}>{when}</time>
    </p>
  );
}

type RenameProps = Readonly<{ workspace: string; item: ShownItem; onEnd: () => void }>;

/** Enter and leaving keep what was typed, Escape does not. */
function Rename({ workspace, item, onEnd }: RenameProps) {
  const t = useTranslations('ticket.checklist');
  const { pending, change } = useChange();
  const save = (typed: string) => {
    const text = typed.trim();
    if (text === '' || text === item.text) onEnd();
    else change(() => changeItemAction(workspace, { itemId: item.id, text }), onEnd);
  };
  return (
    <Input
      autoFocus
      className="h-8"
      maxLength={200}
      defaultValue={item.text}
      readOnly={pending}
      aria-label={t('newWords', { text: item.text })}
      onFocus={({ target }) => target.select()}
      onBlur={({ target }) => save(target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onEnd();
      }}
    />
  );
}

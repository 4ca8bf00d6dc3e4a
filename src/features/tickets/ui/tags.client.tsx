'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useState } from 'react';
import { classNames } from '@/ui/class-names';

const SHOWN = 8;
const LONGEST_TAG = 60;

type Props = Readonly<{
  tags: readonly string[];
  /** All tags of the workspace, for the suggestions. */
  known: readonly string[];
  isFixed: boolean;
  onAdd: (tag: string) => void;
  onRemove: (tag: string) => void;
}>;

/** The tags of a ticket; more are found or made by typing. */
export function Tags({ tags, known, isFixed, onAdd, onRemove }: Props) {
  const t = useTranslations('ticket.fields');
  const id = useId();
  return (
    <div className="grid grid-cols-[6rem_minmax(0,1fr)] items-start gap-2">
      <label htmlFor={id} className="truncate py-1.5 text-ink-soft text-sm">
        {t('tags')}
      </label>
      <div className="flex min-w-0 flex-wrap items-center gap-1 py-1">
        <ul className="contents">
          {tags.map((tag) => (
            <li
              key={tag}
              className="flex h-6 max-w-full items-center rounded-sm border border-line bg-canvas pl-1.5 text-ink-soft text-xs"
            >
              <span className="min-w-0 truncate" title={tag}>
                {tag}
              </span>
              {isFixed ? (
                <span className="w-1.5" />
              ) : (
                <button
                  type="button"
                  aria-label={t('removeTag', { name: tag })}
                  onClick={() => onRemove(tag)}
                  className="inline-flex size-6 shrink-0 items-center justify-center text-ink-faint hover:text-ink"
                >
                  <X aria-hidden className="size-3" />
                </button>
              )}
            </li>
          ))}
        </ul>
        {isFixed && tags.length === 0 && <span className="text-ink-faint text-sm">{t('noTags')}</span>}
        {!isFixed && <TagInput id={id} taken={tags} known={known} onAdd={onAdd} />}
      </div>
    </div>
  );
}

type InputProps = Readonly<{
  id: string;
  taken: readonly string[];
  known: readonly string[];
  onAdd: (tag: string) => void;
}>;

function TagInput({ id, taken, known, onAdd }: InputProps) {
  const t = useTranslations('ticket.fields');
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const choices = suggestions(text, taken, known);
  const choose = (tag: string | undefined) => {
    if (tag) onAdd(tag);
    setText('');
    setAt(0);
  };
  const go = (step: 1 | -1) => {
    setOpen(true);
    setAt((place) => Math.min(Math.max(place + step, 0), choices.length - 1));
  };
  const take = text.trim() === '' ? undefined : () => choose(choices[at]);
  const keys: Record<string, (() => void) | undefined> = {
    ArrowDown: () => go(1),
    ArrowUp: () => go(-1),
    Escape: () => setOpen(false),
    Enter: take,
    ',': take,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const isOpen = open && choices.length > 0;
  return (
    <div className="relative min-w-24 flex-1">
      <span className="flex items-center gap-1">
        <Plus aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
        <input
          id={id}
          data-field="t"
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isOpen ? `${id}-${at}` : undefined}
          autoComplete="off"
          maxLength={LONGEST_TAG}
          placeholder={t('addTag')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
          className="h-7 w-full min-w-0 rounded-sm bg-transparent px-1 text-lg outline-offset-0 sm:text-sm"
        />
      </span>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('tags')}
        className={classNames(
          'absolute right-0 left-0 z-20 mt-1 max-h-64 min-w-44 overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-raised',
          !isOpen && 'hidden',
        )}
      >
        {choices.map((tag, index) => (
          <div
            key={tag}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(tag);
            }}
            className="cursor-pointer truncate rounded-sm px-2 py-1 text-ink aria-selected:bg-hover hover:bg-hover"
          >
            {known.includes(tag) ? tag : t('newTag', { name: tag })}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Known tags that hold what was typed, those first that begin with it; last of all the new one that it would make. */
function suggestions(text: string, taken: readonly string[], known: readonly string[]): string[] {
  const wanted = text.trim().toLowerCase();
  const free = known.filter((tag) => !taken.includes(tag) && tag.includes(wanted));
  const [begin, hold] = [
    free.filter((tag) => tag.startsWith(wanted)),
    free.filter((tag) => !tag.startsWith(wanted)),
  ];
  const shown = [...begin, ...hold].slice(0, SHOWN);
  const isNew = wanted !== '' && !known.includes(wanted) && !taken.includes(wanted);
  return isNew ? [...shown, wanted] : shown;
}

'use client';

import { type Editor, useEditorState } from '@tiptap/react';
import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { Badge } from './badge';
import { classNames } from './class-names';
import type { Snippet } from './snippets';
import { type Sign, type Trigger, triggerIn } from './suggestion-trigger';

/** A line of the list, as ready texts have it. */
type Suggestion = Snippet;

type Words = Readonly<{ list: string; none: string; choose: string }>;

type Props<Found extends Suggestion> = Readonly<{
  editor: Editor | null;
  /** Where the editor finds who gets its keys first. */
  keys: RefObject<((event: KeyboardEvent) => boolean) | null>;
  /** What opens the list. */
  sign: Sign;
  words: Words;
  /** All that fit what was typed after the sign, the best first. */
  find: (typed: string) => Promise<readonly Found[]>;
  /** Puts what was chosen in the place of what was typed. */
  onChoose: (found: Found, place: Trigger) => void | Promise<void>;
}>;

const MOST_SHOWN = 8;

/** What opens at a sign in an editor: a list that is steered by arrows, Enter or Tab; Escape lets it go. */
export function Suggestions<Found extends Suggestion>({
  editor,
  keys,
  sign,
  words,
  find,
  onChoose,
}: Props<Found>) {
  const id = useId();
  const { trigger, found, dismiss } = useOpened(editor, sign, find);
  const open = trigger !== null;
  const typed = trigger?.typed ?? '';
  const [chosen, setChosen] = useState({ typed, index: 0 });
  const shown = found ?? [];
  const active = Math.min(chosen.typed === typed ? chosen.index : 0, Math.max(0, shown.length - 1));
  async function choose(one: Found | undefined): Promise<void> {
    if (!(one && trigger)) return;
    dismiss();
    await onChoose(one, trigger);
  }
  useEffect(() => {
    keys.current = open ? (event) => onKey(event) : null;
    const acts = {
      next: () => setChosen({ typed, index: (active + 1) % shown.length }),
      previous: () => setChosen({ typed, index: (active - 1 + shown.length) % shown.length }),
      choose: () => void choose(shown[active]),
      close: dismiss,
    };
    function onKey(event: KeyboardEvent): boolean {
      const act = actOf(event, shown.length);
      if (act) acts[act]();
      return act !== null;
    }
  });
  useComboboxRole(editor, open ? { list: id, option: shown[active] ? `${id}-${active}` : null } : null);
  if (!(trigger && editor)) return null;
  return (
    <List
      id={id}
      editor={editor}
      at={trigger.from}
      shown={found}
      active={active}
      sign={sign}
      words={words}
      onChoose={(one) => void choose(one)}
    />
  );
}

type Find<Found> = (typed: string) => Promise<readonly Found[]>;

/** What was typed after a sign, until it is let go, and what fits it; null for what is text after all. */
function useOpened<Found>(editor: Editor | null, sign: Sign, find: Find<Found>) {
  const typing = useEditorState({
    editor,
    selector: ({ editor: at }) => (at ? triggerIn(at.state, sign) : null),
  });
  const [dismissed, setDismissed] = useState<number | null>(null);
  const trigger = typing && typing.from !== dismissed ? typing : null;
  const found = useFound(trigger?.typed ?? null, find);
  useEffect(() => {
    if (typing === null) setDismissed(null);
  }, [typing]);
  // Words that go on after a name that nobody bears are text.
  const isText = found?.length === 0 && trigger?.typed.includes(' ');
  const dismiss = () => setDismissed(typing?.from ?? null);
  return { trigger: isText ? null : trigger, found, dismiss };
}

/** What a key asks of the list; null when it is meant for the text. */
function actOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent, count: number) {
  if (key === 'Escape') return 'close';
  if (count === 0 || ctrlKey || metaKey || shiftKey) return null;
  if (key === 'ArrowDown') return 'next';
  if (key === 'ArrowUp') return 'previous';
  return key === 'Enter' || key === 'Tab' ? 'choose' : null;
}

function useFound<Found>(typed: string | null, find: Find<Found>): readonly Found[] | null {
  const [found, setFound] = useState<readonly Found[] | null>(null);
  const latest = useRef(find);
  useEffect(() => {
    latest.current = find;
  });
  useEffect(() => {
    if (typed === null) return;
    let gone = false;
    void latest.current(typed).then((list) => {
      if (!gone) setFound(list.slice(0, MOST_SHOWN));
    });
    return () => {
      gone = true;
    };
  }, [typed]);
  return typed === null ? null : found;
}

type Role = Readonly<{ list: string; option: string | null }>;

/** While the list is open, the text is a combobox that steers it (ARIA 1.2 "combobox" with a listbox). */
function useComboboxRole(editor: Editor | null, role: Role | null): void {
  const [list, option] = [role?.list ?? null, role?.option ?? null];
  useEffect(() => {
    if (!editor || list === null) return;
    const { dom } = editor.view;
    const set: Readonly<Record<string, string>> = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-expanded': 'true',
      'aria-controls': list,
      ...(option && { 'aria-activedescendant': option }),
    };
    for (const [name, value] of Object.entries(set)) dom.setAttribute(name, value);
    dom.removeAttribute('aria-multiline');
    return () => {
      for (const name of Object.keys(set)) dom.removeAttribute(name);
      dom.setAttribute('role', 'textbox');
      dom.setAttribute('aria-multiline', 'true');
    };
  }, [editor, list, option]);
}

type ListProps<Found> = Readonly<{
  sign: Sign;
  words: Words;
  id: string;
  editor: Editor;
  at: number;
  shown: readonly Found[] | null;
  active: number;
  onChoose: (found: Found) => void;
}>;

function List<Found extends Suggestion>(props: ListProps<Found>) {
  const { id, editor, at, sign, words, shown, active, onChoose } = props;
  const caret = editor.view.coordsAtPos(Math.min(at, editor.state.doc.content.size));
  const left = Math.max(8, Math.min(caret.left, window.innerWidth - 376));
  const above = caret.top > 320;
  const place = above ? { bottom: window.innerHeight - caret.top + 6 } : { top: caret.bottom + 6 };
  return (
    <div
      className="appear fixed z-50 w-[22.5rem] max-w-[calc(100vw-16px)] rounded-lg border border-line bg-raised p-1 shadow-raised"
      style={{ left, ...place }}
    >
      <div id={id} role="listbox" aria-label={words.list} tabIndex={-1}>
        {shown?.map((one, index) => (
          <Option
            key={one.id}
            id={`${id}-${index}`}
            sign={sign}
            one={one}
            selected={index === active}
            onChoose={() => onChoose(one)}
          />
        ))}
      </div>
      <p role="status" className="px-2 py-1 text-ink-faint text-sm">
        {shown?.length === 0 ? words.none : words.choose}
      </p>
    </div>
  );
}

type OptionProps = Readonly<{
  id: string;
  sign: Sign;
  one: Suggestion;
  selected: boolean;
  onChoose: () => void;
}>;

function Option({ id, sign, one, selected, onChoose }: OptionProps) {
  const { title, shortcut, group, mark } = one;
  return (
    <div
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
        <span className="block truncate text-ink">{title}</span>
        {group && <span className="block truncate text-ink-faint text-xs">{group}</span>}
      </span>
      {mark && <Badge tone="warning">{mark}</Badge>}
      {shortcut && <span className="text-ink-faint text-sm">{`${sign}${shortcut}`}</span>}
    </div>
  );
}

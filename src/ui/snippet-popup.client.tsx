'use client';

import { type Editor, useEditorState } from '@tiptap/react';
import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { Badge } from './badge';
import { classNames } from './class-names';
import { nextPlace } from './open-places';
import { type Trigger, triggerIn } from './snippet-trigger';
import { type Snippet, useSnippets } from './snippets';

type Props = Readonly<{
  editor: Editor | null;
  kind: 'reply' | 'note';
  /** Where the editor finds who gets its keys first. */
  keys: RefObject<((event: KeyboardEvent) => boolean) | null>;
}>;

const MOST_SHOWN = 8;

/** The ready texts that open at a semicolon in an editor: by arrows, Enter or Tab; Escape lets them go. */
export function SnippetPopup({ editor, kind, keys }: Props) {
  const snippets = useSnippets();
  const id = useId();
  const trigger = useEditorState({ editor, selector: ({ editor: at }) => (at ? triggerIn(at.state) : null) });
  const [dismissed, setDismissed] = useState<number | null>(null);
  const open = snippets !== null && editor !== null && trigger !== null && trigger.from !== dismissed;
  const found = useFound(open ? trigger.typed : null, kind);
  const typed = trigger?.typed ?? '';
  const [chosen, setChosen] = useState({ typed, index: 0 });
  const shown = found ?? [];
  const active = Math.min(chosen.typed === typed ? chosen.index : 0, Math.max(0, shown.length - 1));
  useEffect(() => {
    if (trigger === null) setDismissed(null);
  }, [trigger]);

  async function choose(snippet: Snippet | undefined): Promise<void> {
    if (!(snippet && editor && trigger)) return;
    setDismissed(trigger.from);
    const html = await snippets?.take(snippet.id);
    if (html) insertAt(editor, trigger, html);
  }
  useEffect(() => {
    keys.current = open ? (event) => onKey(event) : null;
    const acts = {
      next: () => setChosen({ typed, index: (active + 1) % shown.length }),
      previous: () => setChosen({ typed, index: (active - 1 + shown.length) % shown.length }),
      choose: () => void choose(shown[active]),
      close: () => setDismissed(trigger?.from ?? null),
    };
    function onKey(event: KeyboardEvent): boolean {
      const act = actOf(event, shown.length);
      if (act) acts[act]();
      return act !== null;
    }
  });
  useComboboxRole(editor, open ? { list: id, option: shown[active] ? `${id}-${active}` : null } : null);
  if (!open) return null;
  return (
    <List
      id={id}
      editor={editor}
      at={trigger.from}
      shown={found}
      active={active}
      onChoose={(snippet) => void choose(snippet)}
    />
  );
}

/** What a key asks of the list; null when it is meant for the text. */
function actOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent, count: number) {
  if (key === 'Escape') return 'close';
  if (count === 0 || ctrlKey || metaKey || shiftKey) return null;
  if (key === 'ArrowDown') return 'next';
  if (key === 'ArrowUp') return 'previous';
  return key === 'Enter' || key === 'Tab' ? 'choose' : null;
}

/** Takes the place of what was typed, and selects the first place that is still to be filled. */
function insertAt(editor: Editor, trigger: Trigger, html: string): void {
  const { from, to } = triggerIn(editor.state) ?? trigger;
  editor.chain().focus().deleteRange({ from, to }).insertContent(html).run();
  const place = nextPlace(editor.state.doc, Math.max(0, from - 1));
  if (place) editor.commands.setTextSelection(place);
}

function useFound(typed: string | null, kind: Props['kind']): readonly Snippet[] | null {
  const snippets = useSnippets();
  const [found, setFound] = useState<readonly Snippet[] | null>(null);
  const find = useRef(snippets?.find);
  useEffect(() => {
    find.current = snippets?.find;
  });
  useEffect(() => {
    if (typed === null) return;
    let gone = false;
    void find.current?.(kind, typed).then((list) => {
      if (!gone) setFound(list.slice(0, MOST_SHOWN));
    });
    return () => {
      gone = true;
    };
  }, [typed, kind]);
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

type ListProps = Readonly<{
  id: string;
  editor: Editor;
  at: number;
  shown: readonly Snippet[] | null;
  active: number;
  onChoose: (snippet: Snippet) => void;
}>;

function List({ id, editor, at, shown, active, onChoose }: ListProps) {
  const snippets = useSnippets();
  const caret = editor.view.coordsAtPos(Math.min(at, editor.state.doc.content.size));
  const left = Math.max(8, Math.min(caret.left, window.innerWidth - 376));
  const above = caret.top > 320;
  const place = above ? { bottom: window.innerHeight - caret.top + 6 } : { top: caret.bottom + 6 };
  return (
    <div
      className="appear fixed z-50 w-[22.5rem] max-w-[calc(100vw-16px)] rounded-lg border border-line bg-raised p-1 shadow-raised"
      style={{ left, ...place }}
    >
      <div id={id} role="listbox" aria-label={snippets?.words.list} tabIndex={-1}>
        {shown?.map((snippet, index) => (
          <Option
            key={snippet.id}
            id={`${id}-${index}`}
            snippet={snippet}
            selected={index === active}
            onChoose={() => onChoose(snippet)}
          />
        ))}
      </div>
      <p role="status" className="px-2 py-1 text-ink-faint text-sm">
        {shown?.length === 0 ? snippets?.words.none : snippets?.words.choose}
      </p>
    </div>
  );
}

type OptionProps = Readonly<{ id: string; snippet: Snippet; selected: boolean; onChoose: () => void }>;

function Option({ id, snippet, selected, onChoose }: OptionProps) {
  const { title, shortcut, group, mark } = snippet;
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
      {shortcut && <span className="text-ink-faint text-sm">;{shortcut}</span>}
    </div>
  );
}

'use client';

import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { classNames } from '@/ui/class-names';
import { type Snippet, useSnippets } from '@/ui/snippets';
import { plainWords } from './plain-words';

const TYPED = /(?:^|\s);([^\s;]{0,40})$/;
const MOST_SHOWN = 6;

type Found = Readonly<{ from: number; to: number; list: readonly Snippet[]; active: number }>;

/** The canned replies that a semicolon brings up in a plain text box. */
export function useReadyTexts(box: RefObject<HTMLTextAreaElement | null>, onText: (text: string) => void) {
  const snippets = useSnippets();
  const id = useId();
  const [found, setFound] = useState<Found | null>(null);

  function look(): void {
    const area = box.current;
    const caret = area?.selectionStart ?? 0;
    const typed = area ? TYPED.exec(area.value.slice(0, caret))?.[1] : undefined;
    if (!snippets || typed === undefined) {
      setFound(null);
      return;
    }
    void snippets.find('reply', typed).then((all) => {
      const list = all.slice(0, MOST_SHOWN);
      setFound(list.length > 0 ? { from: caret - typed.length - 1, to: caret, list, active: 0 } : null);
    });
  }
  async function choose(snippet: Snippet | undefined): Promise<void> {
    const area = box.current;
    if (!(area && found && snippet)) return;
    setFound(null);
    const html = await snippets?.take(snippet.id);
    if (html) onText(area.value.slice(0, found.from) + plainWords(html) + area.value.slice(found.to));
    area.focus();
  }
  function onKey(event: KeyboardEvent): boolean {
    if (!found) return false;
    const { list, active } = found;
    const move = (by: number) => setFound({ ...found, active: (active + by + list.length) % list.length });
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: () => void choose(list[active]),
      Tab: () => void choose(list[active]),
      Escape: () => setFound(null),
    };
    const act = acts[event.key];
    if (!act || event.shiftKey) return false;
    event.preventDefault();
    act();
    return true;
  }
  const role = found
    ? ({
        role: 'combobox',
        'aria-expanded': true,
        'aria-controls': id,
        'aria-autocomplete': 'list',
        'aria-activedescendant': `${id}-${found.active}`,
      } as const)
    : {};
  return { id, found, look, choose, onKey, role };
}

type Props = Readonly<{ ready: ReturnType<typeof useReadyTexts> }>;

/** The list above the text box. */
export function ReadyTexts({ ready: { id, found, choose } }: Props) {
  const snippets = useSnippets();
  if (!found) return null;
  return (
    <div
      id={id}
      role="listbox"
      aria-label={snippets?.words.list}
      className="rounded-lg border border-line bg-raised p-1 shadow-raised"
    >
      {found.list.map((snippet, index) => (
        <div
          key={snippet.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === found.active}
          tabIndex={-1}
          onMouseDown={(event) => {
            event.preventDefault();
            void choose(snippet);
          }}
          className={classNames(
            'flex cursor-pointer gap-2 rounded-sm px-2 py-1',
            index === found.active && 'bg-hover',
          )}
        >
          <span className="min-w-0 flex-1 truncate">{snippet.title}</span>
          {snippet.shortcut && <span className="text-ink-soft text-sm">;{snippet.shortcut}</span>}
        </div>
      ))}
    </div>
  );
}

import { useTranslations } from 'next-intl';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { FindSuggestions } from '../commands/suggest-find';
import type { RecentSearches } from './recent-searches';

/** A line of the list below the search field: an earlier search, how to go on with this one, or to forget the earlier ones. */
export type SearchOption = Readonly<{
  kind: 'recent' | 'go_on' | 'forget';
  label: string;
  /** What stands in the field once it is chosen, and where the caret is. */
  text: string;
  caret: number;
}>;

type Asked = Readonly<{
  workspace: string;
  recent: RecentSearches;
  input: RefObject<HTMLInputElement | null>;
}>;

const PAUSE_MILLISECONDS = 120;
const NOTHING = { options: [] as readonly SearchOption[], active: -1 };

/** What the search field offers for what stands before its caret, and how the list is steered. */
export function useSearchOptions({ workspace, recent, input }: Asked) {
  const t = useTranslations('desk.rail');
  const [shown, setShown] = useState(NOTHING);
  const asked = useRef<AbortController | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = (options: readonly SearchOption[]) => setShown({ options, active: -1 });

  const stop = useCallback(() => {
    clearTimeout(timer.current);
    asked.current?.abort();
  }, []);
  useEffect(() => stop, [stop]);

  /** Looks anew at what stands in the field. */
  function look(): void {
    stop();
    // What was offered for other words is not taken by the next Enter.
    setShown((before) => ({ ...before, active: -1 }));
    const field = input.current;
    if (!field) return;
    if (field.value.trim() === '') show(earlier(recent.read(), t('forgetSearches')));
    else timer.current = setTimeout(() => void ask(field), PAUSE_MILLISECONDS);
  }

  async function ask(field: HTMLInputElement): Promise<void> {
    const { value: q, selectionEnd } = field;
    asked.current = new AbortController();
    const at = String(selectionEnd ?? q.length);
    const address = `/api/desk/${workspace}/find?${new URLSearchParams({ q, at })}`;
    const answer = await fetch(address, { signal: asked.current.signal }).catch(() => null);
    if (!answer?.ok || field.value !== q || document.activeElement !== field) return;
    show(goingOn(q, (await answer.json()) as FindSuggestions));
  }

  function choose(option: SearchOption): void {
    const field = input.current;
    if (!field) return;
    if (option.kind === 'forget') recent.forget();
    field.value = option.text;
    field.setSelectionRange(option.caret, option.caret);
    show([]);
    if (option.kind === 'go_on') look();
    if (option.kind === 'recent') field.form?.requestSubmit();
  }

  const { options, active } = shown;
  return {
    options,
    active,
    isOpen: options.length > 0,
    look,
    choose,
    close: () => {
      stop();
      show([]);
    },
    steer: (step: number) =>
      setShown({
        options,
        active: active < 0 && step < 0 ? options.length - 1 : wrapped(active + step, options),
      }),
  };
}

export type Suggesting = ReturnType<typeof useSearchOptions>;

const wrapped = (index: number, { length }: readonly unknown[]) => (index + length) % length;

function earlier(searches: readonly string[], forget: string): readonly SearchOption[] {
  if (searches.length === 0) return [];
  return [
    ...searches.map((text) => ({ kind: 'recent', label: text, text, caret: text.length }) as const),
    { kind: 'forget', label: forget, text: '', caret: 0 },
  ];
}

const goingOn = (q: string, { from, to, options }: FindSuggestions): readonly SearchOption[] =>
  options.map(({ insert, label }) => {
    const before = q.slice(0, from) + insert;
    return { kind: 'go_on', label, text: before + q.slice(to).replace(/^ /, ''), caret: before.length };
  });

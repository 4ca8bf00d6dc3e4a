'use client';

import { Check, ChevronDown } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { classNames } from './class-names';
import { controlLook } from './control-look';
import { Input } from './input';
import { Popover } from './popover.client';

type Option = Readonly<{ value: string; label: string }>;

type Props = Readonly<{
  /** Given by the field around it. */
  id?: string;
  /** Of the field in its form. */
  name: string;
  label: string;
  value: string;
  /** What can be chosen without a search, such as all and none, with what is chosen already. */
  options: readonly Option[];
  /** Where to ask; what is typed is added as `q`, and the answer is `{ options }`. */
  address: string;
  words: Readonly<{ search: string; none: string }>;
  /** Called once the form holds the choice. */
  onChoose?: () => void;
  className?: string;
}>;

/** A choice of one out of too many to list: a button that says what is chosen, and opens a search (ARIA APG combobox with a list). */
export function SearchSelect({ id, name, label, onChoose, className, ...props }: Props) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<Option>(
    props.options.find(({ value }) => value === props.value) ?? { value: props.value, label: props.value },
  );
  const choose = (option: Option) => {
    flushSync(() => setChosen(option));
    setOpen(false);
    onChoose?.();
  };
  return (
    <div className={className}>
      <input type="hidden" name={name} value={chosen.value} />
      <Popover
        label={label}
        className="w-72 p-2"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <button
            type="button"
            id={id}
            aria-label={`${label}: ${chosen.label}`}
            className={classNames(controlLook, 'flex h-control cursor-pointer items-center gap-2 text-left')}
          >
            <span className="min-w-0 flex-1 truncate">{chosen.label}</span>
            <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-faint" />
          </button>
        }
      >
        <Search {...props} label={label} chosen={chosen} onChoose={choose} />
      </Popover>
    </div>
  );
}

type SearchProps = Pick<Props, 'label' | 'options' | 'address' | 'words'> &
  Readonly<{ chosen: Option; onChoose: (option: Option) => void }>;

function Search({ label, options, address, words, chosen, onChoose }: SearchProps) {
  const id = useId();
  const [q, setQ] = useState('');
  const [active, setActive] = useState(-1);
  const found = useFound(address, q);
  const listed = q.trim() ? [] : options;
  const shown = [
    ...listed,
    ...(found ?? []).filter(({ value }) => !listed.some((each) => each.value === value)),
  ];
  function onKey(event: KeyboardEvent): void {
    if (!(event.key in STEPS || event.key === 'Enter')) return;
    event.preventDefault();
    const step = STEPS[event.key];
    // Of what was found for words the best is meant; of all that is offered nothing.
    const option = shown[q.trim() ? Math.max(0, active) : active];
    if (step !== undefined) setActive((active + step + shown.length) % Math.max(1, shown.length));
    else if (option) onChoose(option);
  }
  return (
    <>
      <Input
        value={q}
        autoComplete="off"
        role="combobox"
        aria-expanded
        aria-label={words.search}
        placeholder={words.search}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown[active] ? `${id}-${active}` : undefined}
        onChange={({ target }) => {
          setQ(target.value);
          setActive(-1);
        }}
        onKeyDown={onKey}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        tabIndex={-1}
        className="mt-2 max-h-64 overflow-y-auto"
      >
        {shown.map((option, index) => (
          <Line
            key={option.value}
            id={`${id}-${index}`}
            option={option}
            chosen={option.value === chosen.value}
            active={index === active}
            onChoose={() => onChoose(option)}
          />
        ))}
      </div>
      <p role="status" className="px-2 text-ink-soft text-sm">
        {found !== null && shown.length === 0 ? words.none : ''}
      </p>
    </>
  );
}

type LineProps = Readonly<{
  id: string;
  option: Option;
  chosen: boolean;
  active: boolean;
  onChoose: () => void;
}>;

function Line({ id, option, chosen, active, onChoose }: LineProps) {
  return (
    <div
      id={id}
      ref={active ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      onPointerDown={(event) => {
        event.preventDefault();
        onChoose();
      }}
      className={classNames(
        'flex cursor-pointer items-center gap-2 rounded-sm px-2 py-1.5 hover:bg-hover',
        active && 'bg-hover',
      )}
    >
      <span className="min-w-0 flex-1 break-words">{option.label}</span>
      {chosen && <Check aria-hidden className="size-4 shrink-0 text-accent" />}
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
const SETTLE_MILLISECONDS = 150;

/** What the server finds, which stays until it has found for what is typed since; null while nothing is known. */
function useFound(address: string, q: string): readonly Option[] | null {
  const [found, setFound] = useState<Readonly<{ q: string; options: readonly Option[] }> | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    const look = async () => {
      const answer = await fetch(`${address}?${new URLSearchParams({ q })}`, { signal: gone.signal });
      setFound({ q, options: answer.ok ? (await answer.json()).options : [] });
    };
    const timer = setTimeout(() => look().catch(() => {}), q ? SETTLE_MILLISECONDS : 0);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [address, q]);
  // What was found for other words is no answer to these.
  return found?.q === q ? found.options : null;
}

'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Checkbox } from '@/ui/checkbox';
import { classNames } from '@/ui/class-names';
import { controlLook } from '@/ui/control-look';
import { Input } from '@/ui/input';
import { Popover } from '@/ui/popover.client';

export type Option = Readonly<{ value: string; label: string }>;

type Props = Readonly<{
  /** What is chosen here, for screen readers. */
  label: string;
  chosen: readonly Option[];
  options: readonly Option[];
  /** Where there are too many to list: finds those that fit what is typed. */
  search?: (text: string) => Promise<readonly Option[]>;
  /** What stands on the button when nothing is chosen. */
  empty: string;
  errorId?: string | undefined;
  onChange: (chosen: readonly Option[]) => void;
}>;

const FEW = 8;

/** Several of a list: a button that says what is chosen, and opens the list with a search. */
export function ChooseMany({ label, chosen, options, search, empty, errorId, onChange }: Props) {
  const t = useTranslations('condition.form');
  const [text, setText] = useState('');
  const found = useFound(search, text);
  const listed = search ? found : options;
  const wanted = text.trim().toLowerCase();
  const fitting = listed.filter((option) => option.label.toLowerCase().includes(wanted));
  const values = new Set(chosen.map(({ value }) => value));
  const shown = [...chosen.filter((each) => !fitting.some(({ value }) => value === each.value)), ...fitting];
  const summary = chosen.map((each) => each.label).join(', ');
  const toggle = (option: Option, on: boolean) =>
    onChange(on ? [...chosen, option] : chosen.filter(({ value }) => value !== option.value));
  return (
    <Popover
      label={label}
      className="p-2"
      trigger={
        <button
          type="button"
          aria-label={`${label}: ${summary || empty}`}
          aria-invalid={errorId ? true : undefined}
          aria-describedby={errorId}
          className={classNames(controlLook, 'flex h-control items-center gap-2 text-left')}
        >
          <span className={classNames('min-w-0 flex-1 truncate', summary === '' && 'text-ink-faint')}>
            {summary || empty}
          </span>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-faint" />
        </button>
      }
    >
      {(search || options.length > FEW) && (
        <Input
          value={text}
          aria-label={t('search')}
          placeholder={t('searchHint')}
          className="mb-2"
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <fieldset className="max-h-64 overflow-y-auto">
        <legend className="sr-only">{label}</legend>
        {shown.map((option) => (
          <Checkbox
            key={option.value}
            className="rounded-sm px-1.5 py-1 hover:bg-hover"
            label={option.label}
            checked={values.has(option.value)}
            onChange={(event) => toggle(option, event.target.checked)}
          />
        ))}
        {shown.length === 0 && (
          <p className="px-1.5 py-1 text-ink-soft text-sm">{t(search && !text ? 'searchHint' : 'none')}</p>
        )}
      </fieldset>
    </Popover>
  );
}

const PAUSE = 250;

function useFound(search: Props['search'], text: string): readonly Option[] {
  const [found, setFound] = useState<readonly Option[]>([]);
  useEffect(() => {
    if (!search || text.trim() === '') return;
    let current = true;
    const timer = setTimeout(() => {
      search(text).then(
        (options) => current && setFound(options),
        () => current && setFound([]),
      );
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [search, text]);
  return found;
}

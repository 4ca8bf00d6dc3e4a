'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { classNames } from '@/ui/class-names';
import { Kbd } from '@/ui/kbd';
import { type Line, type LineGroup, usePaletteLines } from './palette-lines';

type Props = Readonly<{ workspace: string; onChoose: (line: Line) => void }>;

/** The field of the palette, and what fits it. */
export function PaletteFinder({ workspace, onChoose }: Props) {
  const t = useTranslations('desk.palette');
  const id = useId();
  const [typed, setTyped] = useState('');
  const [activeId, setActiveId] = useState<string | null>(null);
  const groups = usePaletteLines(workspace, typed);
  const lines = groups.flatMap((group) => group.lines);
  const active = lines.find((line) => line.id === activeId) ?? lines[0] ?? null;
  useEffect(() => {
    if (active) document.getElementById(`${id}-${active.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);

  function onKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.nativeEvent.isComposing || !active) return;
    if (step) setActiveId(lines[(lines.indexOf(active) + step + lines.length) % lines.length]?.id ?? null);
    else if (event.key === 'Enter') onChoose(active);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <div className="flex items-center gap-2.5 border-line border-b px-4" data-palette>
        <Search aria-hidden className="size-4 shrink-0 text-ink-faint" />
        <input
          role="combobox"
          aria-expanded
          aria-autocomplete="list"
          aria-controls={id}
          aria-activedescendant={active ? `${id}-${active.id}` : undefined}
          aria-label={t('title')}
          placeholder={t('placeholder')}
          autoComplete="off"
          maxLength={200}
          value={typed}
          onKeyDown={onKey}
          onChange={({ target }) => {
            setTyped(target.value);
            setActiveId(null);
          }}
          className="h-12 min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-ink-faint"
        />
        <Kbd>Esc</Kbd>
      </div>
      <div
        id={id}
        role="listbox"
        aria-label={t('title')}
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-y-auto p-2"
      >
        {groups.map((group) => (
          <Group key={group.name} id={id} group={group} active={active} onChoose={onChoose} />
        ))}
      </div>
      <p role="status" className={classNames('px-4 pb-4 text-ink-soft', lines.length > 0 && 'sr-only')}>
        {lines.length === 0 ? t('none') : t('count', { count: lines.length })}
      </p>
    </>
  );
}

type GroupProps = Readonly<{ id: string; group: LineGroup; active: Line | null }> & Pick<Props, 'onChoose'>;

function Group({ id, group, active, onChoose }: GroupProps) {
  const t = useTranslations('desk.palette.group');
  const name = `${id}-${group.name}`;
  return (
    <div {...{ role: 'group', 'aria-labelledby': name }} className="mb-1">
      <p id={name} className="px-2 pt-2 pb-1 font-medium text-ink-faint text-xs">
        {t(group.name)}
      </p>
      {group.lines.map((line) => (
        <div
          key={line.id}
          id={`${id}-${line.id}`}
          role="option"
          aria-selected={line === active}
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(line)}
          onKeyDown={() => undefined}
          className={classNames(
            'flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2 py-1 hover:bg-hover',
            line === active && 'bg-hover',
          )}
        >
          <span className="min-w-0 flex-1 truncate text-ink">{line.label}</span>
          {line.also && <span className="max-w-44 truncate text-ink-faint text-sm">{line.also}</span>}
          {line.keys && <Keys keys={line.keys} />}
        </div>
      ))}
    </div>
  );
}

const Keys = ({ keys }: Readonly<{ keys: string }>) => (
  <span aria-hidden className="hidden shrink-0 gap-1 sm:flex">
    {keys.split('+').map((key) => (
      <Kbd key={key}>{key}</Kbd>
    ))}
  </span>
);

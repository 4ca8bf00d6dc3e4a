'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useState } from 'react';
import { classNames } from '@/ui/class-names';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

const SHOWN = 60;

type Props = Readonly<{
  zones: readonly string[];
  value: string;
  wrong: boolean;
  onChange: (zone: string) => void;
}>;

const shownAs = (zone: string) => zone.replaceAll('_', ' ');

/** A time zone by typing a part of its name (ARIA APG combobox with a list). */
export function ZoneField({ zones, value, wrong, onChange }: Props) {
  const t = useTranslations('calendar.form');
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(-1);
  const options = typed === null ? [] : found(zones, typed);
  const open = typed !== null;

  function choose(zone: string | undefined): void {
    if (zone) onChange(zone);
    setTyped(null);
    setActive(-1);
  }

  function onKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setTyped(typed ?? '');
      setActive((active + step + options.length) % Math.max(1, options.length));
    } else if (open && event.key === 'Enter') {
      event.preventDefault();
      choose(options[Math.max(0, active)]);
    } else if (event.key === 'Escape') choose(undefined);
  }

  return (
    <div className="relative">
      <Field label={t('zone')} hint={t('zoneHint')} error={wrong && !open ? t('zoneError') : null}>
        <Input
          value={typed ?? shownAs(value)}
          autoComplete="off"
          role="combobox"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open && options[active] ? `${id}-${active}` : undefined}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(-1);
          }}
          onKeyDown={onKey}
          onBlur={() => choose(typed ? exactly(zones, typed) : undefined)}
        />
      </Field>
      {open && <Options id={id} options={options} active={active} onChoose={choose} />}
    </div>
  );
}

function found(zones: readonly string[], typed: string): string[] {
  const wanted = typed.trim().toLowerCase();
  return zones.filter((zone) => shownAs(zone).toLowerCase().includes(wanted)).slice(0, SHOWN);
}

const exactly = (zones: readonly string[], typed: string) =>
  zones.find((zone) => shownAs(zone).toLowerCase() === typed.trim().toLowerCase());

type OptionsProps = Readonly<{
  id: string;
  options: readonly string[];
  active: number;
  onChoose: (zone: string) => void;
}>;

function Options({ id, options, active, onChoose }: OptionsProps) {
  const t = useTranslations('calendar.form');
  return (
    <div className="appear absolute inset-x-0 top-full z-30 mt-1 max-h-64 overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-raised">
      <div id={`${id}-list`} role="listbox" aria-label={t('zones')}>
        {options.map((zone, index) => (
          <div
            key={zone}
            id={`${id}-${index}`}
            ref={index === active ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerDown={(event) => {
              event.preventDefault();
              onChoose(zone);
            }}
            className={classNames(
              'cursor-pointer rounded-sm px-2 py-1.5 hover:bg-hover',
              index === active && 'bg-hover',
            )}
          >
            {shownAs(zone)}
          </div>
        ))}
      </div>
      {options.length === 0 && <p className="px-2 py-1.5 text-ink-soft text-sm">{t('noZone')}</p>}
    </div>
  );
}

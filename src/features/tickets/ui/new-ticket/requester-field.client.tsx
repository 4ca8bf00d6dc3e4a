'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { Avatar } from '@/ui/avatar';
import { classNames } from '@/ui/class-names';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

type Customer = Readonly<{ id: string; name: string; address: string | null }>;
type Requester = Readonly<{ email: string; name: string }>;

type Props = Readonly<{
  workspace: string;
  /** What stands in the field: an address, or what is being typed. */
  value: string;
  error: string | null;
  onType: (text: string) => void;
  onChoose: (requester: Requester) => void;
}>;

/** The requester by name or address, with suggestions from the customers (ARIA APG combobox with a list). */
export function RequesterField({ workspace, value, error, onType, onChoose }: Props) {
  const t = useTranslations('desk.new');
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const found = useCustomers(workspace, open ? value : '');
  const shown = open && found !== null && value.trim() !== '';
  const options = (found ?? []).filter((each) => each.address !== null);

  function choose(customer: Customer | undefined): void {
    if (!customer?.address) return;
    onChoose({ email: customer.address, name: customer.name });
    setOpen(false);
  }

  function onKey(event: KeyboardEvent): void {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      setActive((active + step + options.length) % Math.max(1, options.length));
    } else if (shown && event.key === 'Enter' && options[active]) {
      event.preventDefault();
      choose(options[active]);
    } else if (event.key === 'Escape') setOpen(false);
  }

  return (
    <div className="relative">
      <Field label={t('requester')} hint={t('requesterHint')} error={error}>
        <Input
          name="requester"
          value={value}
          autoComplete="off"
          role="combobox"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown && options[active] ? `${id}-${active}` : undefined}
          onChange={(event) => {
            onType(event.target.value);
            setActive(-1);
            setOpen(true);
          }}
          onKeyDown={onKey}
          onBlur={() => setOpen(false)}
        />
      </Field>
      {shown && (
        <div className="appear absolute inset-x-0 top-full z-30 mt-1 rounded-lg border border-line bg-raised p-1 shadow-raised">
          <Options id={id} options={options} active={active} onChoose={choose} />
        </div>
      )}
    </div>
  );
}

type OptionsProps = Readonly<{
  id: string;
  options: readonly Customer[];
  active: number;
  onChoose: (customer: Customer) => void;
}>;

function Options({ id, options, active, onChoose }: OptionsProps) {
  const t = useTranslations('desk.new');
  return (
    <>
      <div id={`${id}-list`} role="listbox" aria-label={t('suggestions')}>
        {options.map((customer, index) => (
          <div
            key={customer.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerDown={(event) => {
              event.preventDefault();
              onChoose(customer);
            }}
            className={classNames(
              'flex cursor-pointer items-center gap-2.5 rounded-sm px-2 py-1.5 hover:bg-hover',
              index === active && 'bg-hover',
            )}
          >
            <Avatar name={customer.name} />
            <span className="min-w-0 flex-1">
              <span className="block truncate">{customer.name}</span>
              <span className="block truncate text-ink-faint text-sm">{customer.address}</span>
            </span>
          </div>
        ))}
      </div>
      {options.length === 0 && <p className="px-2 py-1.5 text-ink-soft text-sm">{t('noSuggestions')}</p>}
    </>
  );
}

const SETTLE_MILLISECONDS = 150;

/** The customers that fit; null while nobody knows yet. */
function useCustomers(workspace: string, q: string): readonly Customer[] | null {
  const [found, setFound] = useState<readonly Customer[] | null>(null);
  useEffect(() => {
    if (q.trim().length < 2) {
      setFound(null);
      return;
    }
    const gone = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await fetch(`/api/desk/${workspace}/customers?${new URLSearchParams({ q })}`, {
        signal: gone.signal,
      }).catch(() => null);
      if (answer?.ok) setFound((await answer.json()).customers);
    }, SETTLE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [workspace, q]);
  return found;
}

'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useState } from 'react';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { type Choosable, CustomerOptions } from '../customer-options.client';
import { useCustomers } from '../use-customers';

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
  const options = (found ?? []).flatMap(({ id: key, name, address }) =>
    address ? [{ key, name, address }] : [],
  );

  function choose(customer: Choosable | undefined): void {
    if (!customer) return;
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
          <CustomerOptions
            id={id}
            label={t('suggestions')}
            options={options}
            active={active}
            onChoose={choose}
          />
          {options.length === 0 && <p className="px-2 py-1.5 text-ink-soft text-sm">{t('noSuggestions')}</p>}
        </div>
      )}
    </div>
  );
}

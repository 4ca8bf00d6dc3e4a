'use client';

import { UserPlus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { Address } from '@/domain/channel/message';
import { classNames } from '@/ui/class-names';
import { AddressInput } from './address-input.client';

type Props = Readonly<{
  workspace: string;
  /** Of the row: To, Cc or Bcc. */
  label: string;
  addresses: readonly string[];
  /** Who is suggested before anybody else. */
  people: readonly Address[];
  nameOf: (address: string) => string;
  /** Whether the one behind the address would read of this for the first time. */
  isNew: (address: string) => boolean;
  onChange: (addresses: readonly string[]) => void;
}>;

/** One row of recipients as chips: each can be taken out, or back into the field to be changed. */
export function AddressRow({ workspace, label, addresses, people, nameOf, isNew, onChange }: Props) {
  const t = useTranslations('ticket.composer');
  const id = useId();
  const [edited, setEdited] = useState<Readonly<{ text: string }> | null>(null);
  const without = (address: string) => addresses.filter((each) => each !== address);
  return (
    <div className="flex flex-wrap items-center gap-1.5 px-4 py-1">
      <label htmlFor={id} className="w-20 shrink-0 text-ink-faint text-sm">
        {label}
      </label>
      <ul className="contents">
        {addresses.map((address) => (
          <li
            key={address}
            className={classNames(
              'flex h-7 max-w-full items-center rounded-md text-sm',
              isNew(address) ? 'bg-warning-soft text-warning-ink' : 'bg-hover',
            )}
          >
            <button
              type="button"
              title={t('changeAddress', { address })}
              aria-label={t('changeAddress', { address: spoken(nameOf(address), address) })}
              onClick={() => {
                setEdited({ text: address });
                onChange(without(address));
              }}
              className="flex h-7 min-w-0 items-center gap-1 rounded-md pl-2"
            >
              {isNew(address) && <UserPlus role="img" aria-label={t('new')} className="size-3.5 shrink-0" />}
              <span className="min-w-0 truncate">{nameOf(address)}</span>
            </button>
            <button
              type="button"
              aria-label={t('removeAddress', { address })}
              onClick={() => onChange(without(address))}
              className="inline-flex size-7 shrink-0 items-center justify-center rounded-md text-ink-faint hover:text-ink"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          </li>
        ))}
      </ul>
      <AddressInput
        id={id}
        label={label}
        workspace={workspace}
        addresses={addresses}
        people={people}
        edited={edited}
        onChange={onChange}
      />
    </div>
  );
}

/** What stands on the chip is part of what it is called (WCAG 2.5.3). */
const spoken = (name: string, address: string) => (name === address ? address : `${name}, ${address}`);

'use client';

import { useTranslations } from 'next-intl';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Address } from '@/domain/channel/message';
import { type Choosable, CustomerOptions } from './customer-options.client';
import { useCustomers } from './use-customers';

const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}$/;
const BETWEEN = /[\s,;<>"]+/;
const MOST = 8;

type Props = Readonly<{
  id: string;
  label: string;
  workspace: string;
  addresses: readonly string[];
  people: readonly Address[];
  /** A chip that was taken back into the field; a new object each time. */
  edited: Readonly<{ text: string }> | null;
  onChange: (addresses: readonly string[]) => void;
}>;

/** Where an address is typed, pasted or chosen from those who take part and the customers (ARIA APG combobox with a list). */
export function AddressInput(props: Props) {
  const t = useTranslations('ticket.composer');
  const { id, label } = props;
  const { field, text, wrong, options, active, take, type, leave, onKeyDown, onPaste } =
    useAddressField(props);
  return (
    <div className="relative flex min-w-40 flex-1 flex-col">
      <input
        ref={field}
        id={id}
        type="text"
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={options[active] ? `${id}-${active}` : undefined}
        value={text}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : `${id}-wrong`}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={leave}
        className="h-7 w-full rounded-sm bg-transparent px-1 text-lg outline-offset-0 sm:text-base"
      />
      {options.length > 0 && (
        <div className="appear absolute top-full left-0 z-30 mt-1 w-full max-w-96 rounded-lg border border-line bg-raised p-1 shadow-raised">
          <CustomerOptions
            id={id}
            label={t('suggestions', { row: label })}
            options={options}
            active={active}
            onChoose={({ address }) => take(address)}
          />
        </div>
      )}
      {wrong !== null && (
        <p id={`${id}-wrong`} role="alert" className="text-danger-ink text-sm">
          {t('badAddress', { text: wrong })}
        </p>
      )}
    </div>
  );
}

/** What is typed in the field, and what its keys do. */
function useAddressField({ workspace, addresses, people, edited, onChange }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const found = useCustomers(workspace, open ? text : '');
  const options = open ? optionsFor(text, people, found ?? []).filter(isFree(addresses)) : [];
  useEffect(() => {
    if (!edited) return;
    setText(edited.text);
    field.current?.focus();
  }, [edited]);

  const take = (written: string) => {
    const parts = written.split(BETWEEN).filter((part) => part.includes('@'));
    const good = parts.filter((part) => ADDRESS.test(part)).map((part) => part.toLowerCase());
    if (good.length > 0) onChange([...new Set([...addresses, ...good])]);
    const bad = good.length === 0 ? written.trim() : '';
    setWrong(bad || null);
    setText(bad);
    setOpen(false);
    setActive(-1);
  };
  const go = (step: number) => {
    setOpen(true);
    setActive(Math.min(Math.max(active + step, 0), options.length - 1));
  };
  const confirm = text.trim() === '' ? undefined : () => take(options[active]?.address ?? text);
  const keys: Record<string, (() => void) | undefined> = {
    ArrowDown: () => go(1),
    ArrowUp: () => go(-1),
    Enter: confirm,
    ',': confirm,
    ';': confirm,
    Escape: options.length > 0 ? () => setOpen(false) : undefined,
    Backspace: text === '' ? () => onChange(addresses.slice(0, -1)) : undefined,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.metaKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text');
    if (!pasted.includes('@')) return;
    event.preventDefault();
    take(`${text}${pasted}`);
  };
  const type = (typed: string) => {
    setText(typed);
    setActive(-1);
    setOpen(true);
  };
  const leave = () => {
    setOpen(false);
    if (text.trim() !== '') take(text);
  };
  return { field, text, wrong, options, active, take, type, leave, onKeyDown, onPaste };
}

const isFree =
  (taken: readonly string[]) =>
  ({ address }: Choosable): boolean =>
    !taken.includes(address.toLowerCase());

/** Those who take part first, then customers; each address once. */
function optionsFor(
  text: string,
  people: readonly Address[],
  customers: ReturnType<typeof useCustomers>,
): readonly Choosable[] {
  const typed = text.trim().toLowerCase();
  if (typed === '') return [];
  const near = people.filter(({ name, address }) => `${name ?? ''} ${address}`.toLowerCase().includes(typed));
  const all = [
    ...near.map(({ name, address }) => ({ key: address, name: name || address, address })),
    ...(customers ?? []).flatMap(({ id, name, address }) => (address ? [{ key: id, name, address }] : [])),
  ];
  const seen = new Set<string>();
  return all
    .filter(({ address }) => !seen.has(address.toLowerCase()) && seen.add(address.toLowerCase()))
    .slice(0, MOST);
}

'use client';

import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ClipboardEvent, type KeyboardEvent, useId, useState } from 'react';
import type { Address } from '@/domain/channel/message';
import type { recipientsFor } from '@/domain/ticket/recipients';
import { Button } from '@/ui/button';
import type { Draft } from './use-draft';

type Props = Readonly<{ draft: Draft; known: ReturnType<typeof recipientsFor> }>;

const ROWS = ['to', 'cc', 'bcc'] as const;
type Row = (typeof ROWS)[number];

/** Whom the reply goes to: a line to read, that unfolds into three lines to change. */
export function Recipients({ draft, known }: Props) {
  const t = useTranslations('ticket.composer');
  const [open, setOpen] = useState(false);
  const { to, cc, bcc } = draft.draft;
  const nameOf = namer([...known.replyAll.to, ...known.replyAll.cc, ...known.reply.to]);
  const names = (list: readonly string[]) => list.map(nameOf).join(', ');
  if (open) return <Rows draft={draft} known={known} nameOf={nameOf} onFold={() => setOpen(false)} />;
  const parts = [
    to.length > 0 ? t('toNames', { names: names(to) }) : t('nobody'),
    cc.length > 0 && t('ccNames', { names: names(cc) }),
    bcc.length > 0 && t('bccNames', { names: names(bcc) }),
  ].filter(Boolean);
  return (
    <button
      type="button"
      onClick={() => setOpen(true)}
      title={t('editRecipients')}
      className="flex min-h-9 w-full items-center gap-2 border-line border-b px-4 text-left text-ink-soft text-sm hover:text-ink"
    >
      <span className="sr-only">{t('editRecipients')}: </span>
      <span className="min-w-0 flex-1 truncate">{parts.join(' · ')}</span>
      <ChevronDown aria-hidden className="size-4 shrink-0" />
    </button>
  );
}

function namer(known: readonly Address[]) {
  const names = new Map(known.map(({ address, name }) => [address.toLowerCase(), name]));
  return (address: string): string => names.get(address.toLowerCase()) || address;
}

type RowsProps = Props & Readonly<{ nameOf: (address: string) => string; onFold: () => void }>;

function Rows({ draft, known, nameOf, onFold }: RowsProps) {
  const t = useTranslations('ticket.composer');
  const { draft: words, change } = draft;
  const only = known.reply.to[0];
  const isWide = words.cc.length > 0 || words.to.length > 1;
  const addresses = (list: readonly Address[]) => list.map(({ address }) => address);
  return (
    <div className="relative border-line border-b pr-10">
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t('foldRecipients')}
        title={t('foldRecipients')}
        onClick={onFold}
        className="absolute top-1 right-2.5"
      >
        <ChevronUp aria-hidden />
      </Button>
      {ROWS.map((row) => (
        <AddressRow
          key={row}
          row={row}
          addresses={words[row]}
          nameOf={nameOf}
          onChange={(next) => change(() => ({ [row]: next }))}
        />
      ))}
      <div className="flex flex-wrap gap-2 px-4 pb-2">
        {!isWide && known.replyAll.cc.length + known.replyAll.to.length > 1 && (
          <Button
            size="sm"
            onClick={() =>
              change(() => ({ to: addresses(known.replyAll.to), cc: addresses(known.replyAll.cc) }))
            }
          >
            {t('all')}
          </Button>
        )}
        {isWide && only && (
          <Button
            size="sm"
            onClick={() => change(() => ({ to: addresses(known.reply.to), cc: [], bcc: [] }))}
          >
            {t('only', { name: only.name || only.address })}
          </Button>
        )}
      </div>
    </div>
  );
}

type AddressRowProps = Readonly<{
  row: Row;
  addresses: readonly string[];
  nameOf: (address: string) => string;
  onChange: (addresses: readonly string[]) => void;
}>;

function AddressRow({ row, addresses, nameOf, onChange }: AddressRowProps) {
  const t = useTranslations('ticket.composer');
  const id = useId();
  return (
    <div className="flex flex-wrap items-center gap-1.5 px-4 py-1">
      <label htmlFor={id} className="w-20 shrink-0 text-ink-faint text-sm">
        {t(row)}
      </label>
      <ul className="contents">
        {addresses.map((address) => (
          <li
            key={address}
            className="flex h-7 max-w-full items-center gap-1 rounded-md bg-hover pl-2 text-sm"
          >
            <span className="min-w-0 truncate" title={address}>
              {nameOf(address)}
            </span>
            <button
              type="button"
              aria-label={t('removeAddress', { address })}
              onClick={() => onChange(addresses.filter((each) => each !== address))}
              className="inline-flex size-7 shrink-0 items-center justify-center rounded-md text-ink-faint hover:text-ink"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          </li>
        ))}
      </ul>
      <AddressInput id={id} addresses={addresses} onChange={onChange} />
    </div>
  );
}

const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}$/;
const BETWEEN = /[\s,;<>"]+/;

type AddressInputProps = Readonly<Pick<AddressRowProps, 'addresses' | 'onChange'> & { id: string }>;

function AddressInput({ id, addresses, onChange }: AddressInputProps) {
  const t = useTranslations('ticket.composer');
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const take = (written: string) => {
    const parts = written.split(BETWEEN).filter((part) => part.includes('@'));
    const good = parts.filter((part) => ADDRESS.test(part)).map((part) => part.toLowerCase());
    if (good.length > 0) onChange([...new Set([...addresses, ...good])]);
    const bad = good.length === 0 ? written.trim() : '';
    setWrong(bad || null);
    setText(bad);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (['Enter', ',', ';'].includes(event.key) && text.trim() !== '') {
      event.preventDefault();
      take(text);
    } else if (event.key === 'Backspace' && text === '') onChange(addresses.slice(0, -1));
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text');
    if (!pasted.includes('@')) return;
    event.preventDefault();
    take(`${text}${pasted}`);
  };
  return (
    <div className="flex min-w-40 flex-1 flex-col">
      <input
        id={id}
        type="text"
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
        value={text}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : `${id}-wrong`}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => text.trim() !== '' && take(text)}
        className="h-7 w-full rounded-sm bg-transparent px-1 text-lg outline-offset-0 sm:text-base"
      />
      {wrong !== null && (
        <p id={`${id}-wrong`} role="alert" className="text-danger-ink text-sm">
          {t('badAddress', { text: wrong })}
        </p>
      )}
    </div>
  );
}

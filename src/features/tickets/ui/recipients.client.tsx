'use client';

import { ChevronDown, ChevronUp, UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Address } from '@/domain/channel/message';
import type { recipientsFor } from '@/domain/ticket/recipients';
import { Button } from '@/ui/button';
import { AddressRow } from './address-row.client';
import type { Draft } from './use-draft';

type Props = Readonly<{
  workspace: string;
  draft: Draft;
  known: ReturnType<typeof recipientsFor>;
  /** The addresses that take part in the ticket already, in lower case. */
  participants: readonly string[];
}>;

const ROWS = ['to', 'cc', 'bcc'] as const;

/** Whom the reply goes to: a line to read, that unfolds into three lines to change. */
export function Recipients(props: Props) {
  const { draft, known, participants } = props;
  const t = useTranslations('ticket.composer');
  const [open, setOpen] = useState(false);
  const { to, cc, bcc } = draft.draft;
  const nameOf = namer([...known.replyAll.to, ...known.replyAll.cc, ...known.reply.to]);
  const names = (list: readonly string[]) => list.map(nameOf).join(', ');
  if (open) return <Rows {...props} nameOf={nameOf} onFold={() => setOpen(false)} />;
  const fresh = [...to, ...cc, ...bcc].filter((address) => !participants.includes(address.toLowerCase()));
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
      {fresh.length > 0 && (
        <span className="flex shrink-0 items-center gap-1 text-warning-ink">
          <UserPlus aria-hidden className="size-4" />
          {t('newHere', { count: fresh.length })}
        </span>
      )}
      <ChevronDown aria-hidden className="size-4 shrink-0" />
    </button>
  );
}

function namer(known: readonly Address[]) {
  const names = new Map(known.map(({ address, name }) => [address.toLowerCase(), name]));
  return (address: string): string => names.get(address.toLowerCase()) || address;
}

type RowsProps = Props & Readonly<{ nameOf: (address: string) => string; onFold: () => void }>;

function Rows({ workspace, draft, known, participants, nameOf, onFold }: RowsProps) {
  const t = useTranslations('ticket.composer');
  const { draft: words, change } = draft;
  const only = known.reply.to[0];
  const isWide = words.cc.length > 0 || words.to.length > 1;
  const people = distinctPeople([...known.replyAll.to, ...known.replyAll.cc, ...participants.map(nameless)]);
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
          workspace={workspace}
          label={t(row)}
          addresses={words[row]}
          people={people}
          nameOf={nameOf}
          isNew={(address) => !participants.includes(address.toLowerCase())}
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

const nameless = (address: string): Address => ({ address, name: null });

/** Each person once, with the name that comes first. */
function distinctPeople(list: readonly Address[]): readonly Address[] {
  const seen = new Map<string, Address>();
  for (const each of list)
    if (!seen.has(each.address.toLowerCase())) seen.set(each.address.toLowerCase(), each);
  return [...seen.values()];
}

'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import type { CallerMatch } from '../commands/find-caller';
import { useCaller } from './use-caller';

type Props = Readonly<{
  workspace: string;
  /** Takes the one who was found; absent: tickets are opened. */
  onChoose?: (match: CallerMatch) => void;
}>;

/** Finds the caller by the code that they say, by their name or their number. */
export function CallerSearch({ workspace, onChoose }: Props) {
  const t = useTranslations('phone.find');
  const [typed, setTyped] = useState('');
  const found = useCaller(workspace, typed);
  const matches = found ? [...found.matches, ...ofNumber(found)] : [];
  return (
    <div className="flex flex-col gap-2">
      <Field label={t('label')} hint={t('hint')}>
        <Input
          type="search"
          autoComplete="off"
          value={typed}
          maxLength={40}
          onChange={({ target }) => setTyped(target.value)}
          // In a form Enter would send it.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      </Field>
      <p role="status" className="text-ink-soft text-sm empty:hidden">
        {found && (matches.length === 0 ? t('none') : t('count', { count: matches.length }))}
      </p>
      {matches.length > 0 && (
        <ul
          aria-label={t('found')}
          className="flex max-h-48 flex-col divide-y divide-line overflow-y-auto rounded-md border border-line bg-raised"
        >
          {matches.map((match) => (
            <li key={`${match.customer.id}${match.ticket?.id}`}>
              <Match workspace={workspace} match={match} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function ofNumber({ customer, tickets }: NonNullable<ReturnType<typeof useCaller>>): readonly CallerMatch[] {
  if (!customer) return [];
  return tickets.length === 0
    ? [{ customer, ticket: null }]
    : tickets.map((ticket) => ({ customer, ticket }));
}

type MatchProps = Pick<Props, 'workspace'> &
  Readonly<{ match: CallerMatch; onChoose: Props['onChoose'] | undefined }>;

function Match({ workspace, match, onChoose }: MatchProps) {
  const t = useTranslations('phone.find');
  const { customer, ticket } = match;
  const words = (
    <span className="flex min-w-0 flex-col items-start text-left">
      <span className="break-words font-medium text-ink">{customer.name}</span>
      <span className="break-words text-ink-soft text-sm">
        {ticket ? `#${ticket.number} ${ticket.subject}` : t('noTicket')}
      </span>
    </span>
  );
  const look = 'flex h-auto! w-full justify-start whitespace-normal rounded-none px-3 py-2';
  if (onChoose)
    return (
      <Button variant="ghost" className={look} onClick={() => onChoose(match)}>
        {words}
      </Button>
    );
  const place = ticket ? `tickets/${ticket.number}` : `customers/${customer.id}`;
  return (
    <Link href={`/${workspace}/desk/${place}`} prefetch={false} className={`${look} hover:bg-hover`}>
      {words}
    </Link>
  );
}

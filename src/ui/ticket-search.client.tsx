'use client';

import { useEffect, useState } from 'react';
import { Field } from './field';
import { Input } from './input';
import { StatusIcon } from './ticket-icons';

/** A ticket that was found, and whose it is. */
type FoundTicket = Readonly<{
  number: number;
  subject: string;
  status: Parameters<typeof StatusIcon>[0]['status'];
  requester: string;
}>;

type Words = Readonly<{
  find: string;
  placeholder: string;
  /** Above what is found for words, and above what is offered without any. */
  found: string;
  offered: string;
  none: string;
  waiting: string;
}>;

type Props<Found extends FoundTicket> = Readonly<{
  /** Where to ask; what was typed is added as `q`, and the answer is `{ tickets }`. */
  address: string;
  words: Words;
  chosen: Found | null;
  onChoose: (ticket: Found | null) => void;
}>;

/** Finds a ticket by its number, words or an address, and lets one be chosen. */
export function TicketSearch<Found extends FoundTicket>({ address, words, chosen, onChoose }: Props<Found>) {
  const [q, setQ] = useState('');
  const found = useFound<Found>(address, q);
  return (
    <div className="flex flex-col gap-3">
      <Field label={words.find}>
        <Input
          type="search"
          value={q}
          placeholder={words.placeholder}
          autoComplete="off"
          onChange={({ target }) => {
            setQ(target.value);
            onChoose(null);
          }}
        />
      </Field>
      <fieldset>
        <legend className="mb-1 font-medium text-ink-faint text-xs">
          {q.trim() ? words.found : words.offered}
        </legend>
        <div aria-live="polite">
          {found === null && <p className="py-2 text-ink-faint">{words.waiting}</p>}
          {found?.length === 0 && <p className="py-2 text-ink-soft">{words.none}</p>}
          {found?.map((ticket) => (
            <label
              key={ticket.number}
              className="flex cursor-pointer items-center gap-2.5 rounded-md px-2 py-2 hover:bg-hover has-checked:bg-accent-soft"
            >
              <input
                type="radio"
                name="target"
                className="accent-accent"
                checked={chosen?.number === ticket.number}
                onChange={() => onChoose(ticket)}
              />
              <StatusIcon status={ticket.status} />
              <span className="text-ink-faint tabular-nums">#{ticket.number}</span>
              <span className="min-w-0 flex-1 truncate text-ink">{ticket.subject}</span>
              <span className="max-w-40 truncate text-ink-soft text-sm">{ticket.requester}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

const PAUSE_MILLISECONDS = 200;

/** What the server finds for what is typed; null while it looks. */
function useFound<Found>(address: string, q: string): readonly Found[] | null {
  const [found, setFound] = useState<Readonly<{ q: string; tickets: readonly Found[] }> | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const look = async () => {
      const answer = await fetch(`${address}&${new URLSearchParams({ q })}`, { signal: stop.signal });
      const { tickets } = (await answer.json()) as { tickets: readonly Found[] };
      setFound({ q, tickets });
    };
    const timer = setTimeout(() => look().catch(() => {}), q ? PAUSE_MILLISECONDS : 0);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [address, q]);
  return found?.q === q ? found.tickets : null;
}

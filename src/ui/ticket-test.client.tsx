'use client';

import Link from 'next/link';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from './button';
import { Notice } from './notice';

type Tested = Readonly<{ ticket: number }> | Readonly<{ refused: string }>;

type Props = Readonly<{
  workspace: string;
  words: Readonly<{ run: string; done: string; ticket: (number: string) => string }>;
  /** Tries the channel out; gives the number of the ticket that came of it, or in words why there is none. */
  test: () => Promise<Tested>;
}>;

/** The button that tries a channel out, and leads to the ticket that comes of it. */
export function TicketTest({ workspace, words, test }: Props) {
  const [ticket, setTicket] = useState<number | null>(null);
  const [pending, start] = useTransition();
  const run = () =>
    start(async () => {
      const result = await test();
      if ('ticket' in result) setTicket(result.ticket);
      else toast.error(result.refused);
    });
  return (
    <div className="flex flex-col items-start gap-3">
      {ticket !== null && (
        <Notice tone="success" live>
          {words.done}{' '}
          <Link className="underline" href={`/${workspace}/desk/tickets/${ticket}`}>
            {words.ticket(String(ticket))}
          </Link>
        </Notice>
      )}
      <Button pending={pending} onClick={run}>
        {words.run}
      </Button>
    </div>
  );
}

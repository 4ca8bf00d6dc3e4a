'use client';

import { ChevronRight, Link2, NotebookPen } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState, useTransition } from 'react';
import { Button } from '@/ui/button';
import { useSnippets } from '@/ui/snippets';
import { StatusIcon } from '@/ui/ticket-icons';
import { linkAction, unlinkAction } from '../actions';
import type { SimilarTicket } from '../commands/similar-tickets';
import { say, sayProblem, sayWithUndo } from './say';

type Similar = Pick<SimilarTicket, 'number' | 'subject' | 'status' | 'requester'>;
type Props = Readonly<{
  workspace: string;
  ticketId: string;
  may: Readonly<{ update: boolean; note: boolean }>;
}>;

/** Tickets that are about the same, looked for once somebody unfolds them. */
export function SimilarPanel({ workspace, ticketId, may }: Props) {
  const t = useTranslations('link.similar');
  const [found, setFound] = useState<readonly Similar[] | 'failed' | null>(null);
  const look = async () => {
    const answer = await fetch(`/api/desk/${workspace}/tickets/${ticketId}/similar`).catch(() => null);
    setFound(answer?.ok ? ((await answer.json()) as { tickets: readonly Similar[] }).tickets : 'failed');
  };
  return (
    <details
      className="group border-line border-b p-4"
      onToggle={(event) => {
        if (event.currentTarget.open) void look();
      }}
    >
      <summary className="flex cursor-pointer list-none items-center gap-1.5 rounded-sm">
        <ChevronRight aria-hidden className="size-4 text-ink-faint group-open:rotate-90" />
        <h2 className="font-semibold text-ink">{t('title')}</h2>
      </summary>
      <div aria-live="polite" className="mt-2">
        {found === null && <p className="text-ink-faint text-sm">{t('waiting')}</p>}
        {found === 'failed' && <p className="text-ink-soft text-sm">{t('failed')}</p>}
        {Array.isArray(found) && found.length === 0 && <p className="text-ink-faint text-sm">{t('none')}</p>}
      </div>
      {Array.isArray(found) && (
        <ul className="flex flex-col gap-2 empty:hidden">
          {(found as readonly Similar[]).map((ticket) => (
            <Line key={ticket.number} workspace={workspace} ticketId={ticketId} ticket={ticket} may={may} />
          ))}
        </ul>
      )}
    </details>
  );
}

function Line({ workspace, ticketId, ticket, may }: Props & Readonly<{ ticket: Similar }>) {
  const t = useTranslations('link.similar');
  const links = useTranslations('link');
  const common = useTranslations('common');
  const problem = useTranslations('problem');
  const snippets = useSnippets();
  const [pending, start] = useTransition();
  const number = String(ticket.number);
  const href = `/${workspace}/desk/tickets/${number}`;
  const relate = () =>
    start(async () => {
      const made = await linkAction(workspace, { ticketId, number: ticket.number, as: 'related' });
      if (!made.ok) return void sayProblem(problem(made.error.code));
      const { linkId, typed } = made.value;
      const undo = async () => {
        const undone = await unlinkAction(workspace, { linkId, untype: [...typed] });
        if (undone.ok) say(links('undone'));
        else sayProblem(problem(undone.error.code));
      };
      return sayWithUndo(links('done', { number }), { label: common('undo'), undo });
    });
  const mention = () =>
    snippets?.insert({ kind: 'note', html: `<p>#${number} ${escaped(ticket.subject)}</p>` });
  return (
    <li className="flex items-start gap-2">
      <span className="mt-0.5">
        <StatusIcon status={ticket.status} />
      </span>
      <span className="min-w-0 flex-1">
        <Link
          href={href}
          prefetch={false}
          className="block truncate text-ink underline-offset-2 hover:underline"
        >
          <span className="text-ink-faint tabular-nums">#{number}</span> {ticket.subject}
        </Link>
        <span className="block truncate text-ink-soft text-sm">{ticket.requester}</span>
      </span>
      {may.update && (
        <Act label={t('relate', { number })} pending={pending} onClick={relate}>
          <Link2 aria-hidden />
        </Act>
      )}
      {may.note && snippets && (
        <Act label={t('mention', { number })} onClick={mention}>
          <NotebookPen aria-hidden />
        </Act>
      )}
    </li>
  );
}

type ActProps = Readonly<{ label: string; pending?: boolean; onClick: () => void; children: ReactNode }>;

const Act = ({ label, ...rest }: ActProps) => (
  <Button variant="ghost" size="icon-sm" aria-label={label} title={label} {...rest} />
);

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => SIGNS[sign] ?? sign);

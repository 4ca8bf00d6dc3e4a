'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Notice } from '@/ui/notice';
import type { NotAnswered } from './use-answers';

/** The most that are named; beyond that their number says enough. */
const NAMED = 12;

type Props = Readonly<{
  workspace: string;
  /** Known before anything is sent, or told by the server afterwards. */
  title: 'leftOut' | 'failed';
  left: readonly NotAnswered[];
}>;

/** The incidents that get no answer, each with the reason. */
export function LeftOut({ workspace, title, left }: Props) {
  const t = useTranslations('link.answer');
  const reason = useReason();
  if (left.length === 0) return null;
  return (
    <Notice tone="warning" live={title === 'failed'} title={t(title, { count: left.length })}>
      <ul className="mt-1 flex flex-col gap-1 text-sm">
        {left.slice(0, NAMED).map(({ incident, problem, why }) => (
          <li key={incident.ticketId}>
            <Link
              href={`/${workspace}/desk/tickets/${incident.number}`}
              target="_blank"
              className="text-accent-ink underline underline-offset-2"
            >
              #{incident.number}
            </Link>{' '}
            {incident.requester}: {reason(problem, why)}
          </li>
        ))}
      </ul>
      {left.length > NAMED && <p className="mt-1 text-sm">{t('more', { count: left.length - NAMED })}</p>}
    </Notice>
  );
}

function useReason() {
  const words = useTranslations('problem');
  const hindrance = useTranslations('social.hindrance');
  return (problem: string, why: string | null): string => {
    if (why === 'forbidden') return words('forbidden');
    if (problem === 'channel.closed' && why) return hindrance(why as 'no_address');
    return words(problem as 'not_found');
  };
}

import { Handshake } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { classNames } from '@/ui/class-names';
import { DueCountdown } from '@/ui/due-countdown.client';
import { EmptyState } from '@/ui/empty-state';
import type { ListedPromise, PromiseList as Name } from '../commands/list-promises';
import type { PromiseElsewhere } from '../queries';
import { LOOK } from './promise-look';
import { useStory } from './promise-panel';

type Props = Readonly<{ workspace: string; list: Name; promises: readonly ListedPromise[] }>;
type OfCustomer = Omit<Props, 'list'>;

/** Promises of many tickets: to whom, about what, how each stands, and who has the ticket. */
export function PromiseList({ workspace, list, promises }: Props) {
  const t = useTranslations('promise.list');
  if (promises.length === 0) {
    return (
      <EmptyState icon={Handshake} title={t(`empty.${list}`)}>
        {t('emptyBody')}
      </EmptyState>
    );
  }
  return (
    <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-raised">
      {promises.map((promise) => (
        <Line key={promise.id} workspace={workspace} promise={promise} />
      ))}
    </ul>
  );
}

/** What one customer was promised on all their tickets: about what, how each stands, and who has the ticket. */
export function CustomerPromises({ workspace, promises }: OfCustomer) {
  return (
    <ul className="-mx-4 -my-3 flex flex-col divide-y divide-line">
      {promises.map((promise) => (
        <Line key={promise.id} workspace={workspace} promise={promise} isNameless />
      ))}
    </ul>
  );
}

type LineProps = Readonly<{
  workspace: string;
  promise: ListedPromise;
  /** Where everybody knows whose ticket it is. */
  isNameless?: boolean;
}>;

function Line({ workspace, promise, isNameless = false }: LineProps) {
  const t = useTranslations('promise');
  const { Icon, colour } = LOOK[promise.look];
  const { open, story } = useStory(promise);
  const { number, subject, requester, assignee, about, look, dueAt } = promise;
  return (
    <li className="flex gap-3 px-4 py-3" data-promise={look}>
      <Icon aria-hidden className={classNames('mt-0.5 size-4 shrink-0', colour)} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
          <Link
            href={`/${workspace}/desk/tickets/${number}`}
            prefetch={false}
            className="min-w-0 break-words font-medium text-ink underline-offset-2 hover:underline"
          >
            <span className="text-ink-faint tabular-nums">#{number}</span> {subject}
          </Link>
          {open && <DueCountdown dueAt={dueAt} what={t(`about.${about}`)} />}
        </p>
        <p className="text-ink-soft text-sm">
          {!isNameless && `${requester} · `}
          {t(`about.${about}`)} <span className={colour}>· {t(`state.${look}`)}</span> ·{' '}
          {assignee ?? t('list.nobody')}
        </p>
        <p className="break-words text-ink-faint text-sm">{story.join(' · ')}</p>
      </div>
    </li>
  );
}

type ElsewhereProps = Readonly<{
  workspace: string;
  promises: Readonly<{ promises: readonly PromiseElsewhere[]; more: boolean }>;
  /** Where all of them stand. */
  href: string;
}>;

/** What the customer was promised on other tickets, beside the one that is read; nothing where nothing was. */
export function PromisesElsewhere({ workspace, promises: { promises, more }, href }: ElsewhereProps) {
  const t = useTranslations('promise.elsewhere');
  if (promises.length === 0) return null;
  return (
    <div>
      <h3 className="mb-1 font-medium text-ink-soft text-sm">{t('title')}</h3>
      <ul className="flex flex-col gap-2">
        {promises.map((promise) => (
          <ElsewhereLine key={promise.id} workspace={workspace} promise={promise} />
        ))}
      </ul>
      {more && (
        <Link
          href={href}
          prefetch={false}
          className="mt-1 inline-block text-accent-ink text-sm underline-offset-2 hover:underline"
        >
          {t('all')}
        </Link>
      )}
    </div>
  );
}

function ElsewhereLine({ workspace, promise }: Readonly<{ workspace: string; promise: PromiseElsewhere }>) {
  const t = useTranslations('promise');
  const format = useFormatter();
  const { number, subject, about, look, dueAt, endedAt, pausedAt } = promise;
  const { Icon, colour } = LOOK[look];
  const runs = endedAt === null && pausedAt === null;
  const at = format.dateTime(dueAt, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li className="flex gap-2 text-sm" data-promise={look}>
      <Icon aria-hidden className={classNames('mt-0.5 size-4 shrink-0', colour)} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline justify-between gap-x-2">
          <span className="text-ink">
            {t(`about.${about}`)} <span className={colour}>· {t(`state.${look}`)}</span>
          </span>
          {runs && <DueCountdown dueAt={dueAt} what={t(`about.${about}`)} />}
        </p>
        {!runs && (
          <p className="text-ink-faint">
            {t(look === 'broken' || look === 'late' ? 'wasDue' : 'due', { at })}
          </p>
        )}
        <Link
          href={`/${workspace}/desk/tickets/${number}`}
          prefetch={false}
          className="block truncate text-ink-soft underline-offset-2 hover:text-ink hover:underline"
        >
          <span className="text-ink-faint tabular-nums">#{number}</span> {subject}
        </Link>
      </div>
    </li>
  );
}

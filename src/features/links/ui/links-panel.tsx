import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { StatusIcon } from '@/ui/ticket-icons';
import type { LinkedTicket, LinkGroup } from '../queries';
import { AnswerButton, LinkButton } from './link-openers.client';
import { Unlink } from './unlink.client';

type Props = Readonly<{
  workspace: string;
  groups: readonly LinkGroup[];
  /** The address of this page with every link shown. */
  allHref: string;
  may: Readonly<{ update: boolean; reply: boolean }>;
}>;

/** The tickets with which this one is linked, by how they stand to it. */
export function LinksPanel({ workspace, groups, allHref, may }: Props) {
  const t = useTranslations('link');
  if (groups.length === 0 && !may.update) return null;
  return (
    <section aria-labelledby="links" className="border-line border-b p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="links" className="font-semibold text-ink">
          {t('panel')}
        </h2>
        {may.update && <LinkButton />}
      </div>
      {groups.length === 0 && <p className="mt-1 text-ink-faint text-sm">{t('empty')}</p>}
      {groups.map((group) => (
        <Group key={group.as} workspace={workspace} group={group} allHref={allHref} may={may} />
      ))}
    </section>
  );
}

type GroupProps = Omit<Props, 'groups'> & Readonly<{ group: LinkGroup }>;

function Group({ workspace, group, allHref, may }: GroupProps) {
  const t = useTranslations('link');
  const { as, total, done, tickets } = group;
  const hidden = total - tickets.length;
  const open = openIncidents([group]);
  return (
    <div className="mt-3">
      <h3 className="flex items-baseline justify-between gap-2 font-medium text-ink-faint text-xs">
        {t(`group.${as}`, { count: total })}
        {(as === 'child' || as === 'incident') && <span>{t('progress', { done, total })}</span>}
      </h3>
      <ul className="mt-1">
        {tickets.map((ticket) => (
          <Line key={ticket.linkId} workspace={workspace} ticket={ticket} mayLink={may.update} />
        ))}
      </ul>
      {hidden > 0 && (
        <Link
          href={allHref}
          scroll={false}
          prefetch={false}
          className="text-accent-ink text-sm underline-offset-2 hover:underline"
        >
          {t('all', { count: total })}
        </Link>
      )}
      {may.reply && open > 0 && (
        <p className="mt-2">
          <AnswerButton count={open} />
        </p>
      )}
    </div>
  );
}

type LineProps = Readonly<{ workspace: string; ticket: LinkedTicket; mayLink: boolean }>;

function Line({ workspace, ticket, mayLink }: LineProps) {
  const t = useTranslations('link');
  const common = useTranslations('common');
  const { number, subject, status, assignee, linkId } = ticket;
  return (
    <li className="-mx-1.5 flex items-center gap-1 rounded-md pl-1.5 hover:bg-hover">
      <Link
        href={`/${workspace}/desk/tickets/${number}`}
        prefetch={false}
        className="flex min-w-0 flex-1 items-center gap-2 py-1.5 text-ink text-sm"
      >
        <StatusIcon status={status} label={common(`status.${status}`)} />
        <span className="min-w-0 flex-1">
          <span className="block truncate">{subject}</span>
          <span className="block truncate text-ink-faint text-xs">
            <span className="tabular-nums">#{number}</span> · {assignee ?? t('nobody')}
          </span>
        </span>
      </Link>
      {mayLink && <Unlink workspace={workspace} linkId={linkId} number={number} />}
    </li>
  );
}

/** How many incidents of this ticket are still open. */
export function openIncidents(groups: readonly LinkGroup[]): number {
  const incidents = groups.find(({ as }) => as === 'incident');
  return incidents ? incidents.total - incidents.done : 0;
}

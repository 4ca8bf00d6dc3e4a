import { UsersRound } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { TeamRow } from '@/features/team/queries';
import { Avatar } from '@/ui/avatar';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';

type Props = Readonly<{ workspace: string; teams: readonly TeamRow[]; manages: boolean }>;

const FACES = 5;

/** The teams of a workspace, with who is in them and how much is open. */
export function TeamTable({ workspace, teams, manages }: Props) {
  const t = useTranslations('people.teams');
  const columns: Column<TeamRow>[] = [
    {
      key: 'team',
      head: t('column.team'),
      cell: ({ id, name }) =>
        manages ? (
          <Link
            href={`/${workspace}/admin/teams/${id}`}
            className="break-words rounded-sm font-medium text-accent-ink underline-offset-2 hover:underline"
          >
            {name}
          </Link>
        ) : (
          <span className="break-words font-medium">{name}</span>
        ),
    },
    { key: 'members', head: t('column.members'), cell: ({ members }) => <Faces members={members} /> },
    {
      key: 'open',
      wide: true,
      head: t('column.open'),
      kind: 'number',
      cell: ({ openTickets }) => t('openTickets', { count: openTickets }),
    },
  ];
  return (
    <DataTable
      caption={t('table')}
      columns={columns}
      rows={teams}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={UsersRound} title={t('emptyTitle')}>
          {t('emptyBody')}
        </EmptyState>
      }
    />
  );
}

function Faces({ members }: Pick<TeamRow, 'members'>) {
  const t = useTranslations('people.teams');
  const leads = members.filter(({ lead }) => lead).map(({ name }) => name);
  return (
    <div className="flex items-center gap-3">
      {members.length > 0 && (
        <div aria-hidden className="-space-x-1.5 hidden sm:flex">
          {members.slice(0, FACES).map(({ name }) => (
            <Avatar key={name} name={name} className="ring-2 ring-canvas" />
          ))}
        </div>
      )}
      <div className="min-w-0">
        <p className="whitespace-nowrap">{t('members', { count: members.length })}</p>
        {leads.length > 0 && (
          <p className="text-ink-faint text-sm">{t('leads', { names: leads.join(', ') })}</p>
        )}
      </div>
    </div>
  );
}

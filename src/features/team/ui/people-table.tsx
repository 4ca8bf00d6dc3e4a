import { Users } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Role } from '@/domain/permission/actor';
import { rolesToGive } from '@/domain/team/membership';
import type { PersonRow, TeamName } from '@/features/team/queries';
import { Avatar } from '@/ui/avatar';
import { Badge } from '@/ui/badge';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { MemberMenu } from './member-menu.client';

type Props = Readonly<{
  workspace: string;
  people: readonly PersonRow[];
  teams: readonly TeamName[];
  self: Readonly<{ id: string; role: Role; manages: boolean }>;
  /** How to change what work somebody gets. */
  work: (person: PersonRow) => ReactNode;
}>;

/** The people of a workspace; who manages them finds what can be done at the end of each line. */
export function PeopleTable({ workspace, people, teams, self, work }: Props) {
  const t = useTranslations('people');
  const columns = usePeopleColumns(self.id);
  const manageable = ({ userId, role }: PersonRow) =>
    userId !== self.id && rolesToGive(self.role).includes(role);
  const actions: Column<PersonRow> = {
    key: 'actions',
    head: t('column.actions'),
    kind: 'actions',
    cell: (person) => (
      <span className="inline-flex items-center gap-1">
        {work(person)}
        {manageable(person) && (
          <MemberMenu workspace={workspace} ownRole={self.role} person={person} teams={teams} />
        )}
      </span>
    ),
  };
  return (
    <DataTable
      caption={t('table.people')}
      columns={self.manages ? [...columns, actions] : columns}
      rows={people}
      rowKey={({ userId }) => userId}
      empty={
        <EmptyState icon={Users} title={t('empty.people')}>
          {t('empty.peopleBody')}
        </EmptyState>
      }
    />
  );
}

function usePeopleColumns(selfId: string): Column<PersonRow>[] {
  const t = useTranslations('people');
  const roles = useTranslations('common.role');
  const format = useFormatter();
  return [
    {
      key: 'person',
      head: t('column.person'),
      cell: (person) => <Person person={person} self={person.userId === selfId} />,
    },
    {
      key: 'role',
      wide: true,
      head: t('column.role'),
      cell: ({ role, scope }) => (
        <>
          <Badge tone={role === 'owner' ? 'accent' : 'neutral'}>{roles(role)}</Badge>
          {scope !== 'all' && (
            <p className="mt-0.5 whitespace-nowrap text-ink-faint text-sm">{t(`scopes.${scope}.name`)}</p>
          )}
        </>
      ),
    },
    {
      key: 'teams',
      wide: true,
      head: t('column.teams'),
      cell: ({ teams }) =>
        teams.map(({ name }) => name).join(', ') || <span className="text-ink-faint">{t('noTeam')}</span>,
    },
    {
      key: 'lastSeen',
      wide: true,
      head: t('column.lastSeen'),
      cell: ({ lastSeenAt }) => (
        <span className="whitespace-nowrap text-ink-soft">
          {lastSeenAt ? format.relativeTime(lastSeenAt) : t('never')}
        </span>
      ),
    },
  ];
}

function Person({ person, self }: Readonly<{ person: PersonRow; self: boolean }>) {
  const t = useTranslations('people');
  const roles = useTranslations('common.role');
  return (
    <div className="flex items-center gap-3 md:min-w-56">
      <Avatar name={person.name} size="md" />
      <div className="min-w-0">
        <p className="break-words font-medium text-ink">
          {person.name} {self && <Badge tone="outline">{t('you')}</Badge>}
        </p>
        <p className="break-words text-ink-faint text-sm [overflow-wrap:anywhere]">{person.email}</p>
        <p className="mt-1 flex flex-wrap gap-1.5 md:hidden">
          <Badge tone={person.role === 'owner' ? 'accent' : 'neutral'}>{roles(person.role)}</Badge>
          {person.scope !== 'all' && <Badge tone="outline">{t(`scopes.${person.scope}.name`)}</Badge>}
        </p>
      </div>
    </div>
  );
}

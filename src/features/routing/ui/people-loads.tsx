import { Users } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { PersonLoad } from '@/features/routing/workload';
import { Avatar } from '@/ui/avatar';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { KindLoads } from './kind-loads';
import { LoadBar } from './load-bar';
import { StateDot } from './state-dot';

type Props = Readonly<{
  people: readonly PersonLoad[];
  /** Names of teams by id. */
  teams: ReadonlyMap<string, string>;
  now: Date;
}>;

/** Everybody who answers customers: whether they are there, and how much they have against what they can take. */
export function PeopleLoads({ people, teams, now }: Props) {
  const t = useTranslations('workload');
  const columns = useColumns(teams, now);
  return (
    <DataTable
      caption={t('peopleTable')}
      columns={columns}
      rows={people}
      rowKey={({ userId }) => userId}
      empty={
        <EmptyState icon={Users} title={t('nobody')}>
          {t('nobodyBody')}
        </EmptyState>
      }
    />
  );
}

function useColumns(teams: ReadonlyMap<string, string>, now: Date): Column<PersonLoad>[] {
  const t = useTranslations('workload');
  return [
    {
      key: 'person',
      head: t('column.person'),
      className: 'align-top',
      cell: (person) => <Person person={person} teams={teams} now={now} />,
    },
    {
      key: 'load',
      head: t('column.load'),
      className: 'align-top',
      cell: ({ percent, tickets }) => (
        <div className="min-w-24">
          <p className="flex items-baseline justify-between gap-2 whitespace-nowrap">
            <span className="font-medium tabular-nums">{t('percent', { percent })}</span>
            <span className="text-ink-faint text-sm">{t('tickets', { count: tickets })}</span>
          </p>
          <LoadBar percent={percent} className="mt-1" />
        </div>
      ),
    },
    {
      key: 'kinds',
      head: t('column.kinds'),
      wide: true,
      className: 'align-top',
      cell: ({ load, capacities }) => <KindLoads load={load} capacities={capacities} />,
    },
  ];
}

type PersonProps = Readonly<{ person: PersonLoad; teams: ReadonlyMap<string, string>; now: Date }>;

function Person({ person, teams, now }: PersonProps) {
  const t = useTranslations('workload');
  const states = useTranslations('routing.state');
  const phone = useTranslations('routing.onPhone');
  const format = useFormatter();
  const { name, state, onPhone, since, leave, languages, teamIds } = person;
  const belongs = [
    teamIds.flatMap((id) => teams.get(id) ?? []).join(', '),
    languages.map((language) => language.toUpperCase()).join(' '),
  ];
  return (
    <div className="flex items-start gap-3 md:min-w-52">
      <Avatar name={name} size="md" />
      <div className="min-w-0">
        <p className="break-words font-medium">{name}</p>
        <p className="flex flex-wrap items-center gap-x-2 text-sm">
          <StateDot state={leave ? 'offline' : state} />
          <span>{leave ? t('onLeave') : states(state)}</span>
          {onPhone && !leave && <span>{phone(onPhone)}</span>}
          {since && !leave && !onPhone && (
            <span className="text-ink-faint">{format.relativeTime(since, now)}</span>
          )}
          {leave && (
            <span className="text-ink-faint">
              {t('until', { day: format.dateTime(new Date(leave.untilOn), DAY) })}
            </span>
          )}
        </p>
        <p className="break-words text-ink-faint text-sm">{belongs.filter(Boolean).join(' · ')}</p>
      </div>
    </div>
  );
}

const DAY = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;

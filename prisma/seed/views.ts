import type { ViewCondition } from '@/domain/condition/view-fields';
import type { StaffActor } from '@/domain/permission/actor';
import { saveView } from '@/features/views/commands/save-view';
import { viewInput } from '@/features/views/inputs';
import type { StaffContext } from '@/server/context';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';

type DemoView = Readonly<{
  name: string;
  /** Whose it is, by the key of the cast. */
  by: string;
  /** A team's name; absent with `everyone`: its maker's own. */
  team?: string;
  everyone?: true;
  conditions: ViewCondition;
  sort?: string;
  groupBy?: string;
  columns?: readonly string[];
}>;

const OPEN: ViewCondition = {
  field: 'status',
  operator: 'is_any_of',
  values: ['new', 'open', 'pending', 'on_hold'],
};
const is = (field: string, ...values: string[]) =>
  ({ field, operator: 'is_any_of', values }) as ViewCondition;

const VIEWS: readonly DemoView[] = [
  {
    name: 'Due today',
    by: 'peter',
    everyone: true,
    sort: 'due',
    groupBy: 'team',
    conditions: {
      all: [
        OPEN,
        {
          any: [
            { field: 'overdue', operator: 'is_true' },
            { field: 'dueOn', operator: 'within', values: ['today'] },
          ],
        },
      ],
    },
  },
  {
    name: 'Complaints and unkept promises',
    by: 'peter',
    team: 'Orders',
    sort: 'priority',
    columns: ['status', 'requester', 'priority', 'type', 'team', 'assignee', 'updated'],
    conditions: {
      all: [OPEN, { any: [is('type', 'complaint'), is('promiseState', 'at_risk', 'broken')] }],
    },
  },
  {
    name: 'Snoozed',
    by: 'peter',
    everyone: true,
    sort: 'oldest',
    conditions: { field: 'snoozedUntil', operator: 'is_set' },
  },
  {
    name: 'Magyar ügyfelek, válaszra várnak',
    by: 'zsofia',
    everyone: true,
    sort: 'waiting',
    conditions: {
      all: [
        is('language', 'hu'),
        is('status', 'new', 'open'),
        { field: 'lastDirection', operator: 'is_any_of', values: ['inbound'] },
      ],
    },
  },
  {
    name: 'Klienti latviski bez atbildīgā',
    by: 'janis',
    everyone: true,
    sort: 'oldest',
    conditions: {
      all: [is('language', 'lv'), OPEN, { field: 'assigneeId', operator: 'is_empty' }],
    },
  },
  {
    name: 'Mine or my teams’, not touched for a day',
    by: 'emma',
    sort: 'activity_oldest',
    groupBy: 'status',
    conditions: {
      all: [
        OPEN,
        { any: [is('assigneeId', 'me'), is('teamId', 'my_teams')] },
        { not: { field: 'sinceUpdated', operator: 'elapsed_less_than', values: ['1440'] } },
      ],
    },
  },
  {
    name: 'Solved this week',
    by: 'emma',
    sort: 'newest',
    groupBy: 'assignee',
    conditions: { field: 'solvedOn', operator: 'within', values: ['this_week'] },
  },
];

const LOOK = {
  columns: ['status', 'requester', 'priority', 'channel', 'assignee', 'updated'],
  sort: 'activity',
  groupBy: null,
  density: null,
} as const;

/** Views as a team that has worked for a while has them. What everybody sees was shared by a manager. */
export async function buildViews(db: Db, cast: Cast, now: Date): Promise<void> {
  for (const { by, team, everyone, ...view } of VIEWS) {
    const ctx = contextOf(db, cast, { by, now });
    const teamId = (team && cast.teams.get(team)) || null;
    const narrow = teamId ? 'team' : 'personal';
    const audience = everyone ? 'everyone' : narrow;
    const saved = await saveView(ctx, viewInput.parse({ ...LOOK, ...view, audience, teamId }));
    if (!saved.ok) throw new Error(`the view "${view.name}" was refused: ${saved.error.code}`);
  }
}

function contextOf(db: Db, cast: Cast, { by, now }: Readonly<{ by: string; now: Date }>): StaffContext {
  const user = cast.users.get(by);
  if (!user) throw new Error(`nobody is called ${by}`);
  const actor: StaffActor = { kind: 'user', ...user, role: 'manager', scope: 'all', teamIds: [] };
  return { workspaceId: cast.workspaceId, actor, db, now: () => now, newId };
}

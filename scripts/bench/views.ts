import type pg from 'pg';
import type { ViewCondition } from '@/domain/condition/view-fields';
import { countView } from '@/features/views/count-view';
import { viewPage } from '@/features/views/queries';
import { listSavedViews } from '@/features/views/saved-views';
import type { StaffContext } from '@/server/context';
import { database } from '@/server/db/client';
import { newId } from '@/server/ids';
import { type Figures, figuresOf, timesOf } from './figures';
import type { Product } from './product';

type Measure = Readonly<{ client: pg.Client; product: Product; times: number }>;

const VIEWS = 30;

/** Five conditions, two of them in a group, on all the tickets. */
const FIVE: ViewCondition = {
  all: [
    { field: 'status', operator: 'is_any_of', values: ['new', 'open', 'pending'] },
    { field: 'priority', operator: 'is_any_of', values: ['high', 'urgent'] },
    { field: 'subject', operator: 'contains_not', values: ['garancia'] },
    {
      any: [
        { field: 'language', operator: 'is_any_of', values: ['hu'] },
        { field: 'teamId', operator: 'is_any_of', values: ['my_teams'] },
      ],
    },
  ],
};

/** A page of a view with five conditions, its counters, and the rail with thirty such views. */
export async function measureViews({ client, product, times }: Measure): Promise<Figures[]> {
  const { workspaceId, userId } = product.seeded;
  const db = database();
  const teams = await client.query<{ teamId: string }>(
    `select "teamId" from "TeamMember" where "workspaceId" = $1 and "userId" = $2`,
    [workspaceId, userId],
  );
  const teamIds = teams.rows.map(({ teamId }) => teamId);
  const ctx: StaffContext = {
    workspaceId,
    actor: { kind: 'user', id: userId, name: 'Agent', role: 'agent', scope: 'all', teamIds },
    db,
    now: () => new Date(),
    newId,
  };
  const { rows } = await client.query<{ id: string }>(
    `insert into "SavedView" ("workspaceId", id, name, audience, conditions, columns, sort, "createdAt", "updatedAt")
     select $1, gen_random_uuid(), 'View ' || n, 'everyone', $2, array['status'], 'activity', now(), now()
     from generate_series(1, $3::int) as n returning id`,
    [workspaceId, JSON.stringify(FIVE), VIEWS],
  );
  const ids = rows.map(({ id }) => id);
  const count = (index: number) => {
    const id = ids[index % VIEWS] ?? '';
    const at = { workspaceId, now: new Date(), timeZone: 'Europe/Budapest' };
    return db.$transaction((tx) => countView(tx, at, { id, conditions: FIVE }));
  };
  const pages = await timesOf(() => viewPage(ctx, ids[0] ?? '', { after: null, limit: 50 }), {
    times,
    warm: 20,
  });
  const counts = await timesOf(count, { times, warm: VIEWS });
  const rail = await timesOf(() => listSavedViews(ctx), { times, warm: 20 });
  return [
    figuresOf('A view with five conditions, first page', pages, { target: 'p95 ≤ 50 ms' }),
    figuresOf('Its counters, once for all who look', counts, { target: 'p95 ≤ 100 ms' }),
    figuresOf(`Counters of ${VIEWS} views, as one person reads them`, rail, { target: 'p95 ≤ 20 ms' }),
  ];
}

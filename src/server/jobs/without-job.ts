import { joinSql, type Sql, sql } from '@/server/db/sql';

/**
 * The condition that no job of this kind waits or runs for the row whose id is `id`, named `field` in the job's payload.
 * Sweeps use it to find work whose job was lost; the queue's tables must be there.
 */
export function withoutJob(kind: Readonly<{ name: string }>, field: string, id: Sql): Sql {
  return joinSql(
    [
      sql`not exists (select 1 from jobs.job j where j.name = ${kind.name} and j.state < 'completed' and j.data->>${field} = `,
      id,
      sql`::text)`,
    ],
    '',
  );
}

import { type Sql, sql } from '@/server/db/sql';

/** One save of a ticket; its events bear the instant `at`. `withChat`: its chat was saved along with it. */
export type Save = Readonly<{ ticketId: string; at: Date; withChat?: boolean }>;

/** Saves as rows `"ticketId", at, place` that a statement can ask about; `place` is where each stands in the list. */
export function savesAsRows(saves: readonly Save[]): Sql {
  const ids = saves.map(({ ticketId }) => ticketId);
  const instants = saves.map(({ at }) => at.toISOString());
  return sql`unnest(${ids}::uuid[], ${instants}::timestamptz[]) with ordinality as saved("ticketId", at, place)`;
}

/** Those of the saves that stand at these places, which count from one. */
export const savesAt = (saves: readonly Save[], rows: readonly Readonly<{ place: number }>[]): Save[] =>
  rows.flatMap(({ place }) => saves[place - 1] ?? []);

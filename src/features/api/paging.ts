import { z } from 'zod';
import { fail, ok, type Result } from '@/domain/shared/result';
import { openCursor, sealCursor } from '@/server/http/cursor';
import type { ApiProblem } from '@/server/http/problem-response';

/** A place in a list that is sorted by a moment or a number, then by id. */
const place = z.object({ by: z.union([z.iso.datetime(), z.number()]), id: z.uuid() });
export type Place = z.output<typeof place>;

export type Page<Row> = Readonly<{ data: readonly Row[]; nextCursor: string | null }>;

type Opened<Place> = Readonly<{ ok: true; value: Place | null }> | Readonly<{ ok: false; error: ApiProblem }>;

/** The place that a cursor of this list names, null without one, or the failure that it is none. */
export function placeOf<Wanted = Place>(
  list: string,
  ...[cursor, schema]: [string | undefined, z.ZodType<Wanted>?]
): Opened<Wanted> {
  if (cursor === undefined) return { ok: true, value: null };
  const found = openCursor(list, cursor, (schema ?? place) as z.ZodType<Wanted>);
  if (found) return { ok: true, value: found };
  return fail({ code: 'input.invalid', errors: [{ in: 'query', field: 'cursor', code: 'invalid_format' }] });
}

/** One page out of `limit + 1` rows; `by` names what the list is sorted by. */
export function pageOf<Row extends Readonly<{ id: string }>>(
  list: string,
  rows: readonly Row[],
  { limit, by }: Readonly<{ limit: number; by: (row: Row) => Date | number }>,
): Page<Row> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { data, nextCursor: more ? sealCursor(list, { by: by(last), id: last.id }) : null };
}

/** A page of a list, or why there is none. */
export type Listed<Row> = Promise<Result<Page<Row>, ApiProblem>>;

/** One page of a short list that is read as a whole, in its own order. */
export function wholeListPage<Row extends Readonly<{ id: string }>>(
  list: string,
  ...[rows, { limit, cursor }]: [readonly Row[], Readonly<{ limit: number; cursor?: string | undefined }>]
): Result<Page<Row>, ApiProblem> {
  const after = placeOf(list, cursor);
  if (!after.ok) return after;
  const start = after.value ? Number(after.value.by) + 1 : 0;
  const place = (row: Row) => rows.indexOf(row);
  return ok(pageOf(list, rows.slice(start, start + limit + 1), { limit, by: place }));
}

/** Stands where a cursor has an id, in lists whose rows have none: their place is all that it needs. */
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** One page of a short list whose rows have no ids, in its own order. */
export function placedListPage<Row extends object>(
  list: string,
  ...[rows, query]: [readonly Row[], Readonly<{ limit: number; cursor?: string | undefined }>]
): Result<Page<Row>, ApiProblem> {
  const placed = rows.map((row) => ({ id: NO_ID, row }));
  const page = wholeListPage(list, placed, query);
  return page.ok ? ok({ ...page.value, data: page.value.data.map(({ row }) => row) }) : page;
}

import 'server-only';
import { z } from 'zod';
import { fail, ok, type Result } from '@/domain/shared/result';
import { viewPage } from '@/features/views/queries';
import type { StaffContext } from '@/server/context';
import { sql } from '@/server/db/sql';
import { sealCursor } from '@/server/http/cursor';
import { type Listed, placeOf } from './paging';
import { type TicketRow, ticketRows } from './ticket-rows';

const savedPlace = z.object({ keys: z.array(z.string()), id: z.uuid() });

type Query = Readonly<{ cursor?: string | undefined; limit: number }>;

/** The tickets of a saved view that the actor may read, as the API shows them. */
export async function ticketsOfView(
  ctx: StaffContext,
  viewId: string,
  query: Query,
): Promise<Awaited<Listed<TicketRow>> | Result<never, Readonly<{ code: 'not_found' }>>> {
  const list = `view.${viewId}`;
  const after = placeOf(list, query.cursor, savedPlace);
  if (!after.ok) return after;
  const page = await viewPage(ctx, viewId, { after: after.value, limit: query.limit });
  if (!page) return fail({ code: 'not_found' });
  const ids = page.found.map(({ id }) => id);
  const chosen = sql`select id, position from unnest(${ids}::uuid[]) with ordinality as found(id, position)`;
  const data = ids.length > 0 ? await ticketRows(ctx, chosen) : [];
  const last = page.found.at(-1)?.place;
  return ok({ data, nextCursor: page.older && last ? sealCursor(list, last) : null });
}

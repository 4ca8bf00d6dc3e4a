import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { sql } from '@/server/db/sql';

/** Words of so many other tickets are known to be in use without looking each of them up. */
const COMMON_IN = 300;

/**
 * Makes search forget what stood on these tickets, whose versions have risen: their index is made anew, and words that now stand
 * on no ticket are no longer offered as corrections either.
 */
export async function forgetWords(
  tx: Tx,
  ...[{ workspaceId }, ticketIds]: [Pick<Context, 'workspaceId'>, readonly string[]]
): Promise<void> {
  const here = sql`s."workspaceId" = ${workspaceId}::uuid`;
  const words = await tx.$queryRaw<{ word: string }[]>`
    select distinct w.lexeme as word from "TicketSearch" s, unnest(s.vector) as w
    where ${here} and s."ticketId" = any(${[...ticketIds]}::uuid[])`;
  await tx.$queryRaw`select index_tickets(${workspaceId}::uuid, ${[...ticketIds]}::uuid[])`;
  await tx.$executeRaw`
    with gone as (
      select unnest(${words.map(({ word }) => word)}::text[]) as word
      except
      select w.lexeme from (
        select s.vector from "TicketSearch" s where ${here} order by s."activityAt" desc limit ${COMMON_IN}) as newest,
        unnest(newest.vector) as w)
    delete from "SearchWord" k using gone
    where k."workspaceId" = ${workspaceId}::uuid and k.word = gone.word and not exists (
      select from "TicketSearch" s where ${here} and s.vector @@ quote_literal(gone.word)::tsquery)`;
}

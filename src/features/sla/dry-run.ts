import { type Condition, isMet } from '@/domain/condition/evaluate';
import { ok, type Result } from '@/domain/shared/result';
import type { DryRunInput } from '@/features/sla/admin-inputs';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { type Sql, sql } from '@/server/db/sql';

const PORTION = 2000;
const EXAMPLES = 5;

export type DryRun = Readonly<{
  /** Open tickets that the reader may see, and how many of them meet the conditions. */
  open: number;
  matching: number;
  examples: readonly Readonly<{ number: number; subject: string }>[];
}>;

/** Which open tickets would meet these conditions now; nothing is changed. */
export async function dryRunPolicy(
  ctx: StaffContext,
  { conditions }: DryRunInput,
): Promise<Result<DryRun, never>> {
  let result: DryRun = { open: 0, matching: 0, examples: [] };
  let after: string | null = null;
  for (;;) {
    const rows: TicketFacts[] = await openTickets(ctx, after);
    result = added(result, rows, conditions);
    if (rows.length < PORTION) return ok(result);
    after = rows.at(-1)?.id ?? null;
  }
}

type TicketFacts = Parameters<typeof isMet>[1] & Readonly<{ id: string; number: number }>;

function added(sum: DryRun, rows: readonly TicketFacts[], conditions: Condition | null): DryRun {
  const matching = rows.filter((row) => conditions === null || isMet(conditions, row));
  return {
    open: sum.open + rows.length,
    matching: sum.matching + matching.length,
    examples: [...sum.examples, ...matching]
      .slice(0, EXAMPLES)
      .map(({ number, subject }) => ({ number, subject })),
  };
}

function openTickets(ctx: StaffContext, after: string | null): Promise<TicketFacts[]> {
  const further: Sql = after === null ? sql`true` : sql`t.id < ${after}::uuid`;
  return ctx.db.$queryRaw<TicketFacts[]>`
    select t.id, t.number, t.subject, t.status, t.priority, t.type, t.channel, t."channelAccountId", t.language,
      t."assigneeId", t."teamId", t."requesterId", t.spam, c."organizationId",
      array(
        select g."tagId"::text from "TicketTag" g where g."workspaceId" = t."workspaceId" and g."ticketId" = t.id
      ) as "tagIds"
    from "Ticket" t
    join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    where t."workspaceId" = ${ctx.workspaceId}::uuid and t.active and ${readableBy(ctx.actor)} and ${further}
    order by t.id desc limit ${PORTION}`;
}

import { type Condition, isMet } from '@/domain/condition/evaluate';
import { ok, type Result } from '@/domain/shared/result';
import type { DryRunInput } from '@/features/sla/admin-inputs';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { type OpenTicket, openTickets } from './open-tickets';

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
  const readable = readableBy(ctx.actor);
  for (;;) {
    const rows: OpenTicket[] = await openTickets(ctx.db, {
      workspaceId: ctx.workspaceId,
      after,
      limit: PORTION,
      readable,
    });
    result = added(result, rows, conditions);
    if (rows.length < PORTION) return ok(result);
    after = rows.at(-1)?.id ?? null;
  }
}

function added(sum: DryRun, rows: readonly OpenTicket[], conditions: Condition | null): DryRun {
  const matching = rows.filter((row) => conditions === null || isMet(conditions, row));
  return {
    open: sum.open + rows.length,
    matching: sum.matching + matching.length,
    examples: [...sum.examples, ...matching]
      .slice(0, EXAMPLES)
      .map(({ number, subject }) => ({ number, subject })),
  };
}

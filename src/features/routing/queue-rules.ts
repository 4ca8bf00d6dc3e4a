import type { QueueRules } from '@/domain/routing/queue';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { sql } from '@/server/db/sql';
import { isWaiting } from './waiting';

/** What holds for a team that has set nothing: its queue is off. */
export const NO_RULES: QueueRules = {
  mode: 'off',
  order: 'longest_waiting',
  matchLanguage: true,
  stickyDays: 30,
  answerSeconds: 60,
  relaxAfterMinutes: null,
};

export const ruleColumns = {
  mode: true,
  order: true,
  matchLanguage: true,
  stickyDays: true,
  answerSeconds: true,
  relaxAfterMinutes: true,
} as const;

/** The rules of a team's queue. */
export async function queueRules(
  tx: Pick<Tx, 'routingQueue'>,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  teamId: string,
): Promise<QueueRules> {
  const row = await tx.routingQueue.findUnique({
    where: { workspaceId_teamId: { workspaceId, teamId } },
    select: ruleColumns,
  });
  return row ?? NO_RULES;
}

/** True when a team has waiting tickets and somebody who may get them: what makes it worth to lock anything. */
export async function isWorthRouting(
  tx: Pick<Tx, '$queryRaw'>,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  teamId: string,
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ one: number }[]>`
    select 1 as one
    where exists (select from "Ticket" t
        where t."workspaceId" = ${workspaceId}::uuid and t."teamId" = ${teamId}::uuid and ${isWaiting})
      and exists (select from "TeamMember" x join "Availability" a
        on a."workspaceId" = x."workspaceId" and a."userId" = x."userId" and ${isPresent}
        where x."workspaceId" = ${workspaceId}::uuid and x."teamId" = ${teamId}::uuid)`;
  return rows.length > 0;
}

/** The condition on `"Availability" a` for somebody who takes work now. */
export const isPresent = sql`a.state = 'online' and a."absentSince" is null`;

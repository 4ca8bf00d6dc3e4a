import type { Context } from '@/server/context';
import { chatTopic } from '@/server/live/announce';

type Mark = Readonly<{ sessionId: string; sequence: number }>;

/** The visitor has seen everything up to this entry. Marks only rise, and never beyond what there is. */
export async function markReadByVisitor(ctx: Context, { sessionId, sequence }: Mark): Promise<void> {
  const { workspaceId, db } = ctx;
  await db.$executeRaw`
    with marked as (
      update "ChatSession" set "visitorReadSequence" = least(sequence, ${sequence})
      where "workspaceId" = ${workspaceId}::uuid and id = ${sessionId}::uuid
        and "visitorReadSequence" < least(sequence, ${sequence}) returning 1)
    select pg_notify('live', ${chatTopic(workspaceId, sessionId)}) from marked`;
}

/** A screen of ours shows everything up to this entry, and with `read` somebody looks at it. */
export async function markSeenByAgent(
  ctx: Context,
  { sessionId, sequence, read }: Mark & Readonly<{ read: boolean }>,
): Promise<void> {
  const { workspaceId, db } = ctx;
  const readUpTo = read ? sequence : 0;
  await db.$executeRaw`
    with marked as (
      update "ChatSession" set
        "agentDeliveredSequence" = greatest("agentDeliveredSequence", least(sequence, ${sequence})),
        "agentReadSequence" = greatest("agentReadSequence", least(sequence, ${readUpTo}))
      where "workspaceId" = ${workspaceId}::uuid and id = ${sessionId}::uuid
        and ("agentDeliveredSequence" < least(sequence, ${sequence})
          or "agentReadSequence" < least(sequence, ${readUpTo})) returning 1)
    select pg_notify('live', ${chatTopic(workspaceId, sessionId)}) from marked`;
}

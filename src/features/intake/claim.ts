import type { SystemContext } from '@/server/context';

/** A stored mail that waits to be understood, with what is set for its mailbox and workspace. */
export type Claimed = Readonly<{
  id: string;
  source: string;
  envelopeFrom: string | null;
  envelopeTo: readonly string[];
  remoteAddress: string;
  bytes: Uint8Array;
  /** What the sender sent, without what carriers added: the same for all copies of one mail. */
  essence: string;
  receivedAt: Date;
  /** How often it was begun, this time included. */
  attempts: number;
  /** An administrator let it in although its sender is blocked. */
  released?: boolean;
  mailbox: Readonly<{ id: string; name: string; address: string; teamId: string | null }>;
  workspace: Readonly<{
    name: string;
    locale: string;
    acknowledge: boolean;
    answerWithinHours: number | null;
  }>;
}>;

type Row = Omit<Claimed, 'mailbox' | 'workspace'> &
  Readonly<{
    mailboxId: string;
    mailboxName: string;
    mailboxAddress: string | null;
    teamId: string | null;
    workspaceName: string;
    locale: string;
    acknowledge: boolean;
    answerWithinHours: number | null;
  }>;

type World = Pick<SystemContext, 'db'>;

/**
 * The bytes of those mails that still wait, by id, with the attempt counted in a commit of its own, so that a mail that
 * kills its reader is known after the restart. What is done, gone or set aside is not among them.
 */
export async function claimMails(
  { db }: World,
  waiting: readonly Readonly<{ workspaceId: string; id: string }>[],
): Promise<ReadonlyMap<string, Claimed>> {
  const rows = await db.$queryRaw<Row[]>`
    update "RawInbound" r set attempts = r.attempts + 1
    from unnest(${waiting.map(({ workspaceId }) => workspaceId)}::uuid[], ${waiting.map(({ id }) => id)}::uuid[])
        as w("workspaceId", id),
      "ChannelAccount" a join "Workspace" s on s.id = a."workspaceId"
    where r."workspaceId" = w."workspaceId" and r.id = w.id and r.state = 'received'
      and a."workspaceId" = r."workspaceId" and a.id = r."channelAccountId"
    returning r.id, r.source, r."envelopeFrom", r."envelopeTo", r."remoteAddress", r.bytes, r.essence, r."receivedAt",
      r.attempts, coalesce(r.verdict = 'released', false) as released, a.id as "mailboxId", a.name as "mailboxName",
      a.address as "mailboxAddress", a."teamId", s.name as "workspaceName", s.locale, s.acknowledge,
      s."answerWithinHours"`;
  return new Map(rows.map((row) => [row.id, claimedOf(row)]));
}

function claimedOf(row: Row): Claimed {
  const { mailboxId, mailboxName, mailboxAddress, teamId, workspaceName, locale, ...rest } = row;
  const { acknowledge, answerWithinHours, ...mail } = rest;
  return {
    ...mail,
    mailbox: { id: mailboxId, name: mailboxName, address: mailboxAddress ?? '', teamId },
    workspace: { name: workspaceName, locale, acknowledge, answerWithinHours },
  };
}

export type Settled = Readonly<{
  state: 'processed' | 'discarded' | 'held';
  verdict: string;
  /** A code of `Reason`, and after a colon what an admin may want to know. */
  reason: string;
  ticketId: string | null;
}>;

type Writer = Pick<SystemContext['db'], '$executeRaw'>;

/** Ends the waiting of a mail. False when somebody else ended it first. */
export async function settleMail(
  tx: Writer,
  ctx: SystemContext,
  ...[id, { state, verdict, reason, ticketId }]: [string, Settled]
): Promise<boolean> {
  const count = await tx.$executeRaw`
    update "RawInbound"
    set state = ${state}::"InboundState", verdict = ${verdict}, reason = ${reason}, "ticketId" = ${ticketId}::uuid,
      "processedAt" = ${ctx.now()}
    where "workspaceId" = ${ctx.workspaceId}::uuid and id = ${id}::uuid and state = 'received'`;
  return count === 1;
}

import type { SystemActor } from '@/domain/permission/actor';
import { withMessage } from '@/domain/ticket/add-message';
import { openTicket } from '@/domain/ticket/receive';
import { differences, type NewMessage, type Ticket, type TicketChange } from '@/domain/ticket/ticket';
import { runTriggers } from '@/features/rules/commands/run-triggers';
import { findTicket, nextTicketNumber, saveTicket } from '@/features/tickets/store';
import { tagIdsOf } from '@/features/tickets/tags';
import type { SystemContext } from '@/server/context';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';
import { lineMessage } from './line-message';
import type { Story } from './story';

const MINUTE = 60_000;
const ACTOR: SystemActor = { kind: 'system', id: 'intake', name: 'intake' };
const RULES: SystemActor = { kind: 'system', id: 'rule', name: 'rule' };

/** Lets one story happen in the past, line by line, through the same store as everything else. Nothing is mailed. */
export async function tellStory(
  db: Db,
  { cast, story, now }: Readonly<{ cast: Cast; story: Story; now: Date }>,
): Promise<void> {
  const customer = cast.customers.get(story.customer);
  if (!customer) throw new Error(`nobody plays ${story.customer}`);
  let at = new Date(now.getTime() - story.hoursAgo * 60 * MINUTE);
  const ctx: SystemContext = { workspaceId: cast.workspaceId, actor: ACTOR, db, now: () => at, newId };
  const number = await nextTicketNumber(ctx);
  let ticket: Ticket | null = null;

  for (const line of story.lines) {
    at = new Date(at.getTime() + line.after * MINUTE);
    const message = lineMessage({ cast, customer, line, at, number, subject: story.subject });
    const change: TicketChange = ticket
      ? said(ticket, message, at)
      : await opened(ctx, { cast, story, number, message, requesterId: customer.id, at });
    await db.$transaction((tx) => saveTicket(tx, ctx, change));
    const { id } = change.after;
    await runTriggers({ ...ctx, actor: RULES }, { ticketId: id, at });
    ticket = await findTicket(db, ctx, id);
  }
  if (ticket) await settle(ctx, ticket, { cast, story, at });
  await db.message.updateMany({
    where: { workspaceId: cast.workspaceId, ticketId: ticket?.id ?? '', direction: 'outbound' },
    data: { delivery: 'sent' },
  });
}

type Beginning = Readonly<{
  cast: Cast;
  story: Story;
  number: number;
  message: NewMessage;
  requesterId: string;
  at: Date;
}>;

async function opened(ctx: SystemContext, beginning: Beginning): Promise<TicketChange> {
  const { cast, story, number, message, requesterId, at } = beginning;
  const tagIds = await ctx.db.$transaction((tx) => tagIdsOf(tx, ctx, story.tags ?? []));
  return openTicket(
    {
      id: newId(),
      number,
      subject: story.subject,
      channel: 'email',
      channelAccountId: cast.channelAccountId,
      requesterId,
      teamId: cast.teams.get(story.team) ?? null,
      language: cast.customers.get(story.customer)?.locale ?? null,
      followUpOfId: null,
      spam: false,
      priority: story.priority ?? 'normal',
      type: story.type ?? 'question',
      tagIds,
    },
    { message, by: ACTOR, at },
  );
}

function said(ticket: Ticket, message: NewMessage, at: Date): TicketChange {
  const replied = message.direction === 'outbound';
  const assigneeId = ticket.assigneeId ?? (message.author.kind === 'user' ? message.author.id : null);
  const after: Ticket = {
    ...withMessage(ticket, message, at),
    assigneeId,
    status: assigneeId ? 'open' : ticket.status,
    firstRepliedAt: ticket.firstRepliedAt ?? (replied ? at : null),
  };
  const by = message.author.kind === 'user' ? userActor(message.author) : ACTOR;
  return {
    before: ticket,
    after,
    events: [{ type: 'message.added', message }, ...differences(ticket, after)],
    by,
    at,
  };
}

const userActor = ({ id, name }: { id: string | null; name: string }) =>
  ({ kind: 'user', id, name, role: 'agent', scope: 'all', teamIds: [] }) as const;

async function settle(
  ctx: SystemContext,
  ticket: Ticket,
  { cast, story, at }: Readonly<{ cast: Cast; story: Story; at: Date }>,
): Promise<void> {
  const assignee = story.assignee ? (cast.users.get(story.assignee) ?? null) : null;
  const after: Ticket = {
    ...ticket,
    status: story.status,
    snoozedUntil: story.snoozedHours ? new Date(Date.now() + story.snoozedHours * 3_600_000) : null,
    assigneeId: assignee?.id ?? ticket.assigneeId,
    solvedAt: story.status === 'solved' ? at : null,
  };
  const by = assignee ? userActor(assignee) : ACTOR;
  await ctx.db.$transaction((tx) =>
    saveTicket(tx, ctx, { before: ticket, after, events: differences(ticket, after), by, at }),
  );
}

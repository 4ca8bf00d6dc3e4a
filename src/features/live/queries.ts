import { may, mayOnTicket } from '@/domain/permission/can';
import type { StaffContext } from '@/server/context';
import { callsTopic, mailTopic, routingTopic, ticketsTopic, ticketTopic } from '@/server/live/announce';

const TICKET = /^ticket:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const MOST_TOPICS = 10;

export type HeardTopic = Readonly<{
  /** As the browser names it: `tickets`, `calls`, `routing`, `mail`, or `ticket:` and an id. */
  name: string;
  /** As it is announced within the installation. */
  topic: string;
}>;

/**
 * The topics that this person asks for, or null when one of them does not exist for them: what may not be seen may not
 * be heard either.
 */
export async function topicsFor(ctx: StaffContext, names: readonly string[]): Promise<HeardTopic[] | null> {
  const wanted = [...new Set(names)];
  if (wanted.length === 0 || wanted.length > MOST_TOPICS) return null;
  const topics = await Promise.all(wanted.map((name) => topicFor(ctx, name)));
  const heard = topics.flatMap((topic, index) => (topic ? [{ name: wanted[index] ?? '', topic }] : []));
  return heard.length === wanted.length ? heard : null;
}

async function topicFor(ctx: StaffContext, name: string): Promise<string | null> {
  if (name === 'tickets') return may(ctx.actor, 'ticket.read') ? ticketsTopic(ctx.workspaceId) : null;
  if (name === 'routing') return may(ctx.actor, 'ticket.read') ? routingTopic(ctx.workspaceId) : null;
  if (name === 'calls') return may(ctx.actor, 'ticket.read') ? callsTopic(ctx.workspaceId) : null;
  if (name === 'mail') return may(ctx.actor, 'mail.read') ? mailTopic(ctx.workspaceId) : null;
  const [, id] = TICKET.exec(name) ?? [];
  if (!id) return null;
  const ticket = await ctx.db.ticket.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    select: { teamId: true, assigneeId: true, requesterId: true },
  });
  return ticket && mayOnTicket(ctx.actor, 'ticket.read', ticket) ? ticketTopic(ctx.workspaceId, id) : null;
}

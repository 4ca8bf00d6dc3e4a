import { may, mayOnTicket, type Permission } from '@/domain/permission/can';
import type { StaffContext } from '@/server/context';
import {
  callsTopic,
  chatQueuesTopic,
  chatsTopic,
  chatTopic,
  chatTypingTopic,
  hereTopic,
  mailTopic,
  noticesTopic,
  routingTopic,
  seenTopic,
  ticketsTopic,
  ticketTopic,
  viewsTopic,
} from '@/server/live/announce';

const TICKET = /^(ticket|here):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const CHAT = /^chat(?:-(types|stops))?:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const MOST_TOPICS = 40;

export type HeardTopic = Readonly<{
  /** As the browser names it: `tickets`, `views`, `calls`, `routing`, `chats`, `notices`, `seen`, `chat-queues`, `mail`, or `ticket:`, `here:`, `chat:`, `chat-types:` or `chat-stops:` and an id. */
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

/** Topics of a whole workspace: what one must be allowed to hear them. */
const WORKSPACE_TOPICS = {
  tickets: { permission: 'ticket.read', topic: ticketsTopic },
  calls: { permission: 'ticket.read', topic: callsTopic },
  views: { permission: 'ticket.read', topic: viewsTopic },
  routing: { permission: 'ticket.read', topic: routingTopic },
  mail: { permission: 'mail.read', topic: mailTopic },
  'chat-queues': { permission: 'ticket.read', topic: chatQueuesTopic },
} as const satisfies Record<
  string,
  Readonly<{ permission: Permission; topic: (workspaceId: string) => string }>
>;

const isWorkspaceTopic = (name: string): name is keyof typeof WORKSPACE_TOPICS =>
  Object.hasOwn(WORKSPACE_TOPICS, name);

/** Topics of the reader alone. */
const OWN_TOPICS = { chats: chatsTopic, notices: noticesTopic, seen: seenTopic } as const;

const isOwnTopic = (name: string): name is keyof typeof OWN_TOPICS => Object.hasOwn(OWN_TOPICS, name);

async function topicFor(ctx: StaffContext, name: string): Promise<string | null> {
  if (isWorkspaceTopic(name)) {
    const { permission, topic } = WORKSPACE_TOPICS[name];
    return may(ctx.actor, permission) ? topic(ctx.workspaceId) : null;
  }
  if (isOwnTopic(name)) return ctx.actor.id ? OWN_TOPICS[name](ctx.workspaceId, ctx.actor.id) : null;
  return name.startsWith('chat') ? chatTopicFor(ctx, name) : ticketTopicFor(ctx, name);
}

async function ticketTopicFor(ctx: StaffContext, name: string): Promise<string | null> {
  const [, kind, id] = TICKET.exec(name) ?? [];
  if (!id) return null;
  const ticket = await ctx.db.ticket.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    select: { teamId: true, assigneeId: true, requesterId: true },
  });
  if (!ticket || !mayOnTicket(ctx.actor, 'ticket.read', ticket)) return null;
  return (kind === 'here' ? hereTopic : ticketTopic)(ctx.workspaceId, id);
}

/** A chat, or that its visitor types or has stopped, for whoever may read its ticket. */
async function chatTopicFor(ctx: StaffContext, name: string): Promise<string | null> {
  const [, typing, id] = CHAT.exec(name) ?? [];
  if (!id) return null;
  const chat = await ctx.db.chatSession.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    select: { ticket: { select: { teamId: true, assigneeId: true, requesterId: true } } },
  });
  if (!chat?.ticket || !mayOnTicket(ctx.actor, 'ticket.read', chat.ticket)) return null;
  if (typing) return chatTypingTopic(ctx.workspaceId, id, 'visitor', typing === 'types');
  return chatTopic(ctx.workspaceId, id);
}

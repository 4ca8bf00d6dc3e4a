import type { Tx } from '@/server/db/client';

/** Topics carry no data: who hears one asks the database again, with its own access rules. */
export const ticketTopic = (workspaceId: string, ticketId: string) => `${workspaceId}/ticket/${ticketId}`;
/** Who has a ticket open, and whether they write, has changed. */
export const hereTopic = (workspaceId: string, ticketId: string) => `${workspaceId}/here/${ticketId}`;
export const ticketsTopic = (workspaceId: string) => `${workspaceId}/tickets`;
/** Which saved views there are, and how many tickets wait in each. */
export const viewsTopic = (workspaceId: string) => `${workspaceId}/views`;
export const routingTopic = (workspaceId: string) => `${workspaceId}/routing`;
export const callsTopic = (workspaceId: string) => `${workspaceId}/calls`;
export const mailTopic = (workspaceId: string) => `${workspaceId}/mail`;
export const chatTopic = (workspaceId: string, sessionId: string) => `${workspaceId}/chat/${sessionId}`;
/** The chats that a member has or is offered. */
export const chatsTopic = (workspaceId: string, userId: string) => `${workspaceId}/chats/${userId}`;
/** What a member is told has changed. */
export const noticesTopic = (workspaceId: string, userId: string) => `${workspaceId}/notices/${userId}`;
/** Which tickets a member has read has changed. */
export const seenTopic = (workspaceId: string, userId: string) => `${workspaceId}/seen/${userId}`;
/** Who waits for the agents of this chat account, and how many. */
export const chatQueueTopic = (workspaceId: string, accountId: string) =>
  `${workspaceId}/chat-queue/${accountId}`;
/** Whether somebody waits for any agent of the workspace. */
export const chatQueuesTopic = (workspaceId: string) => `${workspaceId}/chat-queues`;
/** One side of a chat types, or has stopped; the name of the topic is all that is ever said of it. */
export const chatTypingTopic = (
  workspaceId: string,
  sessionId: string,
  ...[side, typing]: ['visitor' | 'agent', boolean]
) => `${workspaceId}/chat/${sessionId}/${side}-${typing ? 'types' : 'stops'}`;

/** What readers of some help centre see has changed. */
export const HELP_TOPIC = 'help';

/** Tells all web processes, after the commit and only if it happens (PostgreSQL NOTIFY semantics). */
export async function announce(tx: Tx, topics: readonly string[]): Promise<void> {
  await tx.$executeRaw`select pg_notify('live', topic) from unnest(${[...topics]}::text[]) as topic`;
}

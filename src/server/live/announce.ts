import type { Tx } from '@/server/db/client';

/** Topics carry no data: who hears one asks the database again, with its own access rules. */
export const ticketTopic = (workspaceId: string, ticketId: string) => `${workspaceId}/ticket/${ticketId}`;
export const ticketsTopic = (workspaceId: string) => `${workspaceId}/tickets`;
export const mailTopic = (workspaceId: string) => `${workspaceId}/mail`;

/** Tells all web processes, after the commit and only if it happens (PostgreSQL NOTIFY semantics). */
export async function announce(tx: Tx, topics: readonly string[]): Promise<void> {
  await tx.$executeRaw`select pg_notify('live', topic) from unnest(${[...topics]}::text[]) as topic`;
}

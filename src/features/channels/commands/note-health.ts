import type { Context } from '@/server/context';

type World = Pick<Context, 'db' | 'now'>;

type Account = Readonly<{ workspaceId: string; id: string }>;

export type NotedHealth = Readonly<{
  health: 'healthy' | 'failing';
  /** A code that the screen has words for, or what the vendor said. */
  detail: string;
  /** Only a state with such a detail is overwritten by this; absent: whatever there was. */
  mends?: Readonly<{ in: string[] } | { not: string } | { notIn: string[] }>;
}>;

const LONGEST = 500;
const EVERY_MS = 60_000;

/**
 * Writes how an account fares, for its light. The same again is written once a minute at most, so that a flood of good or bad
 * calls costs nothing.
 */
export async function noteHealth(
  { db, now }: World,
  { workspaceId, id }: Account,
  { health, detail, mends }: NotedHealth,
): Promise<void> {
  const at = now();
  const healthDetail = detail.replaceAll('\0', '').slice(0, LONGEST);
  await db.channelAccount.updateMany({
    where: {
      workspaceId,
      id,
      ...(mends && { AND: { healthDetail: mends } }),
      OR: [
        { health: { not: health } },
        { healthDetail: { not: healthDetail } },
        { healthAt: null },
        { healthAt: { lt: new Date(at.getTime() - EVERY_MS) } },
      ],
    },
    data: { health, healthDetail, healthAt: at },
  });
}

import type { Context } from '@/server/context';
import type { Claimed } from './claim';

type World = Pick<Context, 'db' | 'now'>;

const EVERY_MS = 60_000;
const touched = new Map<string, number>();

/** Notes on their mailboxes that mails came in, at most once a minute for each: a list shows it, nothing depends on it. */
export async function touchMailboxes({ db, now }: World, claimed: Iterable<Claimed>): Promise<void> {
  const at = now();
  const ids = new Set([...claimed].map(({ mailbox }) => mailbox.id));
  const due = [...ids].filter((id) => at.getTime() - (touched.get(id) ?? 0) >= EVERY_MS);
  if (due.length === 0) return;
  for (const id of due) touched.set(id, at.getTime());
  await db.$executeRaw`update "ChannelAccount" set "lastReceivedAt" = ${at} where id = any(${due}::uuid[])`;
}

import { withoutTag } from '@/server/crypto/mail-tokens';
import type { Db } from '@/server/db/client';

/** A mailbox that takes mail. */
export type Mailbox = Readonly<{ workspaceId: string; id: string; address: string }>;

export type MailboxDirectory = Readonly<{ find: (address: string) => Promise<Mailbox | null> }>;

const KEPT_MS = 3_000;
const MOST_KEPT = 10_000;

/**
 * Finds the mailbox that an address belongs to, with or without a tag behind a plus sign. Answers are kept for three
 * seconds, so that a sender of many mails does not make many queries.
 */
export function mailboxDirectory(db: Db, now: () => Date): MailboxDirectory {
  const kept = new Map<string, Readonly<{ until: number; mailbox: Promise<Mailbox | null> }>>();
  return {
    find: (address) => {
      const key = address.toLowerCase();
      const at = now().getTime();
      const known = kept.get(key);
      if (known && known.until > at) return known.mailbox;
      if (kept.size >= MOST_KEPT) kept.clear();
      const mailbox = findMailbox(db, key);
      kept.set(key, { until: at + KEPT_MS, mailbox });
      mailbox.catch(() => kept.delete(key));
      return mailbox;
    },
  };
}

async function findMailbox(db: Db, address: string): Promise<Mailbox | null> {
  const rows = await db.channelAccount.findMany({
    where: { address: { in: [address, withoutTag(address)] }, channel: 'email', enabled: true },
    select: { workspaceId: true, id: true, address: true },
  });
  const row = rows.find((each) => each.address === address) ?? rows[0];
  return row?.address ? { ...row, address: row.address } : null;
}

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readMail } from '@/channels/email/read-mail';
import { receiveMail } from '@/features/intake/commands/receive-mail';
import { database } from '@/server/db/client';
import { Refusal } from './command';
import { world } from './world';

/** A mail that is stored now; `isNew` is false when it had been stored before. */
export type Arrived = Readonly<{ workspaceId: string; rawInboundId: string; name: string; isNew: boolean }>;

type Wanted = Readonly<{ to: string | undefined; from: string | undefined }>;
type Mailbox = Readonly<{ workspaceId: string; id: string; address: string }>;

/** Stores the mails of a file, of a folder with all below it, or of standard input (`-`), in the order of their names. */
export async function ingestMails(path: string, wanted: Wanted): Promise<Arrived[]> {
  const mailboxes = await enabledMailboxes();
  const arrived: Arrived[] = [];
  for (const { name, read } of mailsIn(path)) {
    const bytes = read();
    const mailbox = await mailboxOf(bytes, mailboxes, wanted.to);
    if (!mailbox)
      throw new Refusal(`${name}: no mailbox of ours is among its recipients. Say which with --to.`);
    const { workspaceId, id, address } = mailbox;
    const stored = await receiveMail(world(), {
      channelAccount: { workspaceId, id },
      bytes,
      source: 'command',
      envelopeFrom: wanted.from ?? null,
      envelopeTo: [address],
    });
    arrived.push({ workspaceId, name, ...stored });
  }
  return arrived;
}

async function enabledMailboxes(): Promise<Mailbox[]> {
  const rows = await database().channelAccount.findMany({
    where: { channel: 'email', address: { not: null } },
    select: { workspaceId: true, id: true, address: true },
  });
  return rows.map((row) => ({ ...row, address: row.address ?? '' }));
}

/** The mailbox that was named, else the one of ours that the mail was written to, else the only one there is. */
async function mailboxOf(
  bytes: Uint8Array,
  mailboxes: readonly Mailbox[],
  to: string | undefined,
): Promise<Mailbox | undefined> {
  if (to) {
    const named = mailboxes.find(({ address }) => address === to.trim().toLowerCase());
    if (!named)
      throw new Refusal(
        `There is no mailbox "${to}". There are: ${mailboxes.map(({ address }) => address).join(', ')}`,
      );
    return named;
  }
  const mail = await readMail({ bytes, receivedAt: new Date() });
  const written = mail.ok ? mail.value.deliveredTo : [];
  return (
    mailboxes.find(({ address }) => written.includes(address)) ??
    (mailboxes.length === 1 ? mailboxes[0] : undefined)
  );
}

type Source = Readonly<{ name: string; read: () => Buffer }>;

function mailsIn(path: string): Source[] {
  if (path === '-') return [{ name: 'standard input', read: () => readFileSync(0) }];
  const kind = statSync(path, { throwIfNoEntry: false });
  if (!kind) throw new Refusal(`There is no file or folder ${path}.`);
  if (!kind.isDirectory()) return [{ name: path, read: () => readFileSync(path) }];
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return files.map((file) => ({ name: relative(path, file), read: () => readFileSync(file) }));
}

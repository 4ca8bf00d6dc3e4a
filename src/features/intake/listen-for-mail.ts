import { readFile } from 'node:fs/promises';
import { type SmtpArrival, type SmtpListener, startSmtpListener } from '@/channels/email/smtp-listener';
import type { Context } from '@/server/context';
import { env } from '@/server/env';
import { log } from '@/server/log';
import { receiveMail } from './commands/receive-mail';
import { type Mailbox, type MailboxDirectory, mailboxDirectory } from './mailbox-directory';

type World = Pick<Context, 'db' | 'now' | 'newId'>;

/** The built-in SMTP server for all mailboxes of the installation; null when it is switched off (`SMTP_PORT=0`). */
export async function listenForMail(world: World): Promise<SmtpListener | null> {
  const { SMTP_PORT, SMTP_HOST, MAIL_DOMAIN, MAX_MAIL_MB } = env();
  if (SMTP_PORT === 0) return null;
  const directory = mailboxDirectory(world.db, world.now);
  return startSmtpListener({
    port: SMTP_PORT,
    host: SMTP_HOST,
    name: MAIL_DOMAIN,
    sizeLimit: MAX_MAIL_MB * 1024 * 1024,
    tls: await certificate(),
    isKnown: async (address) => (await directory.find(address)) !== null,
    store: (arrival) => storeArrival(world, directory, arrival),
    onError: (error) => log().error({ error }, 'a mail could not be stored'),
  });
}

async function certificate() {
  const { SMTP_TLS_CERT, SMTP_TLS_KEY } = env();
  if (!SMTP_TLS_CERT || !SMTP_TLS_KEY) return null;
  const [cert, key] = await Promise.all([readFile(SMTP_TLS_CERT, 'utf8'), readFile(SMTP_TLS_KEY, 'utf8')]);
  return { cert, key };
}

type Reached = Readonly<{ mailbox: Mailbox; envelopeTo: string[] }>;

/** One stored mail for each mailbox among the recipients, each with the addresses by which it was reached. */
async function storeArrival(world: World, directory: MailboxDirectory, arrival: SmtpArrival): Promise<void> {
  const reached = new Map<string, Reached>();
  for (const address of arrival.envelopeTo) {
    const mailbox = await directory.find(address);
    if (!mailbox) throw new Error(`the mailbox of ${address} was closed while its mail arrived`);
    const entry: Reached = reached.get(mailbox.id) ?? { mailbox, envelopeTo: [] };
    entry.envelopeTo.push(address);
    reached.set(mailbox.id, entry);
  }
  const { bytes, envelopeFrom, remoteAddress } = arrival;
  await Promise.all(
    [...reached.values()].map(({ mailbox, envelopeTo }) =>
      receiveMail(world, {
        channelAccount: mailbox,
        bytes,
        source: 'smtp',
        envelopeFrom,
        envelopeTo,
        remoteAddress,
      }),
    ),
  );
}

import type { MailboxConfig } from '@/channels/email/config';
import { type ImapCursor, type ImapMail, runImapSession } from '@/channels/email/imap-session';
import { receiveMail } from '@/features/intake/commands/receive-mail';
import type { Context } from '@/server/context';
import { env } from '@/server/env';
import { freshToken } from './access-token';
import { sealConfig } from './mailbox-config';
import { getMailboxConfig } from './queries';

type World = Pick<Context, 'db' | 'now' | 'newId'>;

/** A mailbox that is fetched by IMAP. */
export type ImapMailbox = Readonly<{
  workspaceId: string;
  id: string;
  address: string;
  createdAt: Date;
}>;

const HEALTH_EVERY_MS = 30_000;

/** Fetches a mailbox and keeps it fetched until told to stop. Throws what ended it; the caller comes again. */
export async function fetchMailbox(world: World, mailbox: ImapMailbox, signal: AbortSignal): Promise<void> {
  const { workspaceId, id } = mailbox;
  const config = await getMailboxConfig({ db: world.db, workspaceId }, id);
  if (config?.incoming.kind !== 'imap') return;
  const { incoming } = config;
  let healthyAt = 0;
  await runImapSession({
    config: incoming,
    accessToken: await accessToken(world, mailbox, config),
    cursor: await cursorOf(world, mailbox, incoming.folder),
    connectedOn: mailbox.createdAt,
    sizeLimit: env().MAX_MAIL_MB * 1024 * 1024,
    onMail: (mail) => keepMail(world, mailbox, mail),
    onCursor: (cursor) => keepCursor(world, mailbox, { folder: incoming.folder, cursor }),
    onHealthy: async () => {
      const at = world.now().getTime();
      if (at - healthyAt < HEALTH_EVERY_MS) return;
      healthyAt = at;
      await setHealth(world, mailbox, { health: 'healthy', detail: '' });
    },
    signal,
  });
}

type Health = Readonly<{ health: 'healthy' | 'failing'; detail: string }>;

/** What the list of channels shows; `detail` is what the other server said. */
export async function setHealth(
  world: World,
  mailbox: ImapMailbox,
  { health, detail }: Health,
): Promise<void> {
  const { workspaceId, id } = mailbox;
  const healthDetail = detail.slice(0, 500);
  await world.db.channelAccount.updateMany({
    where: { workspaceId, id },
    data: { health, healthDetail, healthAt: world.now() },
  });
}

async function keepMail(
  world: World,
  { workspaceId, id, address }: ImapMailbox,
  mail: ImapMail,
): Promise<void> {
  await receiveMail(world, {
    channelAccount: { workspaceId, id },
    bytes: mail.bytes,
    source: 'imap',
    envelopeFrom: null,
    envelopeTo: [address],
    key: `${mail.uidValidity}/${mail.uid}`,
    oversize: mail.oversize,
  });
}

async function cursorOf(
  world: World,
  { workspaceId, id }: ImapMailbox,
  folder: string,
): Promise<ImapCursor | null> {
  return world.db.mailboxCursor.findUnique({
    where: { workspaceId_channelAccountId_folder: { workspaceId, channelAccountId: id, folder } },
    select: { uidValidity: true, lastUid: true },
  });
}

type Reached = Readonly<{ folder: string; cursor: ImapCursor }>;

async function keepCursor(
  world: World,
  { workspaceId, id }: ImapMailbox,
  { folder, cursor }: Reached,
): Promise<void> {
  const key = { workspaceId, channelAccountId: id, folder };
  const data = { ...cursor, updatedAt: world.now() };
  await world.db.mailboxCursor.upsert({
    where: { workspaceId_channelAccountId_folder: key },
    create: { ...key, ...data },
    update: data,
  });
}

/** Providers that change the refresh token at each use would lock us out if the new one were not kept at once. */
async function accessToken(
  world: World,
  mailbox: ImapMailbox,
  config: MailboxConfig,
): Promise<string | null> {
  const { incoming } = config;
  if (incoming.kind !== 'imap' || incoming.auth?.kind !== 'oauth2') return null;
  const { auth } = incoming;
  const { accessToken: token, refreshToken } = await freshToken(auth);
  if (refreshToken !== auth.refreshToken) {
    const renewed = { ...config, incoming: { ...incoming, auth: { ...auth, refreshToken } } };
    const { workspaceId, id } = mailbox;
    await world.db.channelAccount.updateMany({
      where: { workspaceId, id },
      data: { sealedConfig: sealConfig(renewed) },
    });
  }
  return token;
}

import type { Context } from '@/server/context';
import { pause } from '@/server/jobs/pause';
import { log } from '@/server/log';
import { fetchMailbox, type ImapMailbox, setHealth } from './imap-mailbox';
import { openConfig } from './mailbox-config';

type World = Pick<Context, 'db' | 'now' | 'newId'>;
type Watcher = Readonly<{ settings: string; abort: AbortController; done: Promise<void> }>;

const LOOK_EVERY_MS = 5_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 300_000;
/** A connection that held this long was a good one: the next failure waits shortly again. */
const STEADY_MS = 60_000;

/**
 * Fetches all IMAP mailboxes of the installation, each over a connection of its own, and follows what admins change:
 * new mailboxes, other settings, mailboxes switched off. Stops within seconds.
 */
export function watchMailboxes(world: World): Readonly<{ stop: () => Promise<void> }> {
  const watchers = new Map<string, Watcher>();
  const stopping = new AbortController();
  const look = async () => {
    while (!stopping.signal.aborted) {
      try {
        follow(world, watchers, await imapMailboxes(world));
      } catch (error) {
        log().error({ error }, 'the list of mailboxes could not be read');
      }
      await pause(LOOK_EVERY_MS, stopping.signal);
    }
  };
  const looking = look();
  return {
    stop: async () => {
      stopping.abort();
      await looking;
      for (const { abort } of watchers.values()) abort.abort();
      await Promise.all([...watchers.values()].map(({ done }) => done));
    },
  };
}

type Wanted = ImapMailbox & Readonly<{ settings: string }>;

async function imapMailboxes({ db }: World): Promise<Wanted[]> {
  const rows = await db.channelAccount.findMany({
    where: { channel: 'email', enabled: true, sealedConfig: { not: null } },
    select: { workspaceId: true, id: true, address: true, createdAt: true, sealedConfig: true },
  });
  return rows.flatMap(({ address, sealedConfig, ...row }) => {
    const { incoming } = openConfig(sealedConfig);
    return incoming.kind === 'imap'
      ? [{ ...row, address: address ?? '', settings: settingsOf(incoming) }]
      : [];
  });
}

/** Tells settings apart. Not by the refresh token, which our own fetching changes. */
const settingsOf = (incoming: object) =>
  JSON.stringify(incoming, (key, value: unknown) => (key === 'refreshToken' ? undefined : value));

function follow(world: World, watchers: Map<string, Watcher>, mailboxes: readonly Wanted[]): void {
  const wanted = new Map(mailboxes.map((mailbox) => [mailbox.id, mailbox]));
  for (const [id, watcher] of watchers) {
    if (wanted.get(id)?.settings === watcher.settings) continue;
    watcher.abort.abort();
    watchers.delete(id);
  }
  for (const [id, mailbox] of wanted) {
    if (watchers.has(id)) continue;
    const abort = new AbortController();
    const done = watch(world, mailbox, abort.signal);
    watchers.set(id, { settings: mailbox.settings, abort, done });
  }
}

/** Connects again whenever the connection ends, after ever longer waits with a little chance in them. */
async function watch(world: World, mailbox: ImapMailbox, signal: AbortSignal): Promise<void> {
  let wait = FIRST_WAIT_MS;
  while (!signal.aborted) {
    const began = Date.now();
    try {
      await fetchMailbox(world, mailbox, signal);
    } catch (error) {
      await tellOfFailure(world, mailbox, error);
    }
    if (Date.now() - began > STEADY_MS) wait = FIRST_WAIT_MS;
    await pause(wait * (0.75 + Math.random() / 2), signal);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}

async function tellOfFailure(world: World, mailbox: ImapMailbox, error: unknown): Promise<void> {
  const { address } = mailbox;
  log().warn({ error, mailbox: address }, 'a mailbox cannot be fetched');
  const detail = error instanceof Error ? imapMessage(error) : String(error);
  await setHealth(world, mailbox, { health: 'failing', detail }).catch((failed: unknown) =>
    log().error({ error: failed }, 'the health of a mailbox could not be written'),
  );
}

/** imapflow says "Command failed" and keeps the server's own words beside it. */
function imapMessage(error: Error & { responseText?: string; authenticationFailed?: boolean }): string {
  const said = error.responseText ?? error.message;
  return error.authenticationFailed ? `sign-in refused: ${said}` : said;
}

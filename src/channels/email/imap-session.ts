import { ImapFlow } from 'imapflow';
import type { ImapConfig } from './config';

/** How far a folder has been read: everything up to `lastUid`, as long as the server keeps `uidValidity` (RFC 3501 §2.3.1.1). */
export type ImapCursor = Readonly<{ uidValidity: bigint; lastUid: bigint }>;

export type ImapMail = Readonly<{
  uidValidity: bigint;
  uid: number;
  /** The whole source, or its beginning when it is larger than we take. */
  bytes: Buffer;
  oversize: boolean;
}>;

export type ImapSessionOptions = Readonly<{
  config: ImapConfig;
  /** Instead of a password. */
  accessToken: string | null;
  cursor: ImapCursor | null;
  /** Where nothing else says since when: mail from this day on is fetched after the server has renumbered its mails. */
  connectedOn: Date;
  sizeLimit: number;
  /** Stores a mail; the cursor moves past it only afterwards. */
  onMail: (mail: ImapMail) => Promise<void>;
  onCursor: (cursor: ImapCursor) => Promise<void>;
  /** The folder is open and read to its end; said again after each round. */
  onHealthy: () => Promise<void>;
  signal: AbortSignal;
}>;

const PORTION = 50;
const LOOK_AGAIN_MS = 240_000;

/**
 * Reads a mailbox and keeps reading as mail comes in (IDLE, RFC 2177), until it is told to stop; throws when the
 * connection or the sign-in fails. It opens the folder for reading only: nothing on the server is marked or moved.
 */
export async function runImapSession(options: ImapSessionOptions): Promise<void> {
  const client = imapClient(options.config, options.accessToken);
  const doorbell = newDoorbell(client, options.signal);
  const hangUp = () => client.close();
  options.signal.addEventListener('abort', hangUp, { once: true });
  try {
    await client.connect();
    const lock = await client.getMailboxLock(options.config.folder, { readOnly: true });
    try {
      let cursor = await firstCursor(client, options);
      while (!options.signal.aborted) {
        cursor = await readNew(client, options, cursor);
        await options.onHealthy();
        await doorbell.wait(client);
      }
    } finally {
      lock.release();
    }
  } catch (error) {
    if (!options.signal.aborted) throw error;
  } finally {
    options.signal.removeEventListener('abort', hangUp);
    client.close();
  }
}

/** Signs in and opens the folder, then goes away; gives how many mails lie in it. Throws what goes wrong. */
export async function tryImap(config: ImapConfig, accessToken: string | null): Promise<number> {
  const client = imapClient(config, accessToken);
  client.on('error', () => {});
  try {
    await client.connect();
    const status = await client.status(config.folder, { messages: true });
    return status ? (status.messages ?? 0) : 0;
  } finally {
    client.close();
  }
}

function imapClient({ host, port, security, user, auth }: ImapConfig, accessToken: string | null): ImapFlow {
  const secret = auth?.kind === 'password' ? { pass: auth.password } : { accessToken: accessToken ?? '' };
  return new ImapFlow({
    host,
    port,
    secure: security === 'tls',
    doSTARTTLS: security === 'starttls',
    auth: { user, ...secret },
    logger: false,
    disableAutoIdle: true,
    maxIdleTime: LOOK_AGAIN_MS,
    connectionTimeout: 30_000,
    greetingTimeout: 16_000,
    socketTimeout: LOOK_AGAIN_MS + 60_000,
  });
}

/** Sleeps until the server tells of a change, the connection ends, or it is time to look anyway. */
function newDoorbell(client: ImapFlow, signal: AbortSignal) {
  let rung = false;
  let broken: Error | null = null;
  let wake = () => {};
  const ring = () => {
    rung = true;
    wake();
  };
  client.on('exists', ring);
  client.on('error', (error: Error) => {
    broken = error;
    ring();
  });
  client.on('close', () => {
    broken ??= new Error('the server closed the connection');
    ring();
  });
  signal.addEventListener('abort', ring, { once: true });
  return {
    wait: async (idling: ImapFlow) => {
      if (!rung) {
        idling.idle().catch(() => {});
        const timer = setTimeout(ring, LOOK_AGAIN_MS);
        await new Promise<void>((awake) => {
          wake = awake;
          if (rung) awake();
        });
        clearTimeout(timer);
      }
      rung = false;
      if (broken && !signal.aborted) throw broken;
    },
  };
}

/** Where to begin: where we stopped, or, after the server has renumbered its mails, at a day. */
async function firstCursor(client: ImapFlow, options: ImapSessionOptions): Promise<ImapCursor> {
  const { cursor, config, connectedOn } = options;
  const { mailbox } = client;
  if (!mailbox) throw new Error('no folder is open');
  const { uidValidity, uidNext } = mailbox;
  if (cursor?.uidValidity === uidValidity) return cursor;
  const newest = BigInt(uidNext - 1);
  const since = config.since ? new Date(`${config.since}T00:00:00Z`) : cursor && connectedOn;
  const uids = since ? await client.search({ since }, { uid: true }) : [];
  const oldest = uids && uids.length > 0 ? Math.min(...uids) : null;
  const start = { uidValidity, lastUid: oldest === null ? newest : BigInt(oldest - 1) };
  await options.onCursor(start);
  return start;
}

/** Fetches everything after the cursor, in rising order, and gives the new cursor. */
async function readNew(
  client: ImapFlow,
  options: ImapSessionOptions,
  cursor: ImapCursor,
): Promise<ImapCursor> {
  const { uidValidity } = cursor;
  const range = `${cursor.lastUid + 1n}:*`;
  const found = (await client.search({ uid: range }, { uid: true })) || [];
  // "n:*" names the last mail even when its number is below n (RFC 3501 §9, seq-range).
  const uids = found.filter((uid) => BigInt(uid) > cursor.lastUid).sort((one, other) => one - other);
  let reached = cursor;
  for (let start = 0; start < uids.length && !options.signal.aborted; start += PORTION) {
    const portion = uids.slice(start, start + PORTION);
    await readPortion(client, options, { uidValidity, uids: portion });
    reached = { uidValidity, lastUid: BigInt(portion.at(-1) ?? 0) };
    await options.onCursor(reached);
  }
  return reached;
}

type Portion = Readonly<{ uidValidity: bigint; uids: readonly number[] }>;

async function readPortion(
  client: ImapFlow,
  options: ImapSessionOptions,
  { uidValidity, uids }: Portion,
): Promise<void> {
  const { sizeLimit, onMail } = options;
  const query = { uid: true, size: true, source: { start: 0, maxLength: sizeLimit } };
  for await (const { uid, size, source } of client.fetch(uids.join(','), query, { uid: true })) {
    if (source) await onMail({ uidValidity, uid, bytes: source, oversize: (size ?? 0) > sizeLimit });
  }
}

import type { WebAnswer, WebCall, WebhookChannel } from '@/channels/contract';
import { fail, ok, type Result } from '@/domain/shared/result';
import { noteHealth } from '@/features/channels/commands/note-health';
import { type Opened, openWebhookAccount } from '@/features/channels/commands/open-account';
import { takeInJob } from '@/features/intake/jobs';
import type { Context } from '@/server/context';
import { hashOf } from '@/server/crypto/keys';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';

type World = Pick<Context, 'db' | 'now' | 'newId'>;

type Brought = Readonly<{ channel: string; key: string; call: WebCall; remoteAddress: string }>;

type Refused = Readonly<{ code: 'not_found' | 'forbidden' }>;

type Account = Readonly<{ workspaceId: string; id: string }> & Opened<WebhookChannel<unknown>>;

const EMPTY: WebAnswer = { status: 200, contentType: 'text/plain', body: '' };

/** The account behind `/api/inbound/<channel>/<key>`; null for a wrong key, and for one that is switched off. */
export async function accountOfKey(
  { db }: Pick<World, 'db'>,
  channel: string,
  key: string,
): Promise<Account | null> {
  const row = await db.channelAccount.findFirst({
    where: { inboundKeyHash: hashOf(key), enabled: true },
    select: { workspaceId: true, id: true, channel: true, sealedConfig: true },
  });
  const opened = row && row.channel === channel ? openWebhookAccount(row) : null;
  return row && opened ? { workspaceId: row.workspaceId, id: row.id, ...opened } : null;
}

/**
 * Takes what a vendor brings: answers its checks, stores genuine calls with the job that will understand them, and gives
 * what the vendor wants to hear. When this returned, the vendor may forget the call. Calls that the vendor did not sign are
 * refused and shown on the account's health light, since the usual reason is a secret that was copied wrongly.
 */
export async function receiveCall(world: World, brought: Brought): Promise<Result<WebAnswer, Refused>> {
  const { call } = brought;
  const account = await accountOfKey(world, brought.channel, brought.key);
  if (!account) return fail({ code: 'not_found' });
  const { adapter, config } = account;
  const shaken = adapter.handshake?.(call, config) ?? null;
  if (shaken) return ok(shaken);
  if (call.method === 'GET') return fail({ code: 'forbidden' });
  if (!adapter.isGenuine(call, config, world.now())) {
    await noteHealth(world, account, { health: 'failing', detail: 'wrong_signature' });
    return fail({ code: 'forbidden' });
  }
  await storeCall(world, { account, brought });
  return ok(adapter.answer?.(call, config) ?? EMPTY);
}

/** Stores a call, or an item that was fetched, once: the same key again is the same arrival. Gives its id, or null when it was here. */
export async function storeArrival(
  world: World,
  arrival: Readonly<{
    workspaceId: string;
    channelAccountId: string;
    key: string;
    source: 'http' | 'poll' | 'command';
    bytes: Uint8Array;
    headers?: Readonly<Record<string, string>>;
    remoteAddress?: string;
  }>,
): Promise<string | null> {
  const { bytes, headers = {}, remoteAddress = '', ...rest } = arrival;
  const id = world.newId();
  const sha256 = hashOf(bytes);
  const row = {
    ...rest,
    id,
    bytes: Uint8Array.from(bytes),
    size: bytes.byteLength,
    sha256,
    headers,
    remoteAddress,
  };
  return transaction(world, async (tx) => {
    const { count } = await tx.rawInbound.createMany({
      data: [{ ...row, receivedAt: world.now() }],
      skipDuplicates: true,
    });
    if (count === 0) return null;
    await enqueue(tx, takeInJob, { workspaceId: rest.workspaceId, rawInboundId: id });
    return id;
  });
}

function storeCall(
  world: World,
  { account, brought }: Readonly<{ account: Account; brought: Brought }>,
): Promise<string | null> {
  const { call, remoteAddress } = brought;
  return storeArrival(world, {
    workspaceId: account.workspaceId,
    channelAccountId: account.id,
    key: account.adapter.keyOf?.(call) ?? hashOf(call.bytes),
    source: 'http',
    bytes: call.bytes,
    headers: withoutSecrets(call.headers),
    remoteAddress,
  });
}

/** A signature opens nothing and stays; a key or a token does, whoever's it is. */
const SECRET_HEADERS = /authorization|cookie|secret|token|api-?key|password/;
const HEADERS_KEPT = 60;

/** What an admin may see of the head of a call; a key that opens something is not kept. */
function withoutSecrets(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !SECRET_HEADERS.test(name));
  return Object.fromEntries(kept.slice(0, HEADERS_KEPT).map(([name, value]) => [name, storable(value)]));
}

const storable = (value: string) => value.replaceAll('\0', '').slice(0, 2000);

import type { WebAnswer } from '@/channels/contract';
import type { PhoneRead } from '@/channels/phone/event';
import type { PhoneCall } from '@/channels/phone/provider';
import { phoneProvider } from '@/channels/phone/providers';
import { type NotedHealth, noteHealth } from '@/features/channels/commands/note-health';
import { type PhoneAccount, phoneAccountOfKey } from '@/features/phone/phone-account';
import { deskOf } from '@/features/phone/spoken-answer';
import type { Context, SystemContext } from '@/server/context';
import { hashOf } from '@/server/crypto/keys';
import { log } from '@/server/log';
import { takePhoneEvent } from './take-phone-event';

type World = Pick<Context, 'db' | 'now' | 'newId'>;

/** What came to the address of an account, and from where. */
export type PhoneDelivery = PhoneCall & Readonly<{ key: string; remoteAddress: string }>;

const json = (status: number, code: string): WebAnswer => ({
  status,
  contentType: 'application/json',
  body: JSON.stringify({ code }),
});

/**
 * Takes what a telephone system tells: genuine bytes are stored before anything else, then understood. What cannot be
 * understood is kept for an admin to see and refused in words. Said again, it changes nothing and is answered the same. Both a
 * signature that is wrong and what cannot be understood show on the account's health light.
 */
export async function receivePhoneCall(world: World, delivery: PhoneDelivery): Promise<WebAnswer> {
  const account = await phoneAccountOfKey(world.db, delivery.key);
  if (!account) return json(404, 'no_such_address');
  const provider = phoneProvider(account.config);
  if (!provider.isGenuine(delivery, world.now())) {
    await noteHealth(world, account, { health: 'failing', detail: 'wrong_signature' });
    return json(403, 'wrong_signature');
  }
  const raw = await keepRaw(world, account, delivery);
  const read = provider.read(delivery, raw.receivedAt);
  if (!read.ok) {
    await settle(world, { account, id: raw.id, state: 'held', reason: `unreadable: ${read.detail}` });
    return json(422, 'unreadable');
  }
  const ctx = contextOf(world, account);
  const ticketId = raw.isDone ? null : await takeAll(ctx, account, read);
  if (!raw.isDone) await settle(world, { account, id: raw.id, state: 'processed', reason: null, ticketId });
  return provider.answer(delivery, deskOf(ctx, account, raw.isDone));
}

const contextOf = (world: World, { workspaceId }: PhoneAccount): SystemContext => ({
  ...world,
  workspaceId,
  actor: { kind: 'system', id: 'intake', name: 'intake' },
});

type Kept = Readonly<{ id: string; isDone: boolean; receivedAt: Date }>;

/** The same delivery twice is one row; one that was stored and not understood to the end is taken up again. */
async function keepRaw(world: World, account: PhoneAccount, delivery: PhoneDelivery): Promise<Kept> {
  const { workspaceId, id: channelAccountId } = account;
  const { url, headers, bytes, remoteAddress } = delivery;
  const sha256 = hashOf(bytes);
  const query = new URL(url).search;
  const key = headers['webhook-id'] ?? hashOf(`${query}\n${sha256}`);
  await world.db.rawInbound.createMany({
    data: [
      {
        ...{ workspaceId, id: world.newId(), channelAccountId, key, remoteAddress, sha256 },
        source: 'http',
        envelopeTo: [],
        headers: { 'content-type': headers['content-type'] ?? '', 'x-kalauz-query': query },
        bytes: Buffer.from(bytes),
        size: bytes.byteLength,
        receivedAt: world.now(),
      },
    ],
    skipDuplicates: true,
  });
  const row = await world.db.rawInbound.findUniqueOrThrow({
    where: { workspaceId_channelAccountId_key: { workspaceId, channelAccountId, key } },
    select: { id: true, state: true, receivedAt: true },
  });
  return { id: row.id, isDone: row.state !== 'received', receivedAt: row.receivedAt };
}

async function takeAll(
  ctx: SystemContext,
  account: PhoneAccount,
  read: Extract<PhoneRead, { ok: true }>,
): Promise<string | null> {
  let ticketId: string | null = null;
  for (const event of read.events) {
    const taken = await takePhoneEvent(ctx, { account, event });
    ticketId = taken.ticketId ?? ticketId;
  }
  return ticketId;
}

const UNREADABLE: NotedHealth = { health: 'failing', detail: 'unreadable' };

/** What comes in proves that it was signed rightly, and not that the provider would take what we ask. */
const UNDERSTOOD: NotedHealth = {
  health: 'healthy',
  detail: '',
  mends: { in: ['', 'wrong_signature', 'unreadable'] },
};

type Settling = Readonly<{
  account: PhoneAccount;
  id: string;
  state: 'processed' | 'held';
  reason: string | null;
  ticketId?: string | null;
}>;

async function settle(
  world: World,
  { account, id, state, reason, ticketId = null }: Settling,
): Promise<void> {
  const { workspaceId } = account;
  const at = world.now();
  await world.db.rawInbound.updateMany({
    where: { workspaceId, id },
    data: { state, reason, ticketId, processedAt: at, verdict: state === 'held' ? 'unreadable' : 'human' },
  });
  if (state === 'held')
    log().warn({ channelAccountId: account.id, reason }, 'a telephone event was not understood');
  await world.db.channelAccount.updateMany({
    where: { workspaceId, id: account.id },
    data: { lastReceivedAt: at },
  });
  await noteHealth(world, account, state === 'held' ? UNREADABLE : UNDERSTOOD);
}

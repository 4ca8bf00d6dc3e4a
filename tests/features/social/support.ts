import { createHash } from 'node:crypto';
import { conversationChannel } from '@/channels/adapters';
import { sealAccount } from '@/features/channels/commands/open-account';
import { deliverMail } from '@/features/delivery/commands/deliver-mail';
import { receiveCall, storeArrival } from '@/features/intake/commands/receive-call';
import { takeInBatch } from '@/features/intake/take-in-batch';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { replyInput } from '@/features/tickets/inputs';
import type { StaffContext } from '@/server/context';
import { env } from '@/server/env';
import { newId } from '@/server/ids';
import { newWorld } from '../../support/world';

export type World = Awaited<ReturnType<typeof newWorld>>;
type Kind = 'telegram' | 'whatsapp' | 'messenger' | 'instagram' | 'facebook' | 'x' | 'mastodon' | 'api';

/** Sends calls to these hosts to a double instead. */
export function askInstead(hosts: Record<string, string>): void {
  Object.assign(env(), {
    OUTSIDE_HOSTS: new Map([...(env().OUTSIDE_HOSTS ?? []), ...Object.entries(hosts)]),
  });
}

/** A workspace with one account of this kind, set up as an admin would have done it. */
export async function connected(kind: Kind, config: Record<string, unknown>, world?: World) {
  const own = world ?? (await newWorld({ mailbox: false, at: '2026-03-02T09:30:00Z' }));
  const adapter = conversationChannel(kind);
  if (!adapter) throw new Error(`no adapter ${kind}`);
  const parsed = adapter.config.parse(config);
  const key = `key-${newId()}`;
  const id = newId();
  await own.db.channelAccount.create({
    data: {
      workspaceId: own.workspaceId,
      id,
      channel: kind,
      name: `Our ${kind} ${id.slice(-6)}`,
      externalId: adapter.accountOf(parsed),
      sealedConfig: sealAccount(parsed),
      inboundKeyHash: createHash('sha256').update(key).digest('hex'),
    },
  });
  return { world: own, account: { id, kind, key } };
}

type Account = Awaited<ReturnType<typeof connected>>['account'];
type Call = {
  bytes: Buffer | string;
  headers?: Record<string, string>;
  method?: 'GET' | 'POST';
  query?: string;
};

/** A vendor's call at our door; gives the status that the vendor sees. */
export async function call(
  world: World,
  { kind, key }: Account,
  { bytes, headers = {}, method = 'POST', query = '' }: Call,
) {
  const url = `https://help.test/api/inbound/${kind}/${key}${query}`;
  const result = await receiveCall(world.system(), {
    channel: kind,
    key,
    call: { method, url, headers, bytes: Buffer.from(bytes) },
    remoteAddress: '149.154.167.220',
  });
  if (result.ok) return result.value;
  return { status: result.error.code === 'not_found' ? 404 : 403, contentType: '', body: '' };
}

/** What was fetched where the vendor does not call, as the poll stores it. */
export async function fetched(world: World, { id }: Account, { key, item }: { key: string; item: unknown }) {
  const { workspaceId } = world;
  const bytes = Buffer.isBuffer(item) ? item : Buffer.from(JSON.stringify(item));
  return storeArrival(world.system(), { workspaceId, channelAccountId: id, key, source: 'poll', bytes });
}

/** Understands what waits, as the worker does. */
export async function takeIn(world: World) {
  const { workspaceId } = world;
  const waiting = await world.db.rawInbound.findMany({
    where: { workspaceId, state: 'received' },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return takeInBatch(
    world.system(),
    waiting.map(({ id }) => ({ workspaceId, rawInboundId: id })),
  );
}

/** What stands on the only ticket, or on the one of this number. */
export async function ticketOf(world: World, number?: number) {
  const { workspaceId } = world;
  return world.db.ticket.findFirstOrThrow({
    where: { workspaceId, ...(number && { number }) },
    orderBy: { number: 'desc' },
    include: {
      requester: { include: { identities: true } },
      messages: {
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        include: { attachments: true, conversation: true },
      },
    },
  });
}

/** An agent answers; gives the message's id. */
export async function answer(world: World, agent: StaffContext, over: Record<string, unknown> = {}) {
  const ticket = await ticketOf(world);
  const input = replyInput.parse({
    ticketId: ticket.id,
    html: '<p>We send you a new one.</p>',
    submitAs: 'pending',
    ...over,
  });
  return replyToTicket(agent, input);
}

/** Sends everything that is due, as the worker does. */
export async function sendAll(world: World): Promise<void> {
  const { workspaceId } = world;
  const due = await world.db.outgoingMail.findMany({
    where: { workspaceId, state: { in: ['queued', 'deferred', 'sending'] }, runAt: { lte: world.now() } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  for (const { id } of due) await deliverMail(world.system('delivery'), id);
}

/** After the undo time. */
export async function sendSoon(world: World): Promise<void> {
  world.pass(env().UNDO_SECONDS + 1);
  await sendAll(world);
}

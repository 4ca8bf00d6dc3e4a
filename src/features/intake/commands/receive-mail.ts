import { essenceOf } from '@/features/intake/essence';
import { takeInJob } from '@/features/intake/jobs';
import type { Context } from '@/server/context';
import { hashOf } from '@/server/crypto/keys';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';

/** Bytes as they came in, and what the carrier said about them. */
export type Arrival = Readonly<{
  channelAccount: Readonly<{ workspaceId: string; id: string }>;
  bytes: Uint8Array;
  source: 'smtp' | 'imap' | 'http' | 'command';
  envelopeFrom: string | null;
  envelopeTo: readonly string[];
  remoteAddress?: string;
  /** True when the bytes are only the beginning of a mail that is larger than we take: an admin has to look. */
  oversize?: boolean;
  /** The channel's own key of this arrival, such as IMAP's UID; absent: made of the bytes and the recipients. */
  key?: string;
}>;

type World = Pick<Context, 'db' | 'now' | 'newId'>;

/**
 * Stores a mail and the job that will understand it, in one commit. Whoever brought it may be told OK once this returned:
 * from then on it cannot be lost. The same arrival twice is one row; the second call gives the id of the first and `isNew`
 * false.
 */
export function receiveMail(
  world: World,
  arrival: Arrival,
): Promise<Readonly<{ rawInboundId: string; isNew: boolean }>> {
  const sha256 = hashOf(arrival.bytes);
  const key = arrival.key ?? hashOf([sha256, ...arrival.envelopeTo.map(lower)].join('\n'));
  return transaction(world, async (tx) => {
    const { workspaceId } = arrival.channelAccount;
    const id = world.newId();
    if (!(await insertRaw(tx, arrival, { id, key, sha256, at: world.now() }))) {
      return { rawInboundId: await idOf(tx, arrival, key), isNew: false };
    }
    if (!arrival.oversize) await enqueue(tx, takeInJob, { workspaceId, rawInboundId: id });
    return { rawInboundId: id, isNew: true };
  });
}

const lower = (address: string) => address.toLowerCase();

type Row = Readonly<{ id: string; key: string; sha256: string; at: Date }>;

/** False when an arrival with this key is stored already. */
async function insertRaw(tx: Tx, arrival: Arrival, { id, key, sha256, at }: Row): Promise<boolean> {
  const {
    channelAccount,
    bytes,
    source,
    envelopeFrom,
    envelopeTo,
    remoteAddress = '',
    oversize = false,
  } = arrival;
  const count = await tx.$executeRaw`
    insert into "RawInbound" ("workspaceId", id, "channelAccountId", key, source, "envelopeFrom", "envelopeTo",
      "remoteAddress", bytes, size, sha256, essence, "receivedAt", state, verdict, reason)
    values (${channelAccount.workspaceId}::uuid, ${id}::uuid, ${channelAccount.id}::uuid, ${key}, ${source},
      ${envelopeFrom}, ${[...envelopeTo]}::text[], ${remoteAddress}, ${bytes}, ${bytes.byteLength}, ${sha256}, ${essenceOf(bytes)}, ${at},
      ${oversize ? 'held' : 'received'}::"InboundState", ${oversize ? 'unreadable' : null}, ${oversize ? 'oversize' : null})
    on conflict ("workspaceId", "channelAccountId", key) do nothing`;
  return count === 1;
}

async function idOf(tx: Tx, { channelAccount }: Arrival, key: string): Promise<string> {
  const { workspaceId, id: channelAccountId } = channelAccount;
  const row = await tx.rawInbound.findUniqueOrThrow({
    where: { workspaceId_channelAccountId_key: { workspaceId, channelAccountId, key } },
    select: { id: true },
  });
  return row.id;
}

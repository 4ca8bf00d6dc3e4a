import { essenceOf } from '@/features/intake/essence';
import { takeInJob } from '@/features/intake/jobs';
import type { Context } from '@/server/context';
import { hashOf } from '@/server/crypto/keys';
import type { Tx } from '@/server/db/client';
import { joinSql, sql } from '@/server/db/sql';
import { transaction } from '@/server/db/transaction';
import { enqueueMany } from '@/server/jobs/enqueue';

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

/** `isNew` is false when the same arrival was stored before; the id is then that of the first. */
export type Kept = Readonly<{ rawInboundId: string; isNew: boolean }>;

type World = Pick<Context, 'db' | 'now' | 'newId'>;

/**
 * Stores a mail and the job that will understand it, in one commit. Whoever brought it may be told OK once this returned:
 * from then on it cannot be lost.
 */
export async function receiveMail(world: World, arrival: Arrival): Promise<Kept> {
  const [kept] = await receiveMails(world, [arrival]);
  if (!kept) throw new Error('a mail was neither stored nor known');
  return kept;
}

/** Stores several mails in one commit, which is the larger part of what one costs; all of them or none. */
export function receiveMails(world: World, arrivals: readonly Arrival[]): Promise<Kept[]> {
  const rows = arrivals.map((arrival) => rowOf(world, arrival));
  return transaction(world, async (tx) => {
    const added = await insertRows(tx, rows);
    const jobs = rows.filter(({ id, oversize }) => added.has(id) && !oversize);
    await enqueueMany(
      tx,
      takeInJob,
      jobs.map(({ workspaceId, id }) => ({ workspaceId, rawInboundId: id })),
    );
    return Promise.all(
      rows.map(async (row) => {
        const isNew = added.has(row.id);
        return { rawInboundId: isNew ? row.id : await firstOf(tx, row), isNew };
      }),
    );
  });
}

type Row = ReturnType<typeof rowOf>;

function rowOf(world: World, arrival: Arrival) {
  const { bytes, envelopeTo, channelAccount, remoteAddress = '', oversize = false, ...rest } = arrival;
  const sha256 = hashOf(bytes);
  return {
    ...rest,
    id: world.newId(),
    workspaceId: channelAccount.workspaceId,
    channelAccountId: channelAccount.id,
    key: arrival.key ?? hashOf([sha256, ...envelopeTo.map((address) => address.toLowerCase())].join('\n')),
    bytes,
    envelopeTo: [...envelopeTo],
    remoteAddress,
    oversize,
    sha256,
    essence: essenceOf(bytes),
    at: world.now(),
  };
}

/** The ids of those that were not stored before. */
async function insertRows(tx: Tx, rows: readonly Row[]): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const added = await tx.$queryRaw<{ id: string }[]>(sql`
    insert into "RawInbound" ("workspaceId", id, "channelAccountId", key, source, "envelopeFrom", "envelopeTo",
      "remoteAddress", bytes, size, sha256, essence, "receivedAt", state, verdict, reason)
    values ${joinSql(rows.map(valuesOf), ', ')}
    on conflict ("workspaceId", "channelAccountId", key) do nothing returning id`);
  return new Set(added.map(({ id }) => id));
}

function valuesOf(row: Row) {
  const { oversize, bytes } = row;
  return sql`(${row.workspaceId}::uuid, ${row.id}::uuid, ${row.channelAccountId}::uuid, ${row.key}, ${row.source},
    ${row.envelopeFrom}, ${row.envelopeTo}::text[], ${row.remoteAddress}, ${bytes}, ${bytes.byteLength}, ${row.sha256},
    ${row.essence}, ${row.at}, ${oversize ? 'held' : 'received'}::"InboundState", ${oversize ? 'unreadable' : null},
    ${oversize ? 'oversize' : null})`;
}

async function firstOf(tx: Tx, { workspaceId, channelAccountId, key }: Row): Promise<string> {
  const row = await tx.rawInbound.findUniqueOrThrow({
    where: { workspaceId_channelAccountId_key: { workspaceId, channelAccountId, key } },
    select: { id: true },
  });
  return row.id;
}

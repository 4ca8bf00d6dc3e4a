import { fail, type Problem, type Result } from '@/domain/shared/result';
import type { ApiContext } from '@/server/auth/api-key';
import { hashOf } from '@/server/crypto/keys';
import type { Db, Tx } from '@/server/db/client';

/** The key under which a request may be repeated, and what tells two requests apart. */
export type Once = Readonly<{ key: string; requestHash: string }>;

/** What is known of a request that was done before: its answer, or at least what it came to. */
type Kept = Readonly<{ requestHash: string; status: number | null; body: string | null }>;

export type Done = Readonly<{ status: number | null; body: string; replayed: boolean }>;

/** The `Idempotency-Key` of a request (draft-ietf-httpapi-idempotency-key-header), quoted or bare; undefined when absent. */
export function idempotencyKey(headers: Headers): string | null | undefined {
  const given = headers.get('idempotency-key');
  if (given === null) return undefined;
  return /^"?([\x21\x23-\x5b\x5d-\x7e]{1,255})"?$/.exec(given.trim())?.[1] ?? null;
}

/** Tells two requests apart: method, address and body. */
export const requestHash = (request: Request, body: Uint8Array): string =>
  hashOf(`${request.method} ${new URL(request.url).href} ${hashOf(body)}`);

class Running extends Error {}
class AlreadyDone extends Error {}

/**
 * Runs `work` at most once for its key. What it came to is stored in its own transaction, so that after a crash a
 * repeated request either does it for the first time or is answered from what was committed; never twice, never neither.
 */
export async function onlyOnce(
  ctx: ApiContext,
  once: Once,
  work: (ctx: ApiContext) => Promise<Result<unknown, Problem>>,
): Promise<Result<Done, Problem>> {
  const before = await keptReply(ctx.db, ctx, once.key);
  if (before) return repeated(before, once);
  try {
    const result = await work({ ...ctx, db: guarded(ctx, once) });
    if (!result.ok) return result;
    const body = JSON.stringify(result.value ?? null);
    return { ok: true, value: { status: null, body, replayed: false } };
  } catch (error) {
    if (error instanceof Running) return fail({ code: 'idempotency.running' });
    const after = error instanceof AlreadyDone && (await keptReply(ctx.db, ctx, once.key));
    if (after) return repeated(after, once);
    throw error;
  }
}

function repeated(kept: Kept, { requestHash: asked }: Once): Result<Done, Problem> {
  if (kept.requestHash !== asked) return fail({ code: 'idempotency.mismatch' });
  return { ok: true, value: { status: kept.status, body: kept.body ?? 'null', replayed: true } };
}

const whereOf = ({ workspaceId, apiKeyId }: ApiContext, key: string) =>
  ({ workspaceId_apiKeyId_key: { workspaceId, apiKeyId, key } }) as const;

function keptReply(db: Db | Tx, ctx: ApiContext, key: string): Promise<Kept | null> {
  return db.idempotentReply.findUnique({
    where: whereOf(ctx, key),
    select: { requestHash: true, status: true, body: true },
  });
}

/** The database whose first transaction also keeps what it came to. */
function guarded(ctx: ApiContext, once: Once): Db {
  let done = false;
  const begin = async (work: (tx: Tx) => Promise<unknown>) => {
    if (done) return ctx.db.$transaction(work);
    const value = await ctx.db.$transaction((tx) => keeping(tx, ctx, { once, work }));
    done = true;
    return value;
  };
  return new Proxy(ctx.db, {
    get: (db, name) => (name === '$transaction' ? begin : Reflect.get(db, name)),
  });
}

type Keeping = Readonly<{ once: Once; work: (tx: Tx) => Promise<unknown> }>;

async function keeping(tx: Tx, ctx: ApiContext, { once, work }: Keeping): Promise<unknown> {
  const [row] = await tx.$queryRaw<{ locked: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${ctx.apiKeyId}/${once.key}`}, 0)) as locked`;
  if (!row?.locked) throw new Running();
  if (await keptReply(tx, ctx, once.key)) throw new AlreadyDone();
  const result = await work(tx);
  if (isOk(result)) {
    const { workspaceId, apiKeyId } = ctx;
    const body = JSON.stringify(result.value ?? null);
    await tx.idempotentReply.createMany({
      data: [{ workspaceId, apiKeyId, ...once, body, createdAt: ctx.now() }],
    });
  }
  return result;
}

const isOk = (result: unknown): result is { ok: true; value: unknown } =>
  (result as { ok?: unknown } | null)?.ok === true;

/** Stores the answer itself, for all later repetitions of the request. */
export async function keepReply(
  ctx: ApiContext,
  ...[key, { status, body }]: [string, Readonly<{ status: number; body: string }>]
): Promise<void> {
  const { workspaceId, apiKeyId } = ctx;
  await ctx.db.idempotentReply.updateMany({
    where: { workspaceId, apiKeyId, key, status: null },
    data: { status, body },
  });
}

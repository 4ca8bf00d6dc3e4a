import type { Context, SystemContext } from '@/server/context';
import { inOrder } from '@/server/jobs/in-order';
import type { Outcome } from '@/server/jobs/work-on';
import { takeInCall } from './call/take-in-call';
import { type Claimed, claimMails } from './claim';
import { AlreadySettled, hold, takeIn, type Understood, understand } from './commands/take-in';
import { portionsOf, type Waiting } from './portions';
import { FilesUnavailable } from './store-files';
import { touchMailboxes } from './touch-mailboxes';

type World = Pick<Context, 'db' | 'now' | 'newId'>;
type Payload = Readonly<{ workspaceId: string; rawInboundId: string }>;

const MOST_ATTEMPTS = 3;
const AT_A_TIME = 8;

/**
 * Takes in a batch of stored mails, many at a time, but those that have to do with one another (same sender, same thread)
 * in the order in which they arrived: an answer must not be looked at before what it answers. One outcome per payload.
 */
export async function takeInBatch(world: World, payloads: readonly Payload[]): Promise<Outcome[]> {
  const outcomes = new Map<string, Outcome>();
  const waiting = await waitingOf(world, payloads);
  await takeInCalls(world, waiting.filter(isCall), outcomes);
  for (const portion of portionsOf(waiting.filter((each) => !isCall(each)))) {
    const done = await takeInPortion(world, portion);
    for (const [index, { id }] of portion.entries()) outcomes.set(id, done[index] ?? { ok: true });
  }
  return payloads.map(({ rawInboundId }) => outcomes.get(rawInboundId) ?? { ok: true });
}

/** Those of the batch that still wait, in the order of their arrival. */
async function waitingOf({ db }: World, payloads: readonly Payload[]): Promise<readonly WaitingBytes[]> {
  return db.rawInbound.findMany({
    where: {
      workspaceId: { in: [...new Set(payloads.map(({ workspaceId }) => workspaceId))] },
      id: { in: payloads.map(({ rawInboundId }) => rawInboundId) },
      state: 'received',
    },
    select: {
      workspaceId: true,
      id: true,
      size: true,
      attempts: true,
      channelAccountId: true,
      channelAccount: { select: { channel: true } },
    },
    orderBy: { id: 'asc' },
  });
}

type WaitingBytes = Waiting &
  Readonly<{ channelAccountId: string; channelAccount: Readonly<{ channel: string }> }>;

const isCall = ({ channelAccount }: WaitingBytes): boolean => channelAccount.channel !== 'email';

/** What vendors brought: of one account in the order of its arrival, of several at a time. */
async function takeInCalls(
  world: World,
  ...[calls, outcomes]: [readonly WaitingBytes[], Map<string, Outcome>]
): Promise<void> {
  const done = await inOrder(
    calls,
    { concurrency: AT_A_TIME, keysOf: ({ channelAccountId }) => [channelAccountId] },
    ({ workspaceId, id }) => takeInCall(intakeContext(world, workspaceId), id),
  );
  for (const [index, { id }] of calls.entries()) outcomes.set(id, done[index] ?? { ok: true });
}

type Read = Readonly<{ ctx: SystemContext; id: string; understood: Understood | null; outcome: Outcome }>;

async function takeInPortion(world: World, portion: readonly Waiting[]): Promise<Outcome[]> {
  const claimed = await claimMails(world, portion);
  await touchMailboxes(world, claimed.values());
  const read = await Promise.all(portion.map((waiting) => readOne(world, waiting, claimed.get(waiting.id))));
  return inOrder(read, { concurrency: AT_A_TIME, keysOf }, async (each) => {
    const { ctx, id, understood, outcome } = each;
    if (!understood) return outcome;
    return guarded(ctx, { id, attempts: understood.raw.attempts }, () => takeIn(ctx, understood));
  });
}

async function readOne(world: World, { workspaceId, id }: Waiting, raw: Claimed | undefined): Promise<Read> {
  const ctx = intakeContext(world, workspaceId);
  let understood: Understood | null = null;
  const outcome = await guarded(ctx, { id, attempts: raw?.attempts ?? 0 }, async () => {
    if (raw && raw.attempts > MOST_ATTEMPTS) await hold(ctx, id, 'crashed');
    else if (raw) understood = await understand(ctx, raw);
  });
  return { ctx, id, understood, outcome };
}

/** Mails with a key in common belong to one conversation, or to one person who may be new. */
function keysOf({ ctx, understood }: Read): string[] {
  if (!understood) return [];
  const { clues, mail } = understood;
  const numbers = [...clues.signedNumbers, clues.subjectNumber ?? ''];
  const keys = [
    mail.sender?.address ?? '',
    ...clues.ids.map((id) => `<${id}>`),
    ...numbers.map((n) => `#${n}`),
  ];
  return keys.map((key) => `${ctx.workspaceId} ${key}`);
}

/**
 * An error is tried again by the queue, and the third time the mail is held for an admin with what went wrong. While the
 * storage of files is out of reach, no try is counted: the mail is not to blame.
 */
async function guarded(
  ctx: SystemContext,
  { id, attempts }: Readonly<{ id: string; attempts: number }>,
  work: () => Promise<void>,
): Promise<Outcome> {
  try {
    await work();
    return { ok: true };
  } catch (error) {
    if (error instanceof AlreadySettled) return { ok: true };
    if (error instanceof FilesUnavailable) await uncount(ctx, id);
    else if (attempts >= MOST_ATTEMPTS) await hold(ctx, id, `crashed: ${messageOf(error)}`);
    return { ok: false, error };
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function uncount(ctx: SystemContext, id: string): Promise<void> {
  await ctx.db.rawInbound.updateMany({
    where: { workspaceId: ctx.workspaceId, id, state: 'received' },
    data: { attempts: { decrement: 1 } },
  });
}

function intakeContext(world: World, workspaceId: string): SystemContext {
  return { ...world, workspaceId, actor: { kind: 'system', id: 'intake', name: 'intake' } };
}

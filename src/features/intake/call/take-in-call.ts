import { type NotedHealth, noteHealth } from '@/features/channels/commands/note-health';
import type { Settled } from '@/features/intake/claim';
import { settleMail } from '@/features/intake/claim';
import { hold } from '@/features/intake/commands/take-in';
import { placeChannelEvent } from '@/features/intake/place-channel-event';
import { FilesUnavailable } from '@/features/intake/store-files';
import type { SystemContext } from '@/server/context';
import type { Outcome } from '@/server/jobs/work-on';
import { type ClaimedCall, claimCall } from './claim-call';
import { EchoTooEarly, MOST_ATTEMPTS } from './take-in-limits';

/**
 * Understands one stored call: each event in it is placed in a commit of its own, and placing it again changes nothing, so
 * that a batch that was cut short is simply done again. What cannot be read waits for an admin.
 */
export async function takeInCall(ctx: SystemContext, id: string): Promise<Outcome> {
  const call = await claimCall(ctx, id);
  if (!call) return { ok: true };
  if (call.attempts > MOST_ATTEMPTS) {
    await hold(ctx, id, 'crashed');
    return { ok: true };
  }
  try {
    await understandCall(ctx, call);
    return { ok: true };
  } catch (error) {
    if (error instanceof FilesUnavailable || error instanceof EchoTooEarly) await uncount(ctx, id);
    else if (call.attempts >= MOST_ATTEMPTS) await hold(ctx, id, `crashed: ${messageOf(error)}`);
    return { ok: false, error };
  }
}

async function understandCall(ctx: SystemContext, call: ClaimedCall): Promise<void> {
  const { opened, bytes, receivedAt, id } = call;
  if (!opened) return hold(ctx, id, 'not_connected');
  const read = opened.adapter.read({ bytes, receivedAt }, opened.config);
  if (!read.ok) return hold(ctx, id, `unreadable: ${read.error.detail}`);
  const placed = [];
  for (const event of read.value) placed.push(await placeChannelEvent(ctx, { call, event }));
  const { workspaceId } = ctx;
  // What comes in proves that it was signed rightly, and not that the vendor would take what we send.
  const proven: NotedHealth = { health: 'healthy', detail: '', mends: { in: ['', 'wrong_signature'] } };
  await noteHealth(ctx, { workspaceId, id: call.account.id }, proven);
  await ctx.db.channelAccount.updateMany({
    where: { workspaceId, id: call.account.id },
    data: { lastReceivedAt: receivedAt },
  });
  // The rest of the call has been placed; an admin sees what was not understood, and processing it again does no harm.
  if (placed.some(({ ignored }) => ignored === 'unreadable_item'))
    return hold(ctx, id, 'unreadable: in part');
  const blocked = placed.find((each) => each.blocked !== undefined)?.blocked;
  await settleMail(ctx.db, ctx, id, blocked === undefined ? settledOf(placed) : heldBack(blocked));
}

/** As with mail: kept, and troubles nobody until somebody lets it in. */
const heldBack = (blocked: string): Settled => ({
  state: 'held',
  verdict: 'blocked',
  reason: `blocked_sender: ${blocked}`.slice(0, 1000),
  ticketId: null,
});

type Placed = Awaited<ReturnType<typeof placeChannelEvent>>;

/** Kept when anything of it was; otherwise why the first of its events concerns nobody. */
function settledOf(placed: readonly Placed[]): Settled {
  const kept = placed.find(({ ignored }) => ignored === null);
  const ticketId = placed.find((each) => each.ticketId !== null)?.ticketId ?? null;
  if (kept) return { state: 'processed', verdict: 'human', reason: 'person', ticketId };
  const why = placed[0]?.ignored ?? 'empty';
  return { state: 'discarded', verdict: 'ignored', reason: `nothing_to_keep: ${why}`, ticketId };
}

async function uncount(ctx: SystemContext, id: string): Promise<void> {
  await ctx.db.rawInbound.updateMany({
    where: { workspaceId: ctx.workspaceId, id, state: 'received' },
    data: { attempts: { decrement: 1 } },
  });
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

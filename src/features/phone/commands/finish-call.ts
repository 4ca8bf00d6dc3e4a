import { may, mayOnTicket } from '@/domain/permission/can';
import { extendedWrapUp, isWrappingUp, wrapUpSeconds } from '@/domain/phone/handle-time';
import { fail, ok, type Result } from '@/domain/shared/result';
import { findCall, type KeptCall } from '@/features/phone/call-rows';
import type { CallInput, FinishCallInput } from '@/features/phone/inputs';
import { phoneSettings } from '@/features/phone/settings';
import { freeAgent } from '@/features/routing/commands/free-agent';
import { findTicketForCall, keepPhoneFacts } from '@/features/tickets/commands/place-call';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { announce, callsTopic } from '@/server/live/announce';

type Finished = Readonly<{ callId: string; ticketId: string | null }>;
type Refused = Readonly<{ code: 'not_found' }>;

/** Adds to a call what only the agent knows: note, disposition, and, while it still runs, the ticket that it is about. */
export function finishCall(ctx: StaffContext, input: FinishCallInput): Promise<Result<Finished, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const call = await visibleCall(tx, ctx, input.callId);
    if (!call || !(await isHere(tx, ctx, input))) return fail({ code: 'not_found' });
    const ticketId = call.messageId === null ? (input.ticketId ?? call.ticketId) : call.ticketId;
    await tx.callLog.updateMany({
      where: { workspaceId, id: call.id },
      data: {
        ticketId,
        agentId: call.agentId ?? ctx.actor.id,
        updatedAt: ctx.now(),
        ...(input.note !== undefined && { note: input.note }),
        ...(input.dispositionId !== undefined && { dispositionId: input.dispositionId }),
        ...(input.done && call.status === 'ended' && ended(ctx, call)),
      },
    });
    await freeWhoIsDone(tx, ctx, { call, input });
    await tell(tx, ctx, { callId: call.id, ticketId });
    return ok({ callId: call.id, ticketId });
  });
}

/** Some more time for after-call work, once. Gives the instant at which it ends by itself. */
export function extendWrapUp(
  ctx: StaffContext,
  { callId }: CallInput,
): Promise<Result<Readonly<{ until: Date | null }>, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const call = await visibleCall(tx, ctx, callId);
    if (!call || call.agentId !== ctx.actor.id) return fail({ code: 'not_found' });
    const settings = await phoneSettings(tx, ctx);
    const until = extendedWrapUp(stateOf(call), { at: ctx.now(), seconds: settings.wrapUpSeconds });
    if (!until) return ok({ until: call.wrapUpUntil });
    await tx.callLog.updateMany({
      where: { workspaceId, id: callId },
      data: { wrapUpUntil: until, wrapUpExtended: true },
    });
    await announce(tx, [callsTopic(workspaceId)]);
    return ok({ until });
  });
}

const stateOf = (call: KeptCall) => ({
  endedAt: call.endedAt,
  until: call.wrapUpUntil,
  finishedAt: call.wrapUpEndedAt,
  extended: call.wrapUpExtended,
});

type Finishing = Readonly<{ call: KeptCall; input: FinishCallInput }>;

/** Whoever was kept from other work by the after-call work of this call is free when it is done. */
async function freeWhoIsDone(tx: Tx, ctx: StaffContext, { call, input }: Finishing): Promise<void> {
  if (!input.done || call.agentId === null || !isWrappingUp(stateOf(call), ctx.now())) return;
  await freeAgent(tx, ctx, call.agentId);
}

/** Its first end counts: a note that is corrected later adds nothing to after-call work. */
function ended(ctx: StaffContext, call: KeptCall) {
  if (call.wrapUpEndedAt || !call.wrapUpUntil) return {};
  return { wrapUpEndedAt: ctx.now(), wrapUpSeconds: wrapUpSeconds(stateOf(call), ctx.now()) };
}

/** A call is seen by whoever sees its ticket; one that is on none yet, by everybody who works here. */
async function visibleCall(tx: Tx, ctx: StaffContext, id: string): Promise<KeptCall | null> {
  const call = await findCall(tx, ctx, id);
  if (!call || !may(ctx.actor, 'ticket.reply')) return null;
  if (call.ticketId === null) return call;
  const ticket = await findTicketForCall(tx, ctx, call.ticketId);
  return ticket && mayOnTicket(ctx.actor, 'ticket.note', ticket) ? call : null;
}

async function isHere(
  tx: Tx,
  ctx: StaffContext,
  { dispositionId, ticketId }: FinishCallInput,
): Promise<boolean> {
  const { workspaceId } = ctx;
  if (ticketId) {
    const ticket = await findTicketForCall(tx, ctx, ticketId);
    if (!ticket || !mayOnTicket(ctx.actor, 'ticket.note', ticket)) return false;
  }
  if (!dispositionId) return true;
  return (await tx.callDisposition.count({ where: { workspaceId, id: dispositionId } })) > 0;
}

async function tell(
  tx: Tx,
  ctx: StaffContext,
  { callId, ticketId }: Readonly<{ callId: string; ticketId: string | null }>,
): Promise<void> {
  await announce(tx, [callsTopic(ctx.workspaceId)]);
  const ticket = ticketId && (await findTicketForCall(tx, ctx, ticketId));
  if (ticket) await keepPhoneFacts(tx, ctx, { ticket, facts: [{ type: 'call.changed', callId }] });
}

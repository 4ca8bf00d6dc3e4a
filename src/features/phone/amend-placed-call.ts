import { type CallCompletion, wasAnswered } from '@/domain/phone/call';
import { amendCallOnTicket } from '@/features/tickets/commands/place-call';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { callSentence, directionOf } from './call-message';
import type { KeptCall } from './call-rows';
import { localeOf, subjectOfCall } from './place-call';
import { settleEndedCall } from './place-ended-call';
import type { PhoneSettings } from './settings';

type Amending = Readonly<{ before: KeptCall; call: KeptCall; settings: PhoneSettings }>;
type Placed = KeptCall & Readonly<{ completion: CallCompletion; messageId: string; ticketId: string }>;

/**
 * What was told of a call only after it stood on its ticket is put right there, so that it ends as if all had come in order:
 * the words that stand for it, what the ticket is called and whose it is where the call began it, that it was an answer, and
 * the callback that was asked for or made. False when nothing that shows has changed.
 */
export async function amendPlacedCall(
  tx: Tx,
  ctx: SystemContext,
  { before, call }: Amending,
): Promise<boolean> {
  if (!isPlaced(before) || !isPlaced(call) || looksTheSame(before, call)) return false;
  const [locale, customerName] = [await localeOf(tx, ctx), await nameOf(tx, ctx, call.customerId)];
  const subjectOf = ({ direction, completion }: Placed) =>
    subjectOfCall({ direction, completion, number: numberOf(call) }, { customerName, locale });
  const { id: callId, ticketId, messageId, direction, completion, talkSeconds, startedAt, agentId } = call;
  await amendCallOnTicket(tx, ctx, {
    ...{ callId, ticketId, messageId, startedAt, agentId },
    text: await callSentence({ direction, completion, talkSeconds, locale }),
    direction: directionOf(direction, completion),
    isNowAnswered: wasAnswered(completion) && !wasAnswered(before.completion),
    named: { from: await subjectOf(before), to: await subjectOf(call) },
    taken: { from: takerOf(before), to: takerOf(call) },
  });
  if (before.completion !== completion) await settleEndedCall(tx, ctx, { call, before });
  return true;
}

const takerOf = ({ completion, agentId }: Placed) => (wasAnswered(completion) ? agentId : null);

const isPlaced = (call: KeptCall): call is Placed =>
  call.status === 'ended' && call.completion !== null && call.messageId !== null && call.ticketId !== null;

const looksTheSame = (before: Placed, call: Placed): boolean =>
  before.completion === call.completion &&
  before.talkSeconds === call.talkSeconds &&
  before.agentId === call.agentId &&
  before.startedAt.getTime() === call.startedAt.getTime();

const numberOf = ({ direction, fromNumber, toNumber }: KeptCall): string =>
  direction === 'outbound' ? toNumber : fromNumber;

async function nameOf(tx: Tx, { workspaceId }: SystemContext, id: string | null): Promise<string> {
  const customer =
    id && (await tx.customer.findFirst({ where: { workspaceId, id }, select: { displayName: true } }));
  return customer ? customer.displayName : '';
}

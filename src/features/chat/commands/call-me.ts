import type { CallMe, CallPromised } from '@/domain/chat/protocol';
import { fail, ok, type Problem, type Result } from '@/domain/shared/result';
import { customerOfVisitor } from '@/features/chat/customer-of-visitor';
import { holdVisitorBack } from '@/features/chat/hold-back';
import { type Chat, saveChat } from '@/features/chat/store';
import { type ChatVisitor, chatOfVisitor, type VisitorContext } from '@/features/chat/visitor';
import { requestCallbackIn } from '@/features/phone/commands/request-callback';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Asked = Readonly<{ visitor: ChatVisitor; call: CallMe }>;

/**
 * The visitor wants to be called: we owe a call on the chat's ticket, and the chat shows when and by which word both sides
 * know each other. Once per `clientId`.
 */
export function promiseCall(
  ctx: VisitorContext,
  { visitor, call }: Asked,
): Promise<Result<CallPromised, Problem>> {
  if (!ctx.account.settings.callMe) return Promise.resolve(fail({ code: 'not_found' }));
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const chat = await chatOfVisitor(tx, ctx, visitor);
    if (!chat) return fail({ code: 'not_found' });
    if (await holdBack(tx, ctx, { chat, visitor, call })) return fail({ code: 'chat.blocked' });
    const asked = await askFor(tx, ctx, { chat, visitor, call });
    if (!asked.ok) return asked;
    const { ticketId, codeWord, windowStart, windowEnd } = asked.value;
    const promised = {
      phone: call.phone,
      from: windowStart.toISOString(),
      to: windowEnd.toISOString(),
      code: codeWord,
    };
    const isNew = await keepPromise(tx, ctx, { sessionId: chat.id, promised });
    const line = { kind: 'call_promised', personId: null, detail: call.phone } as const;
    await tx.chatVisitor.updateMany({ where: { workspaceId, id: visitor.id }, data: { phone: call.phone } });
    await saveChat(tx, ctx, {
      before: chat,
      after: { ...chat, ticketId },
      entries: isNew ? [{ type: 'line', line, personName: null }] : [],
      watchedBy: [],
    });
    return ok(promised);
  });
}

type Request = Asked & Readonly<{ chat: Chat }>;

function holdBack(tx: Tx, ctx: VisitorContext, { chat, visitor, call }: Request): Promise<boolean> {
  return holdVisitorBack(tx, ctx, {
    visitor: { ...visitor, phone: call.phone },
    key: `call-me:${chat.id}/${call.clientId}`,
    thread: `chat:${chat.id}`,
    text: [call.phone, call.note].filter(Boolean).join('\n'),
    ticketId: chat.ticketId,
    language: chat.locale,
  });
}

async function askFor(tx: Tx, ctx: VisitorContext, { chat, visitor, call }: Request) {
  const window = call.from && call.to ? { start: new Date(call.from), end: new Date(call.to) } : null;
  const customerId = chat.ticketId ? null : await customerIdOf(tx, ctx, { visitor, locale: chat.locale });
  return requestCallbackIn(tx, ctx, {
    ticketId: chat.ticketId,
    customerId,
    number: call.phone,
    window,
    note: call.note,
    language: chat.locale,
    timeZone: await zoneOf(tx, ctx, visitor),
    source: 'chat',
    uniqueKey: `chat:${chat.id}:${call.clientId}`,
  });
}

type Nameless = Readonly<{ visitor: ChatVisitor; locale: string }>;

async function customerIdOf(tx: Tx, ctx: VisitorContext, { visitor, locale }: Nameless): Promise<string> {
  if (visitor.customerId) return visitor.customerId;
  const verified = visitor.verifiedAt !== null;
  const { id } = await customerOfVisitor(tx, ctx, { ...visitor, verified, locale });
  await tx.chatVisitor.updateMany({
    where: { workspaceId: ctx.workspaceId, id: visitor.id },
    data: { customerId: id },
  });
  return id;
}

async function zoneOf(tx: Tx, { workspaceId }: VisitorContext, { id }: ChatVisitor): Promise<string | null> {
  const row = await tx.chatVisitor.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { timeZone: true },
  });
  return row?.timeZone ?? null;
}

type Promised = Readonly<{ sessionId: string; promised: CallPromised }>;

/** False when the chat shows this very promise already. */
async function keepPromise(
  tx: Tx,
  { workspaceId }: VisitorContext,
  { sessionId, promised }: Promised,
): Promise<boolean> {
  const where = { workspaceId_id: { workspaceId, id: sessionId } };
  const row = await tx.chatSession.findUniqueOrThrow({ where, select: { call: true } });
  const before = row.call as CallPromised | null;
  if (before?.code === promised.code) return false;
  await tx.chatSession.update({ where, data: { call: promised } });
  return true;
}

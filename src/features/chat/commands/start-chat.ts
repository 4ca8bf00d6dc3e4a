import type { ProvenVisitor } from '@/domain/chat/identity';
import type { StartChat } from '@/domain/chat/protocol';
import { missingFields, wordsIn } from '@/domain/chat/settings';
import { fail, ok, type Result } from '@/domain/shared/result';
import { customerOfVisitor } from '@/features/chat/customer-of-visitor';
import { verifiedIdentity } from '@/features/chat/identity-secrets';
import { lockTalk } from '@/features/chat/store';
import { type ChatVisitor, type VisitorContext, visitorExpiry, visitorOf } from '@/features/chat/visitor';
import { tokenFor, tokenHashOf } from '@/features/chat/visitor-token';
import { sayAsVisitor } from '@/features/chat/visitor-words';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Asked = StartChat & Readonly<{ userAgent: string; bearer: string | null }>;
type Begun = Readonly<{ token: string; sessionId: string }>;
type Refused = Readonly<{
  code: 'input.invalid' | 'token.invalid' | 'forbidden' | 'chat.ended' | 'chat.blocked';
}>;

/**
 * Begins a chat, for a browser that is new here or one that has a token already. A chat of theirs that has not ended goes
 * on instead. The same `clientId` gives the same chat and the same token.
 */
export async function startChat(ctx: VisitorContext, asked: Asked): Promise<Result<Begun, Refused>> {
  const proof = asked.identity ? verifiedIdentity(ctx.account, asked.identity, ctx.now()) : null;
  if (proof && !proof.ok) return fail({ code: 'token.invalid' });
  const proven = proof?.value ?? null;
  return transaction(ctx, async (tx) => {
    const known = await knownVisitor(tx, ctx, { asked, proven });
    if (!known && missesFields(ctx, asked, proven)) return fail({ code: 'input.invalid' });
    const { token, visitor } = known ?? (await newVisitor(tx, ctx, { asked, proven }));
    const isProven = proven !== null || visitor.verifiedAt !== null;
    if (ctx.account.verifiedOnly && !isProven) return fail({ code: 'forbidden' });
    const sessionId = await openSession(tx, ctx, { visitor, asked });
    const said = await firstWords(tx, ctx, { visitor, asked, sessionId });
    return said.ok ? ok({ token, sessionId }) : said;
  });
}

function missesFields({ account }: VisitorContext, asked: Asked, proven: ProvenVisitor | null): boolean {
  const given = {
    ...asked.answers,
    name: proven?.name ?? asked.name,
    email: proven?.email ?? asked.email,
    phone: asked.phone,
  };
  return missingFields(account.settings.fields, given).length > 0;
}

type Recognised = Readonly<{ token: string; visitor: ChatVisitor }>;

/** Who has the token of this request, or got one by the same request before; null for somebody new. */
async function knownVisitor(tx: Tx, ctx: VisitorContext, { asked, proven }: New): Promise<Recognised | null> {
  const known = asked.bearer ? await visitorOf(tx, ctx, asked.bearer) : null;
  if (known && asked.bearer && !isSomebodyElse(known, proven)) return { token: asked.bearer, visitor: known };
  const token = tokenFor(ctx.account.id, asked.clientId);
  const visitor = await visitorOf(tx, ctx, token);
  return visitor && { token, visitor };
}

/** Browsers are shared: the token in one may be of whoever was signed in before. */
const isSomebodyElse = ({ externalId }: ChatVisitor, proven: ProvenVisitor | null): boolean =>
  proven !== null && externalId !== null && externalId !== proven.userId;

type First = Session & Readonly<{ sessionId: string }>;

async function firstWords(
  tx: Tx,
  ctx: VisitorContext,
  { visitor, asked: { message }, sessionId }: First,
): Promise<Result<unknown, Refused>> {
  if (!message) return ok(null);
  const talk = await lockTalk(tx, ctx, { id: sessionId, clientId: message.clientId });
  return talk ? sayAsVisitor(tx, ctx, { talk, visitor, message }) : fail({ code: 'input.invalid' });
}

type New = Readonly<{ asked: Asked; proven: ProvenVisitor | null }>;

async function newVisitor(tx: Tx, ctx: VisitorContext, { asked, proven }: New): Promise<Recognised> {
  const at = ctx.now();
  const token = tokenFor(ctx.account.id, asked.clientId);
  const unknown = {
    id: ctx.newId(),
    externalId: proven?.userId ?? null,
    verifiedAt: proven ? at : null,
    name: proven?.name ?? asked.name ?? '',
    email: proven?.email ?? asked.email ?? null,
    phone: asked.phone ?? null,
  };
  const visitor = { ...unknown, customerId: await provenCustomer(tx, ctx, { asked, proven, unknown }) };
  const { workspaceId, account } = ctx;
  await tx.chatVisitor.create({
    data: {
      ...visitor,
      workspaceId,
      channelAccountId: account.id,
      tokenHash: tokenHashOf(token),
      locale: asked.language,
      timeZone: asked.timeZone,
      lastSeenAt: at,
      expiresAt: visitorExpiry(at),
      createdAt: at,
    },
  });
  return { token, visitor: { ...visitor, sessionId: null } };
}

type Proving = New & Readonly<{ unknown: Omit<ChatVisitor, 'customerId' | 'sessionId'> }>;

/** Whom the host page names. Who proves nothing is nobody's customer before they speak. */
async function provenCustomer(
  tx: Tx,
  ctx: VisitorContext,
  { asked, proven, unknown }: Proving,
): Promise<string | null> {
  if (!proven) return null;
  const mailProven = proven.email !== null;
  const person = { ...unknown, verified: true, mailProven, locale: asked.language };
  return (await customerOfVisitor(tx, ctx, person)).id;
}

type Session = Readonly<{ visitor: ChatVisitor; asked: Asked }>;

/** The chat of this request, or the one that goes on; two requests of one visitor at once make one. */
async function openSession(tx: Tx, ctx: VisitorContext, { visitor, asked }: Session): Promise<string> {
  const { workspaceId, account } = ctx;
  await tx.$queryRaw`select 1 from "ChatVisitor" where "workspaceId" = ${workspaceId}::uuid and id = ${visitor.id}::uuid for update`;
  // The browser's id is unique for the browser only. Chats from before they were told apart have it as it came.
  const clientId = `${visitor.id}/${asked.clientId}`;
  const going = await tx.chatSession.findFirst({
    where: {
      workspaceId,
      visitorId: visitor.id,
      OR: [{ clientId: { in: [clientId, asked.clientId] } }, { state: { not: 'ended' } }],
    },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  });
  if (going) return going.id;
  const at = ctx.now();
  const id = ctx.newId();
  await tx.chatSession.create({
    data: {
      workspaceId,
      id,
      channelAccountId: account.id,
      visitorId: visitor.id,
      clientId,
      locale: asked.language,
      pageUrl: asked.page.url,
      pageTitle: asked.page.title,
      referrer: asked.page.referrer,
      userAgent: asked.userAgent.slice(0, 500),
      answers: { ...asked.answers },
      openedBy: proactiveText(ctx, asked),
      createdAt: at,
      lastMessageAt: at,
      visitorSeenAt: at,
    },
  });
  return id;
}

/** The words that the visitor answered, as the account has them. */
function proactiveText({ account }: VisitorContext, { proactiveId, language }: Asked): string | null {
  const rule = account.settings.proactive.find(({ id }) => id === proactiveId);
  return rule ? wordsIn(rule.text, language, account.settings.defaultLanguage) : null;
}

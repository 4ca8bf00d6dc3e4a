import { timingSafeEqual } from 'node:crypto';
import { isSignInOpen, signInCode } from '@/domain/portal/sign-in';
import { fail, ok, type Result } from '@/domain/shared/result';
import { customerByEmail } from '@/features/customers/commands/customer-by-email';
import { identifyVisit } from '@/features/knowledge/commands/link-visit';
import type { CodeInput, LinkInput } from '@/features/portal/inputs';
import { forgive, spend } from '@/server/auth/limits';
import { hashOf } from '@/server/crypto/keys';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { openCustomerSession } from '@/server/portal/customer-session';
import type { PortalVisitor } from '@/server/portal/portal-page';
import { codeHashOf } from './ask-sign-in';

type SignedIn = Readonly<{ customerToken: string; goTo: string }>;
type Refused = Readonly<{ code: 'portal.code_wrong' | 'token.invalid' | 'rate.limited' }>;

/** Signs in with the mailed code. Tries are counted before the code is looked at, so that parallel guesses count as well. */
export async function signInByCode(
  visitor: PortalVisitor,
  { signInId, code }: CodeInput,
): Promise<Result<SignedIn, Refused>> {
  const { ctx } = visitor;
  if ((await spend('token-address', ctx.ip ?? '')) > 0) return fail({ code: 'rate.limited' });
  const digits = signInCode(code);
  if (!digits) return fail({ code: 'portal.code_wrong' });
  const { workspaceId } = ctx;
  const wish = await ctx.db.portalSignIn.findUnique({
    where: { workspaceId_id: { workspaceId, id: signInId } },
  });
  if (!wish || wish.forCustomerId || !isSignInOpen(wish, ctx.now())) return fail({ code: 'token.invalid' });
  // However many codes are asked for: six digits are found in the end by who may go on for ever.
  const account = `${workspaceId} ${wish.email}`;
  if ((await spend('portal-code', account)) > 0) return fail({ code: 'rate.limited' });
  const counted = await ctx.db.portalSignIn.updateMany({
    where: { workspaceId, id: signInId, attempts: wish.attempts, usedAt: null },
    data: { attempts: { increment: 1 } },
  });
  if (counted.count === 0 || !isSame(wish.codeHash, codeHashOf(signInId, digits))) {
    return fail({ code: 'portal.code_wrong' });
  }
  await forgive('portal-code', account);
  return enter(visitor, wish);
}

/** Signs in with the mailed link: called for what a person sent, never for what only opened the address. */
export async function signInByLink(
  visitor: PortalVisitor,
  { token }: LinkInput,
): Promise<Result<SignedIn, Refused>> {
  const { ctx } = visitor;
  if ((await spend('token-address', ctx.ip ?? '')) > 0) return fail({ code: 'rate.limited' });
  const wish = await ctx.db.portalSignIn.findUnique({
    where: { workspaceId: ctx.workspaceId, linkHash: hashOf(token) },
  });
  if (!wish || wish.forCustomerId || wish.codeHash === '' || !isSignInOpen(wish, ctx.now()))
    return fail({ code: 'token.invalid' });
  return enter(visitor, wish);
}

type Wish = Readonly<{ id: string; email: string; locale: string; goTo: string }>;

/** Uses the wish up, once, and opens a session for the customer of its address: whoever reads its mail owns it. */
function enter(visitor: PortalVisitor, wish: Wish): Promise<Result<SignedIn, Refused>> {
  const { ctx, href, userAgent } = visitor;
  const { workspaceId } = ctx;
  const at = ctx.now();
  return transaction(ctx, async (tx) => {
    const used = await tx.portalSignIn.updateMany({
      where: { workspaceId, id: wish.id, usedAt: null },
      data: { usedAt: at },
    });
    if (used.count === 0) return fail({ code: 'token.invalid' });
    const customerId = await customerOf(tx, visitor, wish);
    await identifyVisit(tx, ctx, { visit: visitor.visit, customerId });
    const customerToken = await openCustomerSession(tx, {
      workspaceId,
      id: ctx.newId(),
      customerId,
      at,
      ip: ctx.ip ?? '',
      userAgent,
    });
    return ok({ customerToken, goTo: href(wish.goTo) });
  });
}

async function customerOf(tx: Tx, { ctx }: PortalVisitor, { email, locale }: Wish): Promise<string> {
  return (await customerByEmail(tx, ctx, { email, name: '', locale })).id;
}

const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

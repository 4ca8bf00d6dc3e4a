import { timingSafeEqual } from 'node:crypto';
import { isSignInOpen, signInCode } from '@/domain/portal/sign-in';
import { fail, ok, type Result } from '@/domain/shared/result';
import { keepIdentity, makePrimary } from '@/features/customers/commands/add-identity';
import { mergeSure } from '@/features/customers/commands/merge-sure';
import type { CodeInput, IdentityInput, NewAddressInput } from '@/features/portal/inputs';
import type { ActingCustomer } from '@/server/actions/portal-action';
import { spend } from '@/server/auth/limits';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import type { CustomerContext } from '@/server/portal/portal-page';
import { codeHashOf, mailAddressCode } from './ask-sign-in';

type GoTo = Readonly<{ goTo: string }>;
type Refused = Readonly<{
  code:
    | 'not_found'
    | 'rate.limited'
    | 'portal.code_wrong'
    | 'token.invalid'
    | 'address.taken'
    | 'address.last';
}>;
type Done = Promise<Result<GoTo, Refused>>;

/** Mails a code to an address that a customer wants to add: who reads mail there can type it. */
export async function askAddress(who: ActingCustomer, { email }: NewAddressInput): Done {
  const { ctx, href, sessionId } = who;
  if (sessionId === null) return fail({ code: 'not_found' });
  const waits = [
    await spend('portal-own-address', `${ctx.workspaceId} ${ctx.actor.id}`),
    await spend('portal-account', `${ctx.workspaceId} ${email}`),
  ];
  if (waits.some((seconds) => seconds > 0)) return fail({ code: 'rate.limited' });
  const id = ctx.newId();
  await mailAddressCode(who, { id, email });
  return ok({ goTo: href(`/profile/address/${id}`) });
}

/**
 * Adds the address that the mailed code proves. An address that another record of ours has is the same person's: both become
 * one, unless somebody has said that they are two, or that one is blocked. Tries count before the code is looked at.
 */
export async function proveAddress(who: ActingCustomer, { signInId, code }: CodeInput): Done {
  const { ctx, href, sessionId } = who;
  const { workspaceId, actor } = ctx;
  if (sessionId === null) return fail({ code: 'not_found' });
  if ((await spend('token-address', ctx.ip ?? '')) > 0) return fail({ code: 'rate.limited' });
  const digits = signInCode(code);
  if (!digits) return fail({ code: 'portal.code_wrong' });
  const wish = await ctx.db.portalSignIn.findFirst({
    where: { workspaceId, id: signInId, forCustomerId: actor.id },
  });
  if (!wish || !isSignInOpen(wish, ctx.now())) return fail({ code: 'token.invalid' });
  if ((await spend('portal-code', `${workspaceId} ${wish.email}`)) > 0) return fail({ code: 'rate.limited' });
  const counted = await ctx.db.portalSignIn.updateMany({
    where: { workspaceId, id: signInId, attempts: wish.attempts, usedAt: null },
    data: { attempts: { increment: 1 } },
  });
  const right = codeHashOf(signInId, digits);
  const same = wish.codeHash.length === right.length;
  if (counted.count === 0 || !same || !timingSafeEqual(Buffer.from(wish.codeHash), Buffer.from(right)))
    return fail({ code: 'portal.code_wrong' });
  return transaction(ctx, async (tx) => {
    const used = await tx.portalSignIn.updateMany({
      where: { workspaceId, id: signInId, usedAt: null },
      data: { usedAt: ctx.now() },
    });
    if (used.count === 0) return fail({ code: 'token.invalid' });
    if (!(await keep(tx, ctx, wish.email))) return fail({ code: 'address.taken' });
    return ok({ goTo: href('/profile?saved=address') });
  });
}

async function keep(tx: Tx, ctx: CustomerContext, email: string): Promise<boolean> {
  const { workspaceId, actor } = ctx;
  const holder = await tx.customerIdentity.findUnique({
    where: { workspaceId_kind_value: { workspaceId, kind: 'email', value: email } },
    select: { customer: { select: { ...NAMED, blockedAt: true } } },
  });
  if (holder && holder.customer.id !== actor.id) {
    const me = await tx.customer.findUnique({
      where: { workspaceId_id: { workspaceId, id: actor.id } },
      select: NAMED,
    });
    if (!me || holder.customer.blockedAt) return false;
    return (await mergeSure(tx, ctx, { holders: [me, holder.customer], reason: 'proved_email' })) !== null;
  }
  const given = { customerId: actor.id, kind: 'email' as const, value: email, preferred: false };
  return (await keepIdentity(tx, ctx, given)).ok;
}

const NAMED = { id: true, displayName: true, locale: true } as const;

/** Mails go to this address of theirs from now on. */
export function preferAddress({ ctx, href, sessionId }: ActingCustomer, { identityId }: IdentityInput): Done {
  return transaction(ctx, async (tx) => {
    const own = sessionId === null ? null : await ownAddress(tx, ctx, identityId);
    if (!own) return fail({ code: 'not_found' });
    await makePrimary(tx, ctx, { customerId: ctx.actor.id, kind: 'email', identityId });
    return ok({ goTo: href('/profile?saved=address') });
  });
}

/** Takes an address away; one to which mail goes has to remain. Messages of the past keep it, other browsers sign in anew. */
export function dropAddress({ ctx, href, sessionId }: ActingCustomer, { identityId }: IdentityInput): Done {
  const { workspaceId, actor } = ctx;
  return transaction(ctx, async (tx) => {
    const own = sessionId === null ? null : await ownAddress(tx, ctx, identityId);
    if (!own) return fail({ code: 'not_found' });
    const next = await tx.customerIdentity.findFirst({
      where: { workspaceId, customerId: actor.id, kind: 'email', id: { not: identityId } },
      orderBy: [{ primary: 'desc' }, { createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true },
    });
    if (!next) return fail({ code: 'address.last' });
    await tx.customerIdentity.deleteMany({ where: { workspaceId, id: identityId } });
    await shutOthers(tx, ctx, sessionId);
    if (own.primary) await makePrimary(tx, ctx, { customerId: actor.id, kind: 'email', identityId: next.id });
    return ok({ goTo: href('/profile?saved=address') });
  });
}

/** Whoever came in by an address that is theirs no longer is out; this browser stays. */
async function shutOthers(tx: Tx, { workspaceId, actor, now }: CustomerContext, own: string | null) {
  const customerId = actor.id;
  await tx.customerSession.updateMany({
    where: { workspaceId, customerId, revokedAt: null, ...(own && { id: { not: own } }) },
    data: { revokedAt: now() },
  });
  await tx.guestLink.deleteMany({ where: { workspaceId, customerId, revokedAt: null } });
}

const ownAddress = (tx: Tx, { workspaceId, actor }: CustomerContext, id: string) =>
  tx.customerIdentity.findFirst({
    where: { workspaceId, id, customerId: actor.id, kind: 'email' },
    select: { primary: true },
  });

import { randomInt } from 'node:crypto';
import { pageToGoTo, SIGN_IN_MINUTES } from '@/domain/portal/sign-in';
import { fail, ok, type Result } from '@/domain/shared/result';
import { queueSystemMail } from '@/features/delivery/commands/queue-system-mail';
import type { AskSignInInput } from '@/features/portal/inputs';
import { translator } from '@/i18n/translator';
import type { ActingCustomer } from '@/server/actions/portal-action';
import { spend } from '@/server/auth/limits';
import { hashOf, newSecret, shortMac } from '@/server/crypto/keys';
import { transaction } from '@/server/db/transaction';
import { writeLetter } from '@/server/mail/letter';
import type { PortalVisitor } from '@/server/portal/portal-page';
import { portalUrl } from '@/server/portal/portal-url';

/** All answers take at least this long, so that their time tells nobody which addresses are known. */
const LEAST_MILLISECONDS = 400;

/**
 * Mails a link and a code with which the owner of this address signs in, and leads to where the code is typed. The answer is
 * the same when nobody of this address may come in, and when it was asked for too often.
 */
export async function askSignIn(
  visitor: PortalVisitor,
  { email, next }: AskSignInInput,
): Promise<Result<Readonly<{ goTo: string }>, Readonly<{ code: 'rate.limited' | 'not_found' }>>> {
  const { workspace, href, ctx } = visitor;
  if (workspace.signIn === 'nobody') return fail({ code: 'not_found' });
  if ((await spend('portal-address', ctx.ip ?? '')) > 0) return fail({ code: 'rate.limited' });
  const id = ctx.newId();
  await Promise.all([mailSignIn(visitor, { id, email, goTo: pageToGoTo(next) }), pause(LEAST_MILLISECONDS)]);
  return ok({ goTo: href(`/sign-in/${id}`) });
}

type Wish = Readonly<{ id: string; email: string; goTo: string }>;

async function mailSignIn(visitor: PortalVisitor, { id, email, goTo }: Wish): Promise<void> {
  const { ctx, locale } = visitor;
  const { workspaceId } = ctx;
  const mayCome =
    (await mayComeIn(visitor, email)) && (await spend('portal-account', `${workspaceId} ${email}`)) === 0;
  const token = newSecret();
  const code = newCode();
  // Who may not come in has a wish as well, which no code opens.
  const codeHash = mayCome ? codeHashOf(id, code) : '';
  await transaction(ctx, async (tx) => {
    await tx.portalSignIn.create({ data: rowOf({ ctx, locale }, { id, email, token, codeHash, goTo }) });
    if (!mayCome) return;
    const { subject, ...letter } = await signInLetter(visitor, { token, code });
    const to = { address: email, name: null };
    await queueSystemMail(tx, ctx, { kind: 'sign_in', to, subject, ...letter });
  });
}

/** The keyed hash of a code, which means nothing beside another wish or under another secret. */
export const codeHashOf = (signInId: string, code: string): string =>
  shortMac('portal-code', `${signInId}/${code}`, 32);

async function mayComeIn({ ctx, workspace }: PortalVisitor, email: string): Promise<boolean> {
  if (workspace.signIn === 'everybody') return true;
  const { workspaceId, db } = ctx;
  const known = await db.customerIdentity.findUnique({
    where: { workspaceId_kind_value: { workspaceId, kind: 'email', value: email } },
    select: { id: true },
  });
  return known !== null;
}

/** Mails a code that proves this address to be the customer's, who is signed in. It signs nobody in. */
export async function mailAddressCode(
  { ctx, workspace, locale }: Pick<ActingCustomer, 'ctx' | 'workspace' | 'locale'>,
  { id, email }: Readonly<{ id: string; email: string }>,
): Promise<void> {
  const code = newCode();
  const page = portalUrl(workspace, locale, `/profile/address/${id}`);
  const t = await translator(locale, 'portal');
  const { subject, ...letter } = {
    ...writeLetter({
      greeting: t('signInMail.greeting'),
      paragraphs: [
        t('addressMail.asked', { name: workspace.name, customer: harmless(ctx.actor.name) }),
        t('signInMail.code', { code }),
      ],
      link: { label: t('addressMail.open'), address: page },
      footer: [t('signInMail.expires', { minutes: SIGN_IN_MINUTES }), t('signInMail.unexpected')],
      locale,
    }),
    subject: t('addressMail.subject', { code, name: workspace.name }),
  };
  await transaction(ctx, async (tx) => {
    // The secret of its link is nobody's: only the code opens it.
    const wish = { id, email, token: newSecret(), codeHash: codeHashOf(id, code), goTo: '' };
    await tx.portalSignIn.create({ data: { ...rowOf({ ctx, locale }, wish), forCustomerId: ctx.actor.id } });
    await queueSystemMail(tx, ctx, {
      kind: 'sign_in',
      to: { address: email, name: null },
      subject,
      ...letter,
    });
  });
}

/** A name as it may stand in a mail to somebody else: customers choose it, and it must carry neither links nor messages. */
const harmless = (name: string): string =>
  name
    .replace(/[^\p{L}\p{M}' -]+/gu, ' ')
    .trim()
    .slice(0, 60);

const newCode = () => String(randomInt(1_000_000)).padStart(6, '0');

type Row = Readonly<{ id: string; email: string; token: string; codeHash: string; goTo: string }>;

type Asking = Readonly<{ ctx: Pick<PortalVisitor['ctx'], 'workspaceId' | 'now'>; locale: string }>;

function rowOf({ ctx, locale }: Asking, { token, ...wish }: Row) {
  const at = ctx.now();
  return {
    workspaceId: ctx.workspaceId,
    ...wish,
    locale,
    linkHash: hashOf(token),
    createdAt: at,
    expiresAt: new Date(at.getTime() + SIGN_IN_MINUTES * 60_000),
  };
}

async function signInLetter(
  { workspace, locale }: PortalVisitor,
  { token, code }: Readonly<{ token: string; code: string }>,
) {
  const t = await translator(locale, 'portal');
  const letter = writeLetter({
    greeting: t('signInMail.greeting'),
    paragraphs: [t('signInMail.asked', { name: workspace.name }), t('signInMail.code', { code })],
    link: { label: t('signInMail.open'), address: portalUrl(workspace, locale, `/sign-in/link/${token}`) },
    footer: [t('signInMail.expires', { minutes: SIGN_IN_MINUTES }), t('signInMail.unexpected')],
    locale,
  });
  return { ...letter, subject: t('signInMail.subject', { code, name: workspace.name }) };
}

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

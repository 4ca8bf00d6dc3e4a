import { pageToGoTo, SIGN_IN_MINUTES } from '@/domain/portal/sign-in';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import { hashOf, newSecret } from '@/server/crypto/keys';
import { transaction } from '@/server/db/transaction';
import { findPortal } from '@/server/portal/portal';
import { portalUrl } from '@/server/portal/portal-url';
import { codeHashOf } from './ask-sign-in';

type Wanted = Readonly<{ customerId: string; locale: Locale; goTo?: string | undefined }>;
type Made = Readonly<{ address: string; expiresAt: string }>;

/**
 * A link that signs this customer in, for programs that know already who they are. It works once and soon ends, and who had
 * it made is written down. Fails for customers without a mail address and where nobody may sign in.
 */
export async function makeSignInLink(
  ctx: StaffContext,
  { customerId, locale, goTo = '' }: Wanted,
): Promise<Result<Made, Readonly<{ code: 'not_found' | 'ticket.no_address' }>>> {
  const { db, workspaceId } = ctx;
  const [customer, workspace] = await Promise.all([
    db.customer.findUnique({
      where: { workspaceId_id: { workspaceId, id: customerId }, mergedIntoId: null },
      select: {
        displayName: true,
        identities: {
          where: { kind: 'email' },
          orderBy: [{ primary: 'desc' }, { createdAt: 'asc' }],
          take: 1,
          select: { value: true },
        },
      },
    }),
    db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { slug: true } }),
  ]);
  const portal = await findPortal(db, workspace.slug);
  if (!customer || !portal?.enabled || portal.signIn === 'nobody') return fail({ code: 'not_found' });
  const email = customer.identities[0]?.value;
  if (!email) return fail({ code: 'ticket.no_address' });
  const [id, token, at] = [ctx.newId(), newSecret(), ctx.now()];
  const expiresAt = new Date(at.getTime() + SIGN_IN_MINUTES * 60_000);
  const spoken = portal.locales.includes(locale) ? locale : portal.locales[0];
  return transaction(ctx, async (tx) => {
    await tx.portalSignIn.create({
      data: {
        workspaceId,
        id,
        email,
        locale: spoken,
        linkHash: hashOf(token),
        // No code was mailed: nobody can type one.
        codeHash: codeHashOf(id, newSecret()),
        goTo: pageToGoTo(goTo),
        createdAt: at,
        expiresAt,
      },
    });
    await recordAudit(tx, ctx, {
      action: 'portal.link_made',
      target: customer.displayName,
      data: { customerId },
    });
    const address = portalUrl(portal, spoken, `/sign-in/link/${token}`);
    return ok({ address, expiresAt: expiresAt.toISOString() });
  });
}

import { fail, ok, type Result } from '@/domain/shared/result';
import { askedSurvey } from '@/features/surveys/asked-survey';
import type { OptOutForm } from '@/features/surveys/inputs';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import type { World } from '@/server/world';

type Wish = Readonly<{ token: string; source: 'link' | 'mail' }>;

/** A customer wants to be asked no more: nothing that is planned leaves, and nothing reminds. Doing it again changes nothing. */
export function optOut(
  world: World,
  { token, source }: Wish,
): Promise<Result<null, Readonly<{ code: 'token.invalid' }>>> {
  return transaction(world, async (tx) => {
    const asked = await askedSurvey(tx, { token, now: world.now() });
    if (!asked) return fail({ code: 'token.invalid' });
    const { workspaceId, customerId } = asked;
    if (customerId) await keepOptOut(tx, { workspaceId, customerId, source, at: world.now() });
    return ok(null);
  });
}

type OptOut = Readonly<{
  workspaceId: string;
  customerId: string;
  source: 'link' | 'mail' | 'staff' | 'portal';
  at: Date;
}>;

/** The same, in the caller's transaction. */
export async function keepOptOut(tx: Tx, { workspaceId, customerId, source, at }: OptOut): Promise<void> {
  await tx.surveyOptOut.createMany({ data: [{ workspaceId, customerId, source, at }], skipDuplicates: true });
  await tx.surveyInvite.updateMany({
    where: { workspaceId, customerId, state: 'waiting' },
    data: { state: 'skipped', reason: 'opted_out' },
  });
  await tx.surveyInvite.updateMany({
    where: { workspaceId, customerId, state: 'sent', remindAt: { not: null } },
    data: { remindAt: null },
  });
}

/** The same from the page that asks once more before it does it. */
export const optOutOnPage = (world: World, { token }: OptOutForm) => optOut(world, { token, source: 'link' });

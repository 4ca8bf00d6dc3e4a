import { ok, type Result } from '@/domain/shared/result';
import { type AskRefused, type AskWish, createInvite } from '@/features/surveys/commands/create-invite';
import type { StaffContext } from '@/server/context';
import { inviteAddress } from '@/server/crypto/survey-token';

/** Asks the customer of a ticket, by mail or by a link to pass on; gives the link. */
export async function askByHand(
  ctx: StaffContext,
  wish: AskWish,
): Promise<Result<Readonly<{ link: string }>, AskRefused>> {
  const asked = await createInvite(ctx, wish);
  return asked.ok ? ok({ link: inviteAddress(asked.value.inviteId) }) : asked;
}

import { fail, ok, type Result } from '@/domain/shared/result';
import type { RequestResetInput } from '@/features/account/inputs';
import { queueSystemMail } from '@/features/delivery/commands/queue-system-mail';
import { translator } from '@/i18n/translator';
import { spend } from '@/server/auth/limits';
import type { Visitor } from '@/server/auth/visitor';
import { transaction } from '@/server/db/transaction';
import { writeLetter } from '@/server/mail/letter';
import { issueReset, type ResetLink } from './issue-reset';

/** All answers take at least this long, so that their time tells nobody which accounts exist. */
const LEAST_MILLISECONDS = 400;

/**
 * Mails a reset link when there is such an account. The answer is the same when there is none, and when this account
 * was asked for too often; only an address that asks for very many is told to wait.
 */
export async function requestReset(
  visitor: Visitor,
  { email }: RequestResetInput,
): Promise<Result<null, Readonly<{ code: 'rate.limited' }>>> {
  if ((await spend('reset-address', visitor.ip)) > 0) return fail({ code: 'rate.limited' });
  await Promise.all([mailReset(visitor, email), pause(LEAST_MILLISECONDS)]);
  return ok(null);
}

async function mailReset(visitor: Visitor, email: string): Promise<void> {
  if ((await spend('reset-account', email)) > 0) return;
  await transaction(visitor, async (tx) => {
    const membership = await tx.membership.findFirst({
      where: { user: { email }, deactivatedAt: null },
      orderBy: { createdAt: 'asc' },
      select: { workspaceId: true },
    });
    if (!membership) return;
    const reset = await issueReset(tx, visitor, email);
    if (!reset.ok) return;
    const { name, locale } = reset.value;
    const t = await translator(locale, 'auth');
    await queueSystemMail(
      tx,
      { ...visitor, ...membership },
      {
        kind: 'password_reset',
        to: { address: email, name },
        subject: t('resetMail.subject'),
        ...(await resetLetter(reset.value)),
      },
    );
  });
}

async function resetLetter({ name, link, locale }: ResetLink) {
  const t = await translator(locale, 'auth');
  return writeLetter({
    greeting: t('resetMail.greeting', { name }),
    paragraphs: [t('resetMail.asked')],
    link: { label: t('resetMail.choose'), address: link },
    footer: [t('resetMail.expires'), t('resetMail.unexpected')],
    locale,
  });
}

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

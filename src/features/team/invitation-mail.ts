import type { Role } from '@/domain/permission/actor';
import { queueSystemMail } from '@/features/delivery/commands/queue-system-mail';
import { translator } from '@/i18n/translator';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { env } from '@/server/env';
import { writeLetter } from '@/server/mail/letter';

type Invited = Readonly<{ email: string; role: Role; locale: string; token: string }>;

/** Queues the mail with the link of an invitation, in the language in which the person was invited. */
export async function queueInvitation(
  tx: Tx,
  ctx: StaffContext,
  { email, role, locale, token }: Invited,
): Promise<void> {
  const workspace = await tx.workspace.findUniqueOrThrow({
    where: { id: ctx.workspaceId },
    select: { name: true },
  });
  const [t, names] = await Promise.all([translator(locale, 'people'), translator(locale, 'common')]);
  const values = { workspace: workspace.name, inviter: ctx.actor.name, role: names(`role.${role}`) };
  const letter = writeLetter({
    greeting: t('invitationMail.greeting'),
    paragraphs: [t('invitationMail.invited', values), t('invitationMail.next')],
    link: { label: t('invitationMail.accept'), address: `${env().PUBLIC_URL}/invitation/${token}` },
    footer: [t('invitationMail.expires'), t('invitationMail.unexpected')],
    locale,
  });
  await queueSystemMail(tx, ctx, {
    kind: 'invitation',
    to: { address: email, name: null },
    subject: t('invitationMail.subject', values),
    ...letter,
  });
}

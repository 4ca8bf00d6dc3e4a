import { queueSystemMail } from '@/features/delivery/commands/queue-system-mail';
import { translator } from '@/i18n/translator';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { env } from '@/server/env';
import { writeLetter } from '@/server/mail/letter';

type News = Readonly<{
  inviteId: string;
  number: number;
  subject: string;
  dueAt: Date;
  to: readonly (string | null)[];
  /** Its time is over. */
  late: boolean;
}>;

/** Tells people of a follow-up that is theirs, or that is late, each in their language and time zone; each of them once. */
export async function mailFollowUp(tx: Tx, ctx: SystemContext, news: News): Promise<void> {
  const { inviteId, number, subject, dueAt, late } = news;
  const ids = news.to.filter((id) => id !== null);
  if (ids.length === 0) return;
  const { workspaceId } = ctx;
  const people = await tx.membership.findMany({
    where: { workspaceId, userId: { in: ids }, deactivatedAt: null, user: { disabledAt: null } },
    select: { userId: true, user: { select: { name: true, email: true, locale: true, timeZone: true } } },
  });
  const workspace = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { name: true, slug: true },
  });
  for (const { userId, user } of people) {
    const { name, email, locale, timeZone } = user;
    const t = await translator(locale, 'feedback');
    const due = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(
      dueAt,
    );
    const kind = late ? 'late' : 'new';
    const letter = writeLetter({
      greeting: t('followUp.mail.greeting', { name }),
      paragraphs: [t(`followUp.mail.${kind}`, { subject, due })],
      link: {
        label: t('followUp.mail.open'),
        address: `${env().PUBLIC_URL}/${workspace.slug}/desk/tickets/${number}`,
      },
      footer: [t('followUp.mail.why', { workspace: workspace.name })],
      locale,
    });
    await queueSystemMail(tx, ctx, {
      kind: 'notification',
      to: { address: email, name },
      subject: t(`followUp.mail.subject.${kind}`, { number: String(number), subject }),
      ...letter,
      uniqueKey: `follow-up/${inviteId}/${kind}/${userId}`,
    });
  }
}

import { recordAudit } from '@/features/audit/commands/record-audit';
import { queueSystemMail } from '@/features/delivery/commands/queue-system-mail';
import { translator } from '@/i18n/translator';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { env } from '@/server/env';
import { writeLetter } from '@/server/mail/letter';
import type { ActiveRule } from './rule-set';

const HOUR = 3_600_000;

/** Marks a rule that has reached its limit, and tells whoever runs the workspace; once an hour. */
export async function tellOfLimit(tx: Tx, ctx: SystemContext, rule: ActiveRule): Promise<void> {
  const { workspaceId } = ctx;
  const at = ctx.now();
  const hourAgo = new Date(at.getTime() - HOUR);
  const { count } = await tx.rule.updateMany({
    where: { workspaceId, id: rule.id, OR: [{ limitedAt: null }, { limitedAt: { lt: hourAgo } }] },
    data: { limitedAt: at },
  });
  if (count === 0) return;
  await recordAudit(tx, ctx, { action: 'rule.limited', target: rule.name });
  const { slug, memberships } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: {
      slug: true,
      memberships: {
        where: { deactivatedAt: null, role: { in: ['owner', 'admin'] }, user: { disabledAt: null } },
        select: { userId: true, user: { select: { name: true, email: true, locale: true } } },
      },
    },
  });
  for (const { userId, user } of memberships) {
    const t = await translator(user.locale, 'outgoing');
    const letter = writeLetter({
      greeting: t('rule.greeting', { name: user.name }),
      paragraphs: [t('rule.limited', { rule: rule.name, limit: String(rule.hourlyLimit) })],
      link: { label: t('rule.openRule'), address: `${env().PUBLIC_URL}/${slug}/admin/rules/${rule.id}` },
      footer: [t('rule.why', { rule: rule.name })],
      locale: user.locale,
    });
    await queueSystemMail(tx, ctx, {
      kind: 'notification',
      to: { address: user.email, name: user.name },
      subject: t('rule.limitedSubject', { rule: rule.name }),
      ...letter,
      uniqueKey: `rule-limit:${rule.id}:${at.getTime()}:${userId}`,
    });
  }
}

import type { Actor } from '@/domain/permission/actor';
import type { Tx } from '@/server/db/client';

/** What is audited, as facts in past tense. The audit page has a sentence for each. */
export const AUDIT_ACTIONS = [
  'workspace.created',
  'workspace.changed',
  'mail_text.changed',
  'member.created',
  'member.invited',
  'member.joined',
  'member.changed',
  'member.deactivated',
  'member.reactivated',
  'member.password_changed',
  'member.password_reset',
  'member.signed_out',
  'invitation.revoked',
  'team.created',
  'team.renamed',
  'team.deleted',
  'team.members_changed',
  'channel.created',
  'channel.changed',
  'channel.deleted',
  'api_key.created',
  'api_key.revoked',
  'mail.replayed',
  'calendar.created',
  'calendar.changed',
  'calendar.deleted',
  'policy.created',
  'policy.changed',
  'policy.deleted',
  'policy.ordered',
  'rule.created',
  'rule.changed',
  'rule.enabled',
  'rule.disabled',
  'rule.deleted',
  'rule.ordered',
  'rule.limited',
  'webhook.created',
  'webhook.changed',
  'webhook.deleted',
  'webhook.rotated',
  'webhook.disabled',
  'queue.changed',
  'capacity.changed',
  'metrics.changed',
  'metrics.rebuilt',
  'insights.exported',
  'annotation.saved',
  'annotation.deleted',
  'target.set',
  'report.created',
  'report.changed',
  'skill.created',
  'skill.changed',
  'skill.deleted',
  'member.profile_changed',
  'macro.created',
  'macro.changed',
  'macro.deleted',
  'macro.imported',
  'view.created',
  'view.changed',
  'view.deleted',
  'tone.phrase_saved',
  'tone.phrase_removed',
  'tone.phrase_restored',
  'tone.changed',
  'portal.changed',
  'portal.logo_changed',
  'portal.host_named',
  'portal.host_proven',
  'portal.link_made',
  'portal.links_revoked',
  'portal.forms_chosen',
  'promises.changed',
  'field.created',
  'field.changed',
  'field.archived',
  'field.restored',
  'field.deleted',
  'survey.created',
  'survey.changed',
  'article.created',
  'article.published',
  'article.scheduled',
  'article.withdrawn',
  'article.ending',
  'article.archived',
  'article.opened',
  'article.shut',
  'article.deleted',
  'article.imported',
  'category.created',
  'category.changed',
  'category.deleted',
  'customer.merged',
  'customer.unmerged',
  'customer.deleted',
  'customer.anonymised',
  'customer.words_erased',
  'ticket.erased',
  'customer.blocked',
  'customer.surveys',
  'customer.unblocked',
  'customer.imported',
  'customer.import_cancelled',
  'customer.exported',
  'customer.consented',
  'sender.blocked',
  'sender.unblocked',
  'sender.released',
  'organization.created',
  'organization.changed',
  'organization.deleted',
  'tier.created',
  'tier.changed',
  'tier.deleted',
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export type AuditFact = Readonly<{
  action: AuditAction;
  /** What it was done to, in words that still make sense when it is gone: a name or an address. */
  target: string;
  /** Facts that the sentence shows, such as `{ from: 'agent', to: 'admin' }`. Never a secret. */
  data?: Readonly<Record<string, string | number | boolean | null>>;
}>;

type By = Readonly<{
  workspaceId: string;
  actor: Actor;
  now: () => Date;
  newId: () => string;
  ip?: string;
}>;

/** Writes down who did what, in the transaction that does it. */
export async function recordAudit(tx: Tx, by: By, { action, target, data = {} }: AuditFact): Promise<void> {
  await tx.auditEntry.create({
    data: {
      workspaceId: by.workspaceId,
      id: by.newId(),
      at: by.now(),
      actorKind: by.actor.kind,
      actorId: by.actor.id,
      actorName: by.actor.name,
      action,
      target,
      data,
      ip: by.ip ?? '',
    },
  });
}

import type { Permission } from '@/domain/permission/can';

/** The parts of the administration in the order in which they are shown; each is a page under `/admin`. */
export const ADMIN_SECTIONS = [
  { key: 'people', group: 'people', permission: 'admin.read' },
  { key: 'teams', group: 'people', permission: 'admin.read' },
  { key: 'channels', group: 'channels', permission: 'channel.manage' },
  { key: 'chat', group: 'channels', permission: 'channel.manage' },
  { key: 'forms', group: 'channels', permission: 'channel.manage' },
  { key: 'social', group: 'channels', permission: 'channel.manage' },
  { key: 'phone', group: 'channels', permission: 'channel.manage' },
  { key: 'portal', group: 'channels', permission: 'workspace.manage' },
  { key: 'mail', group: 'channels', permission: 'mail.read' },
  { key: 'held', group: 'channels', permission: 'mail.read' },
  { key: 'tiers', group: 'service', permission: 'workspace.manage' },
  { key: 'blocked', group: 'channels', permission: 'customer.block' },
  { key: 'calendars', group: 'service', permission: 'workspace.manage' },
  { key: 'sla', group: 'service', permission: 'workspace.manage' },
  { key: 'promises', group: 'service', permission: 'workspace.manage' },
  { key: 'tone', group: 'service', permission: 'tone.manage' },
  { key: 'routing', group: 'service', permission: 'workspace.manage' },
  { key: 'rules', group: 'service', permission: 'workspace.manage' },
  { key: 'fields', group: 'service', permission: 'workspace.manage' },
  { key: 'macros', group: 'service', permission: 'macro.manage' },
  { key: 'checklists', group: 'service', permission: 'macro.manage' },
  { key: 'surveys', group: 'service', permission: 'survey.manage' },
  { key: 'workspace', group: 'workspace', permission: 'workspace.manage' },
  { key: 'api-keys', group: 'workspace', permission: 'api_key.manage' },
  { key: 'webhooks', group: 'workspace', permission: 'workspace.manage' },
  { key: 'audit', group: 'workspace', permission: 'audit.read' },
  { key: 'health', group: 'workspace', permission: 'workspace.manage' },
] as const satisfies readonly Readonly<{ key: string; group: string; permission: Permission }>[];

export const ADMIN_GROUPS = ['people', 'channels', 'service', 'workspace'] as const;

export type AdminSection = (typeof ADMIN_SECTIONS)[number];

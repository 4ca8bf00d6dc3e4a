import 'server-only';
import type { Actor } from '@/domain/permission/actor';
import { may } from '@/domain/permission/can';
import type { StaffContext } from '@/server/context';
import type { Db } from '@/server/db/client';
import { ADMIN_SECTIONS, type AdminSection } from './admin-sections';

/** True once there is any workspace, which is when the set-up page is gone. */
export async function isSetUp(db: Db): Promise<boolean> {
  return (await db.workspace.findFirst({ select: { id: true } })) !== null;
}

export type WorkspaceSettings = Readonly<{
  name: string;
  slug: string;
  locale: string;
  timeZone: string;
  acknowledge: boolean;
  answerWithinHours: number | null;
  closeAfterDays: number;
  asideDays: number;
}>;

/** The settings of this workspace. */
export function getWorkspaceSettings(ctx: StaffContext): Promise<WorkspaceSettings> {
  return ctx.db.workspace.findUniqueOrThrow({
    where: { id: ctx.workspaceId },
    select: {
      name: true,
      slug: true,
      locale: true,
      timeZone: true,
      acknowledge: true,
      answerWithinHours: true,
      closeAfterDays: true,
      asideDays: true,
    },
  });
}

export type OwnMailText = Readonly<{ locale: string; subject: string; body: string }>;

/** The workspace's own words of one kind of mail, by language; a language without any has the shipped words. */
export function listMailTexts(ctx: StaffContext, kind: 'acknowledgement'): Promise<readonly OwnMailText[]> {
  return ctx.db.mailText.findMany({
    where: { workspaceId: ctx.workspaceId, kind },
    select: { locale: true, subject: true, body: true },
  });
}

export type AdminCounts = Readonly<{
  people: number;
  invitations: number;
  teams: number;
  mailboxes: number;
  failingMailboxes: number;
  held: number;
  failedMails: number;
  apiKeys: number;
  calendars: number;
  policies: number;
}>;

/** What stands on the cards of the overview. */
export async function getAdminCounts(ctx: StaffContext): Promise<AdminCounts> {
  const { db, workspaceId } = ctx;
  const open = { acceptedAt: null, revokedAt: null, expiresAt: { gt: ctx.now() } };
  const [
    people,
    invitations,
    teams,
    mailboxes,
    failingMailboxes,
    held,
    failedMails,
    apiKeys,
    calendars,
    policies,
  ] = await Promise.all([
    db.membership.count({ where: { workspaceId, deactivatedAt: null } }),
    db.invitation.count({ where: { workspaceId, ...open } }),
    db.team.count({ where: { workspaceId } }),
    db.channelAccount.count({ where: { workspaceId, channel: 'email' } }),
    db.channelAccount.count({ where: { workspaceId, channel: 'email', enabled: true, health: 'failing' } }),
    db.rawInbound.count({ where: { workspaceId, state: 'held' } }),
    db.outgoingMail.count({ where: { workspaceId, state: 'failed' } }),
    db.apiKey.count({ where: { workspaceId, revokedAt: null } }),
    db.businessCalendar.count({ where: { workspaceId } }),
    db.slaPolicy.count({ where: { workspaceId, active: true } }),
  ]);
  return {
    people,
    invitations,
    teams,
    mailboxes,
    failingMailboxes,
    held,
    failedMails,
    apiKeys,
    calendars,
    policies,
  };
}

/** The parts of the administration that this person may enter, in their order. */
export const adminSectionsFor = (actor: Actor): readonly AdminSection[] =>
  ADMIN_SECTIONS.filter(({ permission }) => may(actor, permission));

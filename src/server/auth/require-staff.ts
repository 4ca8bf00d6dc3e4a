import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { StaffActor } from '@/domain/permission/actor';
import { may, type Permission } from '@/domain/permission/can';
import type { StaffContext } from '@/server/context';
import { database } from '@/server/db/client';
import { newId } from '@/server/ids';
import { type LiveSession, type SessionMembership, touchSession } from './sessions';
import { mustBeSignedIn, requestAddress, signedIn } from './signed-in';

/** What every staff page shows of its workspace and its reader. */
export type StaffPage = Readonly<{
  ctx: StaffContext;
  workspace: SessionMembership['workspace'];
  user: Omit<LiveSession['user'], 'lastWorkspace'>;
  membership: Pick<SessionMembership, 'role' | 'scope' | 'signature'>;
  /** All that this person may enter, by name, for the switcher. */
  workspaces: readonly Readonly<{ slug: string; name: string }>[];
}>;

/** The door for staff actions: who is here, and may they do this at all? What is hidden reads as "not found". */
export async function requireStaff(slug: string, permission: Permission): Promise<StaffContext> {
  return (await staffPage(slug, permission)).ctx;
}

/** The door for staff pages: as `requireStaff`, with what the page's frame shows. */
export async function staffPage(slug: string, permission: Permission): Promise<StaffPage> {
  const session = await mustBeSignedIn();
  const page = await entered(session, slug);
  if (!page || !may(page.ctx.actor, permission)) notFound();
  return page;
}

/** The door for staff route handlers: null when nobody is signed in, or they may not; answer it with 404. */
export async function staffFromRequest(slug: string, permission: Permission): Promise<StaffContext | null> {
  const session = await signedIn();
  const page = session && (await entered(session, slug));
  return page && may(page.ctx.actor, permission) ? page.ctx : null;
}

const entered = cache(async (session: LiveSession, slug: string): Promise<StaffPage | null> => {
  const membership = session.memberships.find(({ workspace }) => workspace.slug === slug);
  if (!membership) return null;
  const { lastWorkspace, ...user } = session.user;
  const { role, scope, signature, teamIds, workspace } = membership;
  const actor: StaffActor = { kind: 'user', id: user.id, name: user.name, role, scope, teamIds };
  const db = database();
  const ip = await requestAddress();
  await touchSession(db, session, { at: new Date(), ip, workspace: slug });
  return {
    ctx: { workspaceId: workspace.id, actor, ip, db, now: () => new Date(), newId },
    workspace,
    user,
    membership: { role, scope, signature },
    workspaces: session.memberships.map((each) => ({ slug: each.workspace.slug, name: each.workspace.name })),
  };
});

import type { Role, Scope } from '@/domain/permission/actor';
import type { Db } from '@/server/db/client';
import { gather } from '@/server/jobs/gather';
import { SESSION_SECONDS } from './session-token';

/** A workspace that the signed-in person may enter, and as what. */
export type SessionMembership = Readonly<{
  workspace: Readonly<{ id: string; slug: string; name: string; locale: string; timeZone: string }>;
  role: Role;
  scope: Scope;
  signature: string;
  teamIds: readonly string[];
}>;

/** A session that counts now, with its person and all their workspaces by name. */
export type LiveSession = Readonly<{
  id: string;
  lastSeenAt: Date;
  user: Readonly<{
    id: string;
    name: string;
    email: string;
    locale: string;
    timeZone: string;
    theme: string;
    density: string;
    shortcuts: boolean;
    lastWorkspace: string | null;
  }>;
  memberships: readonly SessionMembership[];
}>;

type Found = Readonly<{ sessionId: string; at: Date }>;

/**
 * The session with its person and memberships, in one query. Null when it was revoked or ran out, or when the person was
 * disabled: nobody who was put out gets one more page.
 */
export function liveSession(db: Db, found: Found): Promise<LiveSession | null> {
  const reader = readers.get(db) ?? gather(MOST_AT_ONCE, (all) => readSessions(db, all));
  readers.set(db, reader);
  return reader(found);
}

const MOST_AT_ONCE = 100;
/** Requests that come while sessions are being read are read together afterwards: each sees the database after it came. */
const readers = new WeakMap<Db, (found: Found) => Promise<LiveSession | null>>();

async function readSessions(db: Db, all: readonly Found[]): Promise<readonly (LiveSession | null)[]> {
  const ids = all.map(({ sessionId }) => sessionId);
  const instants = all.map(({ at }) => at.toISOString());
  const rows = await db.$queryRaw<(LiveSession & Readonly<{ place: number }>)[]>`
    select asked.place::int, s.id, s."lastSeenAt",
      json_build_object(
        'id', u.id, 'name', u.name, 'email', u.email, 'locale', u.locale, 'timeZone', u."timeZone",
        'theme', u.theme, 'density', u.density, 'shortcuts', u.shortcuts, 'lastWorkspace', u."lastWorkspace"
      ) as user,
      coalesce((
        select json_agg(json_build_object(
          'workspace', json_build_object(
            'id', w.id, 'slug', w.slug, 'name', w.name, 'locale', w.locale, 'timeZone', w."timeZone"),
          'role', m.role, 'scope', m.scope, 'signature', m.signature,
          'teamIds', array(
            select t."teamId" from "TeamMember" t
            where t."workspaceId" = m."workspaceId" and t."userId" = m."userId" order by t."teamId")
        ) order by w.name, w.id)
        from "Membership" m join "Workspace" w on w.id = m."workspaceId"
        where m."userId" = u.id and m."deactivatedAt" is null
      ), '[]'::json) as memberships
    from unnest(${ids}::uuid[], ${instants}::timestamptz[]) with ordinality as asked(id, at, place)
    join "UserSession" s on s.id = asked.id and s."revokedAt" is null and s."expiresAt" > asked.at
    join "User" u on u.id = s."userId" and u."disabledAt" is null`;
  const live = new Map(rows.map(({ place, ...session }) => [place, session]));
  return all.map((_, index) => live.get(index + 1) ?? null);
}

type NewSession = Readonly<{ id: string; userId: string; at: Date; ip: string; userAgent: string }>;

/** Stores a session that lasts 30 days unless it is used again. */
export async function openSession(db: Pick<Db, 'userSession'>, session: NewSession): Promise<void> {
  const { at, ...rest } = session;
  await db.userSession.create({
    data: {
      ...rest,
      userAgent: session.userAgent.slice(0, 400),
      createdAt: at,
      lastSeenAt: at,
      expiresAt: lastsUntil(at),
    },
  });
}

const TOUCH_MILLISECONDS = 60_000;

type Seen = Readonly<{ at: Date; ip: string; workspace?: string | undefined }>;

/** Notes that the session was used, at most once a minute, and the workspace that was entered when it is another one. */
export async function touchSession(db: Db, session: LiveSession, { at, ip, workspace }: Seen): Promise<void> {
  if (at.getTime() - session.lastSeenAt.getTime() >= TOUCH_MILLISECONDS) {
    await db.userSession.updateMany({
      where: { id: session.id, lastSeenAt: { lte: new Date(at.getTime() - TOUCH_MILLISECONDS) } },
      data: { lastSeenAt: at, expiresAt: lastsUntil(at), ip },
    });
  }
  if (workspace && workspace !== session.user.lastWorkspace) {
    await db.user.updateMany({ where: { id: session.user.id }, data: { lastWorkspace: workspace } });
  }
}

const lastsUntil = (at: Date) => new Date(at.getTime() + SESSION_SECONDS * 1000);

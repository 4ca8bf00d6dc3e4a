import type { StoredNames } from '@/domain/template/customer-name';
import { hashOf, newSecret } from '@/server/crypto/keys';
import type { Db } from '@/server/db/client';

/** How long a browser stays signed in to a portal after its last visit, in seconds: 30 days. */
export const CUSTOMER_SESSION_SECONDS = 30 * 24 * 60 * 60;

/** A session that counts now, with its customer. */
export type LiveCustomerSession = Readonly<{
  id: string;
  lastSeenAt: Date;
  customer: Readonly<{
    id: string;
    name: string;
    givenName: string | null;
    familyName: string | null;
    nameOrder: StoredNames['nameOrder'];
    /** The first address that mail goes to; null for who has none any more. */
    email: string | null;
    locale: string | null;
    timeZone: string | null;
    organizationId: string | null;
    /** Their organization, where it shares its requests with them. */
    sharedOrganizationId: string | null;
  }>;
}>;

type Wanted = Readonly<{ workspaceId: string; token: string; at: Date }>;

/** The session of this secret in this workspace, in one query; null when there is none, or it was revoked or ran out, and for
 * who was blocked. Who was merged into another customer is that one. */
export async function liveCustomerSession(
  db: Db,
  { workspaceId, token, at }: Wanted,
): Promise<LiveCustomerSession | null> {
  const rows = await db.$queryRaw<LiveCustomerSession[]>`
    select s.id, s."lastSeenAt",
      json_build_object(
        'id', c.id, 'name', c."displayName", 'givenName', c."givenName", 'familyName', c."familyName",
        'nameOrder', c."nameOrder", 'locale', c.locale, 'timeZone', c."timeZone",
        'organizationId', c."organizationId",
        'sharedOrganizationId', (
          select o.id from "Organization" o
          where o."workspaceId" = c."workspaceId" and o.id = c."organizationId" and o."sharedRequests"
            and c."readsShared"),
        'email', (
          select i.value from "CustomerIdentity" i
          where i."workspaceId" = c."workspaceId" and i."customerId" = c.id and i.kind = 'email'
          order by i."primary" desc, i."createdAt", i.id limit 1)
      ) as customer
    from "CustomerSession" s
    join "Customer" k on k."workspaceId" = s."workspaceId" and k.id = s."customerId"
    join "Customer" c on c."workspaceId" = k."workspaceId" and c.id = coalesce(k."mergedIntoId", k.id)
    where s."workspaceId" = ${workspaceId}::uuid and s."tokenHash" = ${hashOf(token)}
      and s."revokedAt" is null and s."expiresAt" > ${at} and c."blockedAt" is null`;
  return rows[0] ?? null;
}

const TOUCH_MILLISECONDS = 60_000;

type Seen = Readonly<{ workspaceId: string; at: Date; ip: string }>;

/** Notes that the session was used, at most once a minute. */
export async function touchCustomerSession(
  db: Db,
  session: LiveCustomerSession,
  { workspaceId, at, ip }: Seen,
): Promise<void> {
  if (at.getTime() - session.lastSeenAt.getTime() < TOUCH_MILLISECONDS) return;
  await db.customerSession.updateMany({
    where: { workspaceId, id: session.id },
    data: { lastSeenAt: at, expiresAt: lastsUntil(at), ip },
  });
}

type NewSession = Readonly<{
  workspaceId: string;
  id: string;
  customerId: string;
  at: Date;
  ip: string;
  userAgent: string;
}>;

/** Stores a session and returns the secret for its cookie, of which only the hash is kept. */
export async function openCustomerSession(
  db: Pick<Db, 'customerSession'>,
  { at, userAgent, ...rest }: NewSession,
): Promise<string> {
  const token = newSecret();
  await db.customerSession.create({
    data: {
      ...rest,
      userAgent: userAgent.slice(0, 400),
      tokenHash: hashOf(token),
      createdAt: at,
      lastSeenAt: at,
      expiresAt: lastsUntil(at),
    },
  });
  return token;
}

const lastsUntil = (at: Date) => new Date(at.getTime() + CUSTOMER_SESSION_SECONDS * 1000);

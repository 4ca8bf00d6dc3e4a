import type { StaffActor } from '@/domain/permission/actor';
import { narrowedBy } from '@/domain/permission/key-scope';
import type { StaffContext } from '@/server/context';
import { hashOf, newSecret } from '@/server/crypto/keys';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';

/** The world of one API request: as for a member, and which key it is. */
export type ApiContext = StaffContext & Readonly<{ apiKeyId: string }>;

const SHOWN_LETTERS = 9;

/** A new key `kz_…` with 256 random bits, what of it may be shown later, and what is stored of it. */
export function newApiKey(): Readonly<{ key: string; prefix: string; keyHash: string }> {
  const key = `kz_${newSecret()}`;
  return { key, prefix: key.slice(0, SHOWN_LETTERS), keyHash: hashOf(key) };
}

/** The key of `Authorization: Bearer kz_…` (RFC 6750 §2.1); null where none is given. Never read from the address. */
export function bearerKey(headers: Headers): string | null {
  return /^Bearer +(kz_[\w-]{20,100}) *$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null;
}

const TOUCH_MILLISECONDS = 60_000;

/**
 * Who a key speaks for: its workspace, with the rights of an admin narrowed to the key's scopes. Null when there is no such
 * key or it was revoked. Notes when it was used last, at most once a minute.
 */
export async function apiContext(
  db: Db,
  { key, ip, at }: Readonly<{ key: string; ip: string; at: Date }>,
): Promise<ApiContext | null> {
  const row = await db.apiKey.findUnique({
    where: { keyHash: hashOf(key), revokedAt: null },
    select: { workspaceId: true, id: true, name: true, scopes: true, lastUsedAt: true },
  });
  if (!row) return null;
  const { workspaceId, id } = row;
  if (at.getTime() - (row.lastUsedAt?.getTime() ?? 0) >= TOUCH_MILLISECONDS) {
    await db.apiKey.updateMany({ where: { workspaceId, id }, data: { lastUsedAt: at } });
  }
  return { workspaceId, apiKeyId: id, actor: actorOf(row), ip, db, now: () => new Date(), newId };
}

function actorOf({ name, scopes }: Readonly<{ name: string; scopes: readonly string[] }>): StaffActor {
  const keyScopes = narrowedBy(scopes);
  const rights = { kind: 'user', id: null, role: 'admin', scope: 'all', teamIds: [] } as const;
  return { ...rights, name, ...(keyScopes && { keyScopes }) };
}

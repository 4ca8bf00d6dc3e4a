import { expect, test } from 'vitest';
import { createApiKey } from '@/features/api-keys/commands/create-api-key';
import { revokeApiKey } from '@/features/api-keys/commands/revoke-api-key';
import { listApiKeys } from '@/features/api-keys/queries';
import { apiContext, bearerKey } from '@/server/auth/api-key';
import { newWorld } from '../../support/world';

const visit = { ip: '192.0.2.1', at: new Date('2026-03-02T09:00:00Z') };

async function madeKey(
  ...[world, scopes = ['all'] as const]: [
    Awaited<ReturnType<typeof newWorld>>,
    Parameters<typeof createApiKey>[1]['scopes']?,
  ]
) {
  const admin = await world.member({ role: 'admin' });
  const made = await createApiKey(admin, { name: 'Web shop', scopes: [...scopes] });
  if (!made.ok) throw new Error(made.error.code);
  return { admin, ...made.value };
}

test('a new key opens its own workspace as an admin under the name of the key', async () => {
  const world = await newWorld();
  const { key, apiKeyId } = await madeKey(world);
  const ctx = await apiContext(world.db, { key, ...visit });
  expect(ctx).toMatchObject({ workspaceId: world.workspaceId, apiKeyId, ip: '192.0.2.1' });
  expect(ctx?.actor).toEqual({
    kind: 'user',
    id: null,
    name: 'Web shop',
    role: 'admin',
    scope: 'all',
    teamIds: [],
  });
});

test('the key itself is stored nowhere', async () => {
  const world = await newWorld();
  const { key, prefix } = await madeKey(world);
  expect(key).toMatch(/^kz_[\w-]{43}$/);
  expect(key.startsWith(prefix)).toBe(true);
  const rows = await world.db.$queryRaw<{ row: string }[]>`
    select k::text || coalesce((select string_agg(a::text, ' ') from "AuditEntry" a
      where a."workspaceId" = k."workspaceId"), '') as row
    from "ApiKey" k where k."workspaceId" = ${world.workspaceId}::uuid`;
  expect(rows).toHaveLength(1);
  expect(rows[0]?.row).toContain(prefix);
  expect(rows[0]?.row).not.toContain(key);
});

test('a key with scopes is narrowed to them', async () => {
  const world = await newWorld();
  const { key } = await madeKey(world, ['tickets:read', 'customers:read']);
  const ctx = await apiContext(world.db, { key, ...visit });
  expect(ctx?.actor.keyScopes).toEqual(['tickets:read', 'customers:read']);
});

test('a revoked key opens nothing, and the list keeps its name', async () => {
  const world = await newWorld();
  const { admin, key, apiKeyId } = await madeKey(world);
  expect(await revokeApiKey(admin, { apiKeyId })).toEqual({ ok: true, value: null });
  expect(await apiContext(world.db, { key, ...visit })).toBeNull();
  expect(await revokeApiKey(admin, { apiKeyId })).toEqual({ ok: false, error: { code: 'not_found' } });
  expect(await listApiKeys(admin)).toMatchObject([{ name: 'Web shop', revokedAt: expect.any(Date) }]);
});

test('a key of another workspace can be neither seen nor revoked', async () => {
  const world = await newWorld();
  const { key, apiKeyId } = await madeKey(world);
  const stranger = await (await newWorld()).member({ role: 'owner' });
  expect(await revokeApiKey(stranger, { apiKeyId })).toEqual({ ok: false, error: { code: 'not_found' } });
  expect(await listApiKeys(stranger)).toEqual([]);
  expect(await apiContext(world.db, { key, ...visit })).not.toBeNull();
});

test('an agent makes no keys', async () => {
  const world = await newWorld();
  const agent = await world.member({ role: 'agent' });
  const made = await createApiKey(agent, { name: 'Mine', scopes: ['all'] });
  expect(made).toEqual({ ok: false, error: { code: 'forbidden' } });
});

test('the last use of a key is noted once a minute', async () => {
  const world = await newWorld();
  const { admin, key } = await madeKey(world);
  const later = (seconds: number) => new Date(visit.at.getTime() + seconds * 1000);
  for (const at of [visit.at, later(30), later(59)]) await apiContext(world.db, { key, ip: '', at });
  expect((await listApiKeys(admin))[0]?.lastUsedAt).toEqual(visit.at);
  await apiContext(world.db, { key, ip: '', at: later(60) });
  expect((await listApiKeys(admin))[0]?.lastUsedAt).toEqual(later(60));
});

test('making and revoking a key is audited with who did it', async () => {
  const world = await newWorld();
  const { admin, apiKeyId } = await madeKey(world);
  await revokeApiKey(admin, { apiKeyId });
  const audit = await world.db.auditEntry.findMany({
    where: { workspaceId: world.workspaceId },
    orderBy: { id: 'asc' },
    select: { action: true, target: true, actorId: true },
  });
  const by = { target: 'Web shop', actorId: admin.actor.id };
  expect(audit).toEqual([
    { action: 'api_key.created', ...by },
    { action: 'api_key.revoked', ...by },
  ]);
});

test('a key is read from the Authorization header only', () => {
  const key = `kz_${'a'.repeat(43)}`;
  expect(bearerKey(new Headers({ authorization: `Bearer ${key}` }))).toBe(key);
  expect(bearerKey(new Headers({ authorization: `bearer ${key} ` }))).toBe(key);
  for (const wrong of [key, `Basic ${key}`, 'Bearer kz_short', `Bearer x${key}`, '']) {
    expect(bearerKey(new Headers({ authorization: wrong }))).toBeNull();
  }
});

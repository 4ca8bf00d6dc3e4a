import { expect, test } from 'vitest';
import { deleteOrganization } from '@/features/organizations/commands/delete-organization';
import { saveOrganization } from '@/features/organizations/commands/save-organization';
import { setMembership, setReadsShared } from '@/features/organizations/commands/set-member';
import { organizationInput } from '@/features/organizations/inputs';
import { findOrganizations, getOrganization, listOrganizations } from '@/features/organizations/queries';
import { newWorld } from '../../support/world';

async function firma(domains: string[] = ['firma.test']) {
  const world = await newWorld();
  const ctx = await world.member();
  const saved = await saveOrganization(ctx, organizationInput.parse({ name: 'Firma', domains }));
  if (!saved.ok) throw new Error(saved.error.code);
  return { world, ctx, ...saved.value };
}

test('new customers join by the domain of their address, and those who were here stay where they are', async () => {
  const { world, ctx, organizationId } = await firma();
  await world.ticket(ctx, { requester: { email: 'anna@firma.test', name: 'Anna' } });
  await world.ticket(ctx, { requester: { email: 'bela@other.test', name: 'Béla' } });
  await saveOrganization(
    ctx,
    organizationInput.parse({ organizationId, name: 'Firma', domains: ['@Firma.test', 'other.test'] }),
  );
  const page = await getOrganization(ctx, { id: organizationId });
  expect(page?.domains).toEqual(['firma.test', 'other.test']);
  expect(page?.members.rows.map(({ displayName }) => displayName)).toEqual(['Anna']);
  expect(page?.tickets).toMatchObject([{ requester: 'Anna' }]);
  expect(await listOrganizations(ctx, { q: 'firm', after: null })).toMatchObject({
    rows: [{ name: 'Firma', members: 1, open: 1 }],
    next: null,
  });
});

test('free mail and what is no domain are refused by name, and a name is used once', async () => {
  const { ctx } = await firma();
  const save = (name: string, domains: string[]) =>
    saveOrganization(ctx, organizationInput.parse({ name, domains }));
  expect(await save('X', ['x.hu', 'freemail.hu'])).toMatchObject({
    error: { code: 'organization.free_mail', fields: { domains: ['freemail.hu'] } },
  });
  expect(await save('X', ['nonsense'])).toMatchObject({ error: { code: 'input.invalid' } });
  expect(await save('FIRMA', [])).toMatchObject({ error: { code: 'name.taken' } });
});

test('a domain belongs to one organization: the last that asks for it', async () => {
  const { ctx, organizationId } = await firma(['a.test', 'b.test']);
  await saveOrganization(ctx, organizationInput.parse({ name: 'Other', domains: ['b.test'] }));
  expect((await getOrganization(ctx, { id: organizationId }))?.domains).toEqual(['a.test']);
});

test('members may be left out of what is shared, taken out, and an empty organization is deleted', async () => {
  const { world, ctx, organizationId } = await firma();
  await world.ticket(ctx, { requester: { email: 'anna@firma.test', name: 'Anna' } });
  const members = async () => (await getOrganization(ctx, { id: organizationId }))?.members.rows ?? [];
  const customerId = (await members())[0]?.id ?? '';
  await setReadsShared(ctx, { customerId, readsShared: false });
  expect(await members()).toMatchObject([{ readsShared: false }]);
  expect(await deleteOrganization(ctx, { organizationId })).toMatchObject({
    error: { code: 'organization.in_use' },
  });
  await setMembership(ctx, { customerId, organizationId: null });
  expect(await members()).toEqual([]);
  expect(await deleteOrganization(ctx, { organizationId })).toMatchObject({ ok: true });
});

test('one of many organizations is found by a part of its name, without its accents, in the order of the reader', async () => {
  const { world, ctx } = await firma();
  const { workspaceId } = world;
  const stranger = await (await newWorld()).member();
  const names = ['Békés Kávé Kft.', 'Csoki Kft.', 'Cukor Kft.', '100% Tea', '1000 Tea'];
  const many = Array.from({ length: 320 }, (_, at) => `Aaa ${String(at).padStart(3, '0')}`);
  await world.db.organization.createMany({
    data: [...many, ...names].map((name) => ({ workspaceId, id: ctx.newId(), name })),
  });
  const found = async (q: string) =>
    (await findOrganizations(ctx, { q, locale: 'hu' })).map(({ name }) => name);
  expect(await found('bekes kav')).toEqual(['Békés Kávé Kft.']);
  expect(await found(' KFT ')).toEqual(['Békés Kávé Kft.', 'Cukor Kft.', 'Csoki Kft.']);
  expect(await found('0% t')).toEqual(['100% Tea']);
  expect(await found('aaa 319')).toEqual(['Aaa 319']);
  expect(await found('')).toHaveLength(20);
  expect(await findOrganizations(stranger, { q: 'kft' })).toEqual([]);
});

import { expect, test } from 'vitest';
import { customerOf } from '../portal/support';
import { apiWorld, caller, keyOf } from './calls';

test('the portal is read and changed; what is absent stays as it is', async () => {
  const { call } = await apiWorld();
  const before = (await call('/portal')).json;
  expect(before).toMatchObject({ enabled: true, signIn: 'everybody', guestLinks: true, host: null });
  const words = { lv: { title: 'Lampas', welcome: '', footer: '', links: [] } };
  const changed = await call('/portal', { method: 'PATCH', body: { accent: '#8A4B22', words } });
  expect(changed.json).toEqual({ ...before, accent: '#8a4b22', words });
  expect((await call('/portal', { method: 'PATCH', body: { signIn: 'nobody' } })).json).toEqual({
    ...changed.json,
    signIn: 'nobody',
  });
  const link = { label: 'x', url: 'javascript:alert(1)' };
  const bad = { words: { lv: { ...words.lv, links: [link] } } };
  expect((await call('/portal', { method: 'PATCH', body: bad })).status).toBe(422);
});

test('a link that signs a customer in is made by whoever runs the workspace, and by no lesser key', async () => {
  const { world, admin, call } = await apiWorld();
  const customer = await customerOf(world);
  const path = `/customers/${customer.id}/portal-link`;
  const made = await call(path, { method: 'POST', body: { locale: 'hu', goTo: '/requests/3' } });
  expect(made.status).toBe(201);
  expect(made.json.address).toContain(`/help/${world.slug}/hu/sign-in/link/`);
  const lesser = caller(await keyOf(admin, ['customers:read', 'customers:write']));
  expect((await lesser(path, { method: 'POST', body: { locale: 'hu' } })).status).toBe(403);
  const { call: stranger } = await apiWorld();
  expect((await stranger(path, { method: 'POST', body: { locale: 'hu' } })).status).toBe(404);
});

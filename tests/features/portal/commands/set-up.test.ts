import { expect, test } from 'vitest';
import { portalInput } from '@/features/portal/commands/fields';
import { signInByLink } from '@/features/portal/commands/finish-sign-in';
import { makeSignInLink } from '@/features/portal/commands/make-sign-in-link';
import { proveHost, saveHost } from '@/features/portal/commands/portal-host';
import { portalNow } from '@/features/portal/commands/portal-now';
import { saveLogo } from '@/features/portal/commands/save-logo';
import { savePortal } from '@/features/portal/commands/save-portal';
import { findPortal } from '@/server/portal/portal';
import { askedHost, provenHosts } from '@/server/portal/portal-hosts';
import { newWorld } from '../../../support/world';
import { customerOf, visitorOf } from '../support';

const wanted = (over: object = {}) =>
  portalInput.parse({
    enabled: true,
    accent: '#8A4B22',
    locales: ['lv', 'en'],
    signIn: 'known',
    guestLinks: true,
    guestLinkDays: 14,
    words: {
      en: {
        title: 'Lamps',
        welcome: '',
        footer: '',
        links: [{ label: 'Shop', url: 'https://shop.example' }],
      },
    },
    ...over,
  });

test('what an admin decides is what customers get, and is written down', async () => {
  const world = await newWorld();
  const admin = await world.member({ role: 'admin' });
  await savePortal(admin, wanted());
  expect(await findPortal(world.db, world.slug)).toMatchObject({
    accent: '#8a4b22',
    locales: ['lv', 'en'],
    signIn: 'known',
    guestLinks: true,
    words: { en: { title: 'Lamps', links: [{ label: 'Shop', url: 'https://shop.example' }] } },
  });
  expect((await portalNow(admin)).address).toContain(`/help/${world.slug}/lv`);
  const audit = await world.db.auditEntry.findMany({ where: { workspaceId: world.workspaceId } });
  expect(audit.map(({ action }) => action)).toEqual(['portal.changed']);
});

test('no link leads to a script, and no colour is anything but one', () => {
  const link = (url: string) => ({
    words: { en: { title: '', welcome: '', footer: '', links: [{ label: 'x', url }] } },
  });
  expect(() => wanted(link('javascript:alert(1)'))).toThrow();
  expect(() => wanted(link('https://shop.example/x'))).not.toThrow();
  expect(() => wanted({ accent: 'red;}body{display:none' })).toThrow();
  expect(() => wanted({ locales: [] })).toThrow();
});

test('a logo is a plain picture, whatever its name says', async () => {
  const world = await newWorld();
  const admin = await world.member({ role: 'admin' });
  const svg = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'logo.png', { type: 'image/png' });
  expect(await saveLogo(admin, { file: svg })).toEqual({
    ok: false,
    error: { code: 'file.type_not_allowed' },
  });
  const dot = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  expect((await saveLogo(admin, { file: new File([dot], 'logo.png') })).ok).toBe(true);
  expect((await findPortal(world.db, world.slug))?.logo?.type).toBe('image/png');
  await saveLogo(admin, { file: null });
  expect((await findPortal(world.db, world.slug))?.logo).toBeNull();
});

test('a host leads to its portal once the record is there, and links lead to the host', async () => {
  const world = await newWorld();
  const admin = await world.member({ role: 'admin' });
  const { db, workspaceId, slug } = world;
  const host = `help.${slug}.example`;
  expect((await saveHost(admin, { host: `https://${host}/` })).ok).toBe(true);
  expect((await findPortal(db, slug))?.host).toBeNull();
  expect((await provenHosts(db)).get(host)).toBeUndefined();
  const { hostProof } = await db.portalSettings.findUniqueOrThrow({ where: { workspaceId } });
  const asked: string[] = [];
  const absent = await proveHost(admin, {}, async (name) => {
    asked.push(name);
    return [['something else']];
  });
  expect(absent).toEqual({ ok: true, value: { proven: false } });
  expect(asked).toEqual([`_kalauz.${host}`]);
  expect(await proveHost(admin, {}, async () => [[hostProof ?? '']])).toEqual({
    ok: true,
    value: { proven: true },
  });
  expect((await provenHosts(db)).get(host)).toBe(slug);
  expect((await portalNow(admin)).address).toMatch(
    new RegExp(`^https?://${host.replaceAll('.', '\\.')}(:\\d+)?/en$`),
  );
});

test('a proven host is nobody else’s; one that was only named is', async () => {
  const [world, other] = [await newWorld(), await newWorld()];
  const [admin, rival] = [await world.member({ role: 'admin' }), await other.member({ role: 'admin' })];
  const host = `help.${world.slug}.example`;
  await saveHost(rival, { host });
  expect((await saveHost(admin, { host })).ok).toBe(true);
  const { hostProof } = await world.db.portalSettings.findUniqueOrThrow({
    where: { workspaceId: world.workspaceId },
  });
  await proveHost(admin, {}, async () => [[hostProof ?? '']]);
  expect(await saveHost(rival, { host })).toEqual({ ok: false, error: { code: 'name.taken' } });
  expect(await proveHost(rival, {}, async () => [[hostProof ?? '']])).toEqual({
    ok: false,
    error: { code: 'not_found' },
  });
});

test('the host of a request is what the client asked for, or what our own proxy says that it was', () => {
  const headers = { host: 'Help.Example.com:3000', 'x-forwarded-host': 'evil.example' };
  expect(askedHost({ headers }, false)).toBe('help.example.com');
  expect(askedHost({ headers }, true)).toBe('evil.example');
  expect(askedHost({ headers: { host: 'help.example.com' } }, true)).toBe('help.example.com');
});

test('a link made for a customer signs in that customer, once', async () => {
  const world = await newWorld();
  const admin = await world.member({ role: 'admin' });
  const customer = await customerOf(world);
  const made = await makeSignInLink(admin, { customerId: customer.id, locale: 'en', goTo: '/requests/3' });
  if (!made.ok) throw new Error(made.error.code);
  const token = made.value.address.split('/').at(-1) ?? '';
  const entered = await signInByLink(await visitorOf(world), { token });
  expect(entered).toMatchObject({ ok: true, value: { goTo: `/help/${world.slug}/en/requests/3` } });
  expect((await signInByLink(await visitorOf(world), { token })).ok).toBe(false);
  const other = await (await newWorld()).member({ role: 'admin' });
  expect(await makeSignInLink(other, { customerId: customer.id, locale: 'en' })).toMatchObject({ ok: false });
});

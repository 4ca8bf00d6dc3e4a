import { expect, test } from 'vitest';
import { addIdentity } from '@/features/customers/commands/add-identity';
import { recordConsent } from '@/features/customers/commands/record-consent';
import { knownCaller } from '@/features/phone/customer-number';
import { changeConsent } from '@/features/portal/commands/change-consent';
import { signInByCode, signInByLink } from '@/features/portal/commands/finish-sign-in';
import {
  askAddress,
  dropAddress,
  preferAddress,
  proveAddress,
} from '@/features/portal/commands/own-addresses';
import { addNumber, dropNumber } from '@/features/portal/commands/own-numbers';
import { saveMailChoice, saveProfile } from '@/features/portal/commands/save-profile';
import { mailChoiceInput, newNumberInput, profileInput } from '@/features/portal/inputs';
import { ownProfile } from '@/features/portal/profile-query';
import { newWorld } from '../../../support/world';
import { acting, contextOf, customerOf, visitorOf } from '../support';

async function start() {
  const world = await newWorld();
  const customer = await customerOf(world);
  const ctx = { ...contextOf(world, customer), ip: `ip ${customer.id}` };
  return { world, customer, ctx, who: { ...(await acting(world, ctx)), sessionId: customer.id } };
}

/** Asks to add an address and reads what was mailed there. */
async function asked({ world, who }: Awaited<ReturnType<typeof start>>, email: string) {
  const answer = await askAddress(who, { email });
  if (!answer.ok) throw new Error(answer.error.code);
  const signInId = answer.value.goTo.split('/').at(-1) ?? '';
  const mail = await world.db.outgoingMail.findFirstOrThrow({
    where: { workspaceId: world.workspaceId, kind: 'sign_in', rcptTo: { has: email } },
    orderBy: { createdAt: 'desc' },
  });
  const [code = ''] = /\b\d{6}\b/.exec(mail.text ?? '') ?? [];
  expect(mail.text).toContain(`/profile/address/${signInId}`);
  return { signInId, code };
}

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('names are written in their order, and the page goes on in the language that was chosen', async () => {
  const { world, ctx, who } = await start();
  const saved = await saveProfile(
    who,
    profileInput.parse({
      givenName: ' Anna ',
      familyName: 'Kovács',
      nameOrder: 'family_first',
      locale: 'hu',
      timeZone: 'Europe/Budapest',
    }),
  );
  expect(saved).toEqual({ ok: true, value: { goTo: `/help/${world.slug}/hu/profile?saved=profile` } });
  expect(await ownProfile(ctx)).toMatchObject({
    displayName: 'Kovács Anna',
    givenName: 'Anna',
    familyName: 'Kovács',
    locale: 'hu',
    timeZone: 'Europe/Budapest',
  });
  const nameless = {
    givenName: ' ',
    familyName: '',
    nameOrder: 'given_first',
    locale: 'hu',
    timeZone: 'UTC',
  };
  expect(profileInput.safeParse(nameless).success).toBe(false);
  expect(profileInput.safeParse({ ...nameless, givenName: 'A', timeZone: 'Mars/Base' }).success).toBe(false);
});

test('an address is theirs once its code was typed, and the code signs nobody in', async () => {
  const now = await start();
  const { world, customer, ctx, who } = now;
  const { signInId, code } = await asked(now, 'second@customer.test');
  const visitor = await visitorOf(world);
  expect(await signInByCode(visitor, { signInId, code })).toMatchObject({ error: { code: 'token.invalid' } });
  expect((await signInByLink(visitor, { token: 'x'.repeat(40) })).ok).toBe(false);
  const stranger = await customerOf(world, { name: 'Tom Stranger' });
  const other = { ...(await acting(world, contextOf(world, stranger))), sessionId: stranger.id };
  expect(await proveAddress(other, { signInId, code })).toMatchObject({ error: { code: 'token.invalid' } });
  expect(await proveAddress(who, { signInId, code: wrong(code) })).toMatchObject({
    error: { code: 'portal.code_wrong' },
  });
  expect((await proveAddress(who, { signInId, code })).ok).toBe(true);
  expect(await proveAddress(who, { signInId, code })).toMatchObject({ error: { code: 'token.invalid' } });
  const { addresses } = await ownProfile(ctx);
  expect(addresses.map(({ value, primary }) => [value, primary])).toEqual([
    [customer.email, true],
    ['second@customer.test', false],
  ]);
  const second = addresses[1]?.id ?? '';
  expect(await preferAddress(other, { identityId: second })).toMatchObject({ error: { code: 'not_found' } });
  expect(await dropAddress(other, { identityId: second })).toMatchObject({ error: { code: 'not_found' } });
  expect((await preferAddress(who, { identityId: second })).ok).toBe(true);
  expect((await dropAddress(who, { identityId: second })).ok).toBe(true);
  const [left, ...more] = (await ownProfile(ctx)).addresses;
  expect([left?.value, left?.primary, more]).toEqual([customer.email, true, []]);
  expect(await dropAddress(who, { identityId: left?.id ?? '' })).toMatchObject({
    error: { code: 'address.last' },
  });
});

test('who proves an address of another record is one with it, but not with who was blocked', async () => {
  const now = await start();
  const { world, ctx, customer, who } = now;
  const agent = await world.member();
  const before = await customerOf(world, { name: 'A. Ozola' });
  await world.ticket(agent, { requester: before });
  const { signInId, code } = await asked(now, before.email);
  expect((await proveAddress(who, { signInId, code })).ok).toBe(true);
  const rows = await world.db.customer.findMany({
    where: { workspaceId: world.workspaceId, id: { in: [customer.id, before.id] } },
    select: { id: true, mergedIntoId: true },
  });
  const survivor = rows.find(({ mergedIntoId }) => mergedIntoId === null)?.id;
  expect(rows.filter(({ mergedIntoId }) => mergedIntoId === survivor)).toHaveLength(1);
  expect(
    await world.db.ticket.count({ where: { workspaceId: world.workspaceId, requesterId: survivor ?? '' } }),
  ).toBe(1);
  expect(ctx.actor.id).toBe(customer.id);

  const again = await start();
  const blocked = await customerOf(again.world);
  await again.world.db.customer.update({
    where: { workspaceId_id: { workspaceId: again.world.workspaceId, id: blocked.id } },
    data: { blockedAt: again.world.now() },
  });
  const wish = await asked(again, blocked.email);
  expect(await proveAddress(again.who, wish)).toMatchObject({ error: { code: 'address.taken' } });
});

test('which mails they want is kept, and who came by a link to one ticket changes nothing', async () => {
  const { world, ctx, who, customer } = await start();
  const guest = { ...who, sessionId: null, guest: 'a link' };
  const choice = mailChoiceInput.parse({ updates: 'yes' });
  expect(await saveMailChoice(guest, choice)).toMatchObject({ error: { code: 'not_found' } });
  expect((await saveMailChoice(who, choice)).ok).toBe(true);
  expect((await ownProfile(ctx)).wants).toEqual({ acknowledgements: false, updates: true, surveys: false });
  await saveMailChoice(who, mailChoiceInput.parse({ acknowledgements: 'yes', surveys: 'yes' }));
  expect((await ownProfile(ctx)).wants).toEqual({ acknowledgements: true, updates: false, surveys: true });
  const where = { workspaceId: world.workspaceId, customerId: customer.id };
  expect(await world.db.surveyOptOut.count({ where })).toBe(0);
});

test('nobody has mails of their own words sent to whom they like', async () => {
  const now = await start();
  const { world, ctx } = now;
  const name = 'You won! Visit https://evil.example/prize or +371 20000000';
  const who = { ...now.who, ctx: { ...ctx, actor: { ...ctx.actor, name } } };
  for (let count = 0; count < 12; count++) await askAddress(who, { email: `stranger${count}@else.test` });
  const mails = await world.db.outgoingMail.findMany({
    where: { workspaceId: world.workspaceId, kind: 'sign_in' },
  });
  expect(mails).toHaveLength(10);
  expect(mails[0]?.text).not.toMatch(/evil\.example|20000000/);
});

test('numbers are told and taken away, and nobody is recognised by one that is only told', async () => {
  const { world, customer, ctx, who } = await start();
  const { db, workspaceId } = world;
  const add = (number: string) => addNumber(who, newNumberInput.parse({ number }));
  expect(newNumberInput.safeParse({ number: '06 30 123' }).success).toBe(false);
  expect((await add('00371 2000-0000')).ok).toBe(true);
  expect((await add('+371 (2000) 0000')).ok).toBe(true);
  const told = async () => (await ownProfile(ctx)).numbers.map(({ number, known }) => [number, known]);
  expect(await told()).toEqual([['+37120000000', false]]);
  // Somebody else may say the same, and whoever calls from there is neither of them.
  const other = await customerOf(world);
  const otherWho = { ...who, ctx: contextOf(world, other) };
  expect((await addNumber(otherWho, { number: '+37120000000' })).ok).toBe(true);
  const caller = { number: '+37120000000', country: 'LV' };
  expect(await db.$transaction((tx) => knownCaller(tx, { workspaceId }, caller))).toBeNull();

  // One of us makes sure: from then on it is theirs, and recognised.
  const agent = await world.member();
  const sure = { customerId: customer.id, kind: 'phone' as const, value: '+37120000000' };
  expect((await addIdentity(agent, sure)).ok).toBe(true);
  expect(await told()).toEqual([['+37120000000', true]]);
  expect(await db.$transaction((tx) => knownCaller(tx, { workspaceId }, caller))).toMatchObject({
    id: customer.id,
  });

  const [{ id: numberId } = { id: '' }] = (await ownProfile(ctx)).numbers;
  expect(await dropNumber(otherWho, { numberId })).toMatchObject({ error: { code: 'not_found' } });
  expect(await dropNumber({ ...who, sessionId: null }, { numberId })).toMatchObject({
    error: { code: 'not_found' },
  });
  expect((await dropNumber(who, { numberId })).ok).toBe(true);
  expect(await told()).toEqual([]);
  for (let at = 0; at < 10; at++) expect((await add(`+3712000001${at}`)).ok).toBe(true);
  expect(await add('+37120000099')).toMatchObject({ error: { code: 'number.too_many' } });
});

test('a consent is taken back and given again by the customer alone, each as a line of the ledger', async () => {
  const { world, customer, ctx, who } = await start();
  const agent = await world.member();
  const record = (given: boolean) =>
    recordConsent(agent, {
      customerId: customer.id,
      kind: 'marketing',
      given,
      source: 'By phone',
      note: 'News by mail',
    });
  expect((await record(true)).ok).toBe(true);
  world.pass(60);
  const change = (given: 'yes' | 'no') => changeConsent(who, { kind: 'marketing', given });
  expect(await changeConsent(who, { kind: 'calls', given: 'yes' })).toMatchObject({
    error: { code: 'not_found' },
  });
  expect((await change('no')).ok).toBe(true);
  expect((await change('no')).ok).toBe(true);
  const shown = async () => (await ownProfile(ctx)).consents;
  expect(await shown()).toMatchObject([
    { kind: 'marketing', given: false, source: 'In the portal', words: 'News by mail', at: world.now() },
  ]);
  world.pass(60);
  expect(await record(true)).toMatchObject({ error: { code: 'consent.withdrawn' } });
  expect(await changeConsent({ ...who, sessionId: null }, { kind: 'marketing', given: 'yes' })).toMatchObject(
    {
      error: { code: 'not_found' },
    },
  );
  expect((await change('yes')).ok).toBe(true);
  expect(await shown()).toMatchObject([{ given: true, words: 'News by mail' }]);
  expect(await world.db.customerConsent.count({ where: { customerId: customer.id } })).toBe(3);
});

import { expect, test } from 'vitest';
import { usualItems } from '@/domain/form/form';
import { recordConsent } from '@/features/customers/commands/record-consent';
import { releaseSubmission } from '@/features/forms/commands/release-submission';
import { signerToken } from '@/features/forms/page/form-token';
import { changeConsent } from '@/features/portal/commands/change-consent';
import type { ActingCustomer } from '@/server/actions/portal-action';
import { formWorld } from './support';

const offers = {
  key: 'offers',
  kind: 'consent',
  value: 'marketing',
  labels: { hu: 'Kérek ajánlatokat.' },
};

/** A form that asks for a consent, and Éva, who has ticked it once. */
async function asked() {
  const given = await formWorld({ items: [...usualItems(), offers] });
  const { world, sent, formId } = given;
  const { db, workspaceId } = world;
  await sent({ offers: 'true' });
  const { customerId } = await db.customerIdentity.findFirstOrThrow({
    where: { workspaceId, value: 'eva@customer.test' },
  });
  const lines = async () => {
    const rows = await db.customerConsent.findMany({
      where: { workspaceId, customerId },
      orderBy: { at: 'asc' },
    });
    return rows.map(({ given: is, byCustomer, note }) => [is, byCustomer, note] as const);
  };
  const signer = () => signerToken({ formId, customerId, at: world.now() });
  return { ...given, customerId, lines, signer };
}

type Asked = Awaited<ReturnType<typeof asked>>;

/** Éva, signed in to the portal, takes it back. */
async function takenBack({ world, customerId }: Asked) {
  const actor = { kind: 'customer', id: customerId, name: 'Éva' } as const;
  const who = {
    ctx: { ...world.system(), actor },
    href: (path: string) => path,
    locale: 'hu',
    sessionId: world.system().newId(),
  } as unknown as ActingCustomer;
  world.pass(60);
  expect((await changeConsent(who, { kind: 'marketing', given: 'no' })).ok).toBe(true);
  world.pass(60);
}

test('a form in which somebody merely typed the address undoes no withdrawal; signed in, a tick is a consent anew', async () => {
  const given = await asked();
  const { sent, lines, signer } = given;
  await takenBack(given);
  await sent({ offers: 'true' });
  expect((await lines()).map(([is]) => is)).toEqual([true, false]);

  await sent({ offers: 'true', signer: signer() });
  expect((await lines()).at(-1)).toEqual([true, true, 'Kérek ajánlatokat.']);
  expect(await lines()).toHaveLength(3);
  // Signed in with a foreign address, it is merely typed.
  await takenBack(given);
  await sent({ offers: 'true', signer: signer(), email: 'other@customer.test' });
  expect(await lines()).toHaveLength(4);
});

test('nor a withdrawal that one of us wrote down', async () => {
  const { world, sent, lines, customerId } = await asked();
  world.pass(60);
  const agent = await world.member();
  const line = { kind: 'marketing', given: false, source: 'by phone', note: '' } as const;
  expect((await recordConsent(agent, { customerId, ...line })).ok).toBe(true);
  world.pass(60);
  await sent({ offers: 'true' });
  expect((await lines()).map(([is]) => is)).toEqual([true, false]);
});

test('a tick counts from when it was sent: what was held meanwhile undoes no later withdrawal', async () => {
  const given = await asked();
  const { world, owner, sent, signer, customerId, lines } = given;
  await sent({ offers: 'true', signer: signer(), website: 'http://spam.test' });
  expect(await lines()).toHaveLength(1);
  await takenBack(given);
  const { db, workspaceId } = world;
  const held = await db.formSubmission.findFirstOrThrow({ where: { workspaceId, state: 'held' } });
  expect((await releaseSubmission(owner, { submissionId: held.id })).ok).toBe(true);
  const rows = await db.customerConsent.findMany({
    where: { workspaceId, customerId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });
  expect(rows.map(({ given: is }) => is)).toEqual([false, true, true]);
});

import { expect, test } from 'vitest';
import { blockSenderInput } from '@/features/blocks/commands/block-fields';
import { blockSender, unblockSender } from '@/features/blocks/commands/block-sender';
import { listBlockedCustomers, listBlockedSenders } from '@/features/blocks/queries';
import { blockCustomer } from '@/features/customers/commands/block-customer';
import { processAgain } from '@/features/intake/commands/process-again';
import { takeInBatch } from '@/features/intake/take-in-batch';
import { takeInMail } from '../../support/mail';
import { newWorld } from '../../support/world';

const mailFrom = (address: string) =>
  `From: <${address}>\r\nTo: <support@x.test>\r\nSubject: Hello\r\nMessage-ID: <${Math.random()}@x>\r\n\r\nIt does not work.\r\n`;

async function aWorld() {
  const world = await newWorld();
  const admin = await world.member({ role: 'admin' });
  const raw = async (address: string) => {
    const { id } = await takeInMail(world, mailFrom(address));
    return world.db.rawInbound.findFirstOrThrow({ where: { workspaceId: world.workspaceId, id } });
  };
  const tickets = () => world.db.ticket.count({ where: { workspaceId: world.workspaceId } });
  return { world, admin, raw, tickets };
}

test('mail of a blocked domain is kept with the reason, troubles nobody, and can be let in', async () => {
  const { world, admin, raw, tickets } = await aWorld();
  const input = blockSenderInput.parse({ kind: 'domain', value: '@Bad.test', reason: 'prizes' });
  const blocked = await blockSender(admin, input);
  expect(await blockSender(admin, input)).toMatchObject({ error: { code: 'name.taken' } });
  const held = await raw('win@bad.test');
  expect(held).toMatchObject({
    state: 'held',
    verdict: 'blocked',
    reason: 'blocked_sender: bad.test prizes',
  });
  expect(await tickets()).toBe(0);
  expect(await raw('anna@good.test')).toMatchObject({ state: 'processed' });
  await processAgain(admin, { rawInboundId: held.id });
  await takeInBatch(world.system(), [{ workspaceId: world.workspaceId, rawInboundId: held.id }]);
  expect(await tickets()).toBe(2);
  if (blocked.ok) await unblockSender(admin, blocked.value);
  expect(await listBlockedSenders(admin)).toEqual([]);
  expect(await raw('win@bad.test')).toMatchObject({ state: 'processed' });
});

test('a blocked customer is held over every address, and by nobody who may not', async () => {
  const { world, admin, raw } = await aWorld();
  await raw('anna@good.test');
  const { id: customerId } = await world.db.customer.findFirstOrThrow({
    where: { workspaceId: world.workspaceId },
  });
  const agent = await world.member();
  const block = { customerId, blocked: true, reason: 'threats' };
  expect(await blockCustomer(agent, block)).toMatchObject({ error: { code: 'not_found' } });
  await blockCustomer(admin, block);
  expect(await raw('anna@good.test')).toMatchObject({ reason: 'blocked_sender: customer threats' });
  expect(await listBlockedCustomers(admin)).toMatchObject([{ id: customerId, blockedReason: 'threats' }]);
  await blockCustomer(admin, { ...block, blocked: false });
  expect(await raw('anna@good.test')).toMatchObject({ state: 'processed' });
});

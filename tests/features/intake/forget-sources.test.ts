import { beforeEach, describe, expect, test } from 'vitest';
import { phoneConfig } from '@/channels/phone/config';
import { createApiKey } from '@/features/api-keys/commands/create-api-key';
import { deleteCustomer } from '@/features/customers/commands/delete-customer';
import { forgetSources } from '@/features/intake/commands/forget-sources';
import { processAgain } from '@/features/intake/commands/process-again';
import { sourceRetentionInput } from '@/features/intake/commands/retention-fields';
import { saveSourceRetention } from '@/features/intake/commands/save-source-retention';
import { setAside } from '@/features/intake/commands/set-aside';
import { getHeld, getRawSource, getSourceRetention, listHeld } from '@/features/intake/queries';
import { messageSource } from '@/features/tickets/queries-message';
import { shownMessages } from '@/features/tickets/queries-timeline';
import type { StaffContext } from '@/server/context';
import { countingDatabase } from '../../support/counting-database';
import { arrive, mailSource, takeInMail } from '../../support/mail';
import { newWorld } from '../../support/world';
import { caller } from '../api/calls';
import { phoneAccount } from '../phone/phone-rows';

/** The sweep goes over all workspaces, so these stand in a time in which nothing of other tests is old. */
const AT = '2001-03-02T09:00:00Z';
const DAY = 86_400;

let world: Awaited<ReturnType<typeof newWorld>>;
let admin: StaffContext;
beforeEach(async () => {
  world = await newWorld({ at: AT });
  admin = await world.member({ role: 'admin' });
});

const rawOf = (id: string, { workspaceId } = world) =>
  world.db.rawInbound.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } });
const sweep = () => forgetSources(world.system());
const nameless = 'Subject: Nobody\r\n\r\nWho am I?\r\n';

/** Rows that were settled when they came. */
async function settled(count: number, over: Readonly<Record<string, unknown>> = {}) {
  const { workspaceId, mailbox, db } = world;
  const rows = Array.from({ length: count }, () => ({
    ...{ workspaceId, id: admin.newId(), channelAccountId: mailbox.id, key: admin.newId() },
    ...{ source: 'smtp', envelopeTo: [], bytes: Buffer.from('Words'), size: 5, sha256: 'x' },
    ...{ state: 'processed' as const, receivedAt: world.now(), processedAt: world.now(), ...over },
  }));
  await db.rawInbound.createMany({ data: rows });
  return rows.map(({ id }) => id);
}

describe('what found its place', () => {
  test('stays ninety days as it came; then the bytes go and who sent them, and the message stays', async () => {
    const source = mailSource(world);
    const { id, ticketId } = await takeInMail(world, source);
    const message = await world.db.message.findFirstOrThrow({ where: { rawInboundId: id } });
    const shown = () => shownMessages(admin, { ticketId: ticketId ?? '', from: null, open: [] });
    world.pass(89 * DAY);
    await sweep();
    expect((await rawOf(id)).bytes.byteLength).toBe(source.length);
    expect((await shown())[0]).toMatchObject({ hasSource: true });

    world.pass(1 * DAY + 1);
    await sweep();
    expect(await rawOf(id)).toMatchObject({
      ...{ bytes: new Uint8Array(), sha256: '', headers: null, state: 'processed', ticketId },
      ...{ envelopeFrom: null, envelopeTo: [], remoteAddress: '', emptiedAt: world.now() },
    });
    expect(await messageSource(admin, message.id)).toBeNull();
    expect(await getRawSource(admin, id)).toBeNull();
    expect((await shown())[0]).toMatchObject({ hasSource: false, text: message.text });
    const again = await arrive(world, source);
    expect(again).toEqual({ rawInboundId: id, isNew: false });
  });

  test('can be read by the API until then, and is not found afterwards', async () => {
    const { id } = await takeInMail(world, mailSource(world));
    const message = await world.db.message.findFirstOrThrow({ where: { rawInboundId: id } });
    const key = await createApiKey(admin, { name: 'Shop', scopes: ['all'] });
    const call = caller(key.ok ? key.value.key : '');
    expect((await call(`/messages/${message.id}/raw`)).status).toBe(200);
    world.pass(91 * DAY);
    await sweep();
    expect((await call(`/messages/${message.id}/raw`)).status).toBe(404);
  });

  test('goes by the days of its own workspace', async () => {
    const here = await takeInMail(world, mailSource(world));
    const other = await newWorld({ at: AT });
    const there = await takeInMail(other, mailSource(other));
    await saveSourceRetention(admin, { sourceDays: 30, heldDays: 60 });
    world.pass(31 * DAY);
    await sweep();
    expect((await rawOf(here.id)).emptiedAt).toEqual(world.now());
    expect((await rawOf(there.id, other)).emptiedAt).toBeNull();
  });

  test.each([
    [7, 8, true],
    [7, 6, false],
    [365, 91, true],
  ])(
    'and told by a telephone system, no later than recordings: %i days, after %i',
    async (recordingDays, days, goes) => {
      const { workspaceId } = world;
      const secret = `whsec_${Buffer.from('a secret of twenty-four!').toString('base64')}`;
      const phone = await phoneAccount(world.system(), phoneConfig.parse({ provider: 'cti', secret }));
      await world.db.phoneSettings.create({ data: { workspaceId, recordingDays } });
      const [call = ''] = await settled(1, { channelAccountId: phone.id });
      const [mail = ''] = await settled(1);
      world.pass(days * DAY);
      await sweep();
      expect((await rawOf(call)).emptiedAt !== null).toBe(goes);
      expect((await rawOf(mail)).emptiedAt !== null).toBe(days > 90);
    },
  );

  test('goes at once with whoever sent it, when their name is taken from all', async () => {
    const { id, ticketId } = await takeInMail(world, mailSource(world));
    const other = await takeInMail(world, mailSource(world, { from: 'Bea <bea@customer.test>' }));
    await world.db.ticket.updateMany({
      where: { id: ticketId ?? '' },
      data: { status: 'closed', active: false },
    });
    const { requesterId } = await world.db.ticket.findFirstOrThrow({ where: { id: ticketId ?? '' } });
    expect(await deleteCustomer(admin, { customerId: requesterId, anonymise: true })).toMatchObject({
      ok: true,
    });
    expect(await rawOf(id)).toMatchObject({ bytes: new Uint8Array(), envelopeFrom: null });
    expect((await rawOf(other.id)).emptiedAt).toBeNull();
  });
});

describe('what found no place', () => {
  test('waits for a year; then it is set aside and let go, and says why', async () => {
    const { id } = await takeInMail(world, nameless, { envelopeFrom: null });
    world.pass(364 * DAY);
    await sweep();
    expect(await rawOf(id)).toMatchObject({ state: 'held', emptiedAt: null });
    world.pass(2 * DAY);
    await sweep();
    expect(await rawOf(id)).toMatchObject({ state: 'discarded', reason: 'not_looked_at' });
    const { rows } = await listHeld(admin, { show: 'discarded', before: null });
    expect(rows).toEqual([expect.objectContaining({ id, subject: '', sender: '', emptiedAt: world.now() })]);
    expect(await getHeld(admin, id)).toMatchObject({ shownSource: '', emptiedAt: world.now() });
    expect(await processAgain(admin, { rawInboundId: id })).toMatchObject({
      error: { code: 'inbound.not_held' },
    });
  });

  test('stays a week after it was set aside, however old it is', async () => {
    const { id } = await takeInMail(world, nameless, { envelopeFrom: null });
    world.pass(200 * DAY);
    await setAside(admin, { rawInboundId: id });
    world.pass(6 * DAY);
    await sweep();
    expect((await rawOf(id)).emptiedAt).toBeNull();
    world.pass(2 * DAY);
    await sweep();
    expect(await rawOf(id)).toMatchObject({ emptiedAt: world.now(), reason: 'set_aside' });
  });

  test('and is not understood yet, stays', async () => {
    const { rawInboundId } = await arrive(world, mailSource(world));
    world.pass(4000 * DAY);
    await sweep();
    expect(await rawOf(rawInboundId)).toMatchObject({ state: 'received', emptiedAt: null });
  });

  test('loses the address of whoever was blocked, and is not read again when its thread comes', async () => {
    const reason = 'blocked_sender: anna@customer.test';
    const [id = ''] = await settled(1, { state: 'discarded', reason });
    const { workspaceId, mailbox } = world;
    await world.db.waitingEcho.create({
      data: { workspaceId, channelAccountId: mailbox.id, key: 'thread', rawInboundId: id },
    });
    world.pass(91 * DAY);
    await sweep();
    expect((await rawOf(id)).reason).toBe('blocked_sender');
    expect(await world.db.waitingEcho.count({ where: { workspaceId } })).toBe(0);
  });
});

describe('the sweep', () => {
  test('asks once for what is due, however much that is, and goes on in portions', async () => {
    const counting = countingDatabase();
    const run = async (count: number) => {
      await settled(count);
      world.pass(91 * DAY);
      counting.statements();
      const emptied = await forgetSources({ db: counting.db, now: world.now });
      return [emptied, counting.statements().filter((each) => !/^(BEGIN|COMMIT)/.test(each)).length];
    };
    await run(1);
    expect(await run(3)).toEqual([3, 1]);
    expect(await run(60)).toEqual([60, 1]);
    expect(await run(501)).toEqual([501, 2]);
    await counting.close();
  });

  test('is shared by two workers without doing anything twice', async () => {
    await settled(1);
    world.pass(91 * DAY);
    await sweep();
    await settled(700);
    world.pass(91 * DAY);
    const [one, two] = await Promise.all([sweep(), sweep()]);
    await sweep();
    const where = { workspaceId: world.workspaceId, emptiedAt: null };
    expect(await world.db.rawInbound.count({ where })).toBe(0);
    expect(one + two).toBeLessThanOrEqual(700);
  });
});

describe('how long', () => {
  test('is said by whoever runs the workspace, and written down', async () => {
    expect(await getSourceRetention(admin)).toEqual({ sourceDays: 90, heldDays: 365 });
    await saveSourceRetention(admin, { sourceDays: 30, heldDays: 365 });
    expect(await getSourceRetention(admin)).toEqual({ sourceDays: 30, heldDays: 365 });
    const [entry, ...more] = await world.db.auditEntry.findMany({
      where: { workspaceId: world.workspaceId },
    });
    expect(entry).toMatchObject({ data: { field: 'sourceDays', from: 90, to: 30 } });
    expect(more).toEqual([]);
    const agent = await world.member({ role: 'agent' });
    expect(await saveSourceRetention(agent, { sourceDays: 1, heldDays: 1 })).toMatchObject({
      error: { code: 'forbidden' },
    });
  });

  test.each([
    [{ sourceDays: 0, heldDays: 365 }, 'sourceDays'],
    [{ sourceDays: 1.5, heldDays: 365 }, 'sourceDays'],
    [{ sourceDays: 90, heldDays: 3651 }, 'heldDays'],
    [{ sourceDays: 90, heldDays: 89 }, 'heldDays'],
    [{ sourceDays: Number.NaN, heldDays: 89 }, 'sourceDays'],
  ])('is not %o', (wrong, field) => {
    const read = sourceRetentionInput.safeParse(wrong);
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  test('is read and changed by the API too', async () => {
    const key = await createApiKey(admin, { name: 'Shop', scopes: ['all'] });
    const call = caller(key.ok ? key.value.key : '');
    expect((await call('/source-retention')).json).toEqual({ sourceDays: 90, heldDays: 365 });
    const set = (body: unknown) => call('/source-retention', { method: 'PATCH', body });
    expect((await set({ sourceDays: 14 })).json).toEqual({ sourceDays: 14, heldDays: 365 });
    expect(await set({ heldDays: 7 })).toMatchObject({ status: 422 });
    expect(await getSourceRetention(admin)).toEqual({ sourceDays: 14, heldDays: 365 });
  });
});

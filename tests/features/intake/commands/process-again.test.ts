import { describe, expect, it } from 'vitest';
import { processAgain } from '@/features/intake/commands/process-again';
import { setAside } from '@/features/intake/commands/set-aside';
import { getHeld, listHeld } from '@/features/intake/queries';
import { takeInBatch } from '@/features/intake/take-in-batch';
import { mailSource, takeInMail } from '../../../support/mail';
import { newWorld } from '../../../support/world';

type World = Awaited<ReturnType<typeof newWorld>>;

const nameless = 'Subject: Nobody\r\n\r\nWho am I?\r\n';

async function held() {
  const world = await newWorld();
  const admin = await world.member({ role: 'admin' });
  const { id } = await takeInMail(world, nameless, { envelopeFrom: null });
  return { world, admin, rawInboundId: id };
}

const rawOf = (world: World, id: string) =>
  world.db.rawInbound.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: world.workspaceId, id } },
  });

describe('a held mail', () => {
  it('is listed with its subject and reason, and can be read', async () => {
    const { admin, rawInboundId } = await held();
    const { rows } = await listHeld(admin, { show: 'held', before: null });
    expect(rows).toMatchObject([
      { id: rawInboundId, subject: 'Nobody', reason: 'no_sender', mailbox: 'Support' },
    ]);
    const mail = await getHeld(admin, rawInboundId);
    expect(mail).toMatchObject({ subject: 'Nobody', shownSource: nameless, isCut: false });
  });

  it('is processed again once its cause is mended, and is there once', async () => {
    const { world, admin, rawInboundId } = await held();
    await world.db.rawInbound.updateMany({
      where: { id: rawInboundId },
      data: { envelopeFrom: 'anna@customer.test' },
    });
    expect(await processAgain(admin, { rawInboundId })).toEqual({ ok: true, value: { rawInboundId } });
    const { workspaceId } = world;
    await takeInBatch(world.system(), [{ workspaceId, rawInboundId }]);
    expect(await rawOf(world, rawInboundId)).toMatchObject({ state: 'processed', attempts: 1 });
    expect(await world.db.message.count({ where: { workspaceId, rawInboundId } })).toBe(1);
    expect(await world.db.auditEntry.count({ where: { workspaceId, action: 'mail.replayed' } })).toBe(1);
  });

  it('can be set aside, and still be processed later', async () => {
    const { world, admin, rawInboundId } = await held();
    await setAside(admin, { rawInboundId });
    expect(await rawOf(world, rawInboundId)).toMatchObject({ state: 'discarded', reason: 'set_aside' });
    expect(await setAside(admin, { rawInboundId })).toMatchObject({ error: { code: 'inbound.not_held' } });
    expect(await processAgain(admin, { rawInboundId })).toMatchObject({ ok: true });
  });

  it('is nobody else’s: not an agent’s, not another workspace’s', async () => {
    const { world, rawInboundId } = await held();
    const agent = await world.member();
    const stranger = await (await newWorld()).member({ role: 'owner' });
    expect(await processAgain(agent, { rawInboundId })).toMatchObject({ error: { code: 'forbidden' } });
    expect(await processAgain(stranger, { rawInboundId })).toMatchObject({ error: { code: 'not_found' } });
    expect(await setAside(stranger, { rawInboundId })).toMatchObject({ error: { code: 'not_found' } });
    expect(await getHeld(stranger, rawInboundId)).toBeNull();
  });

  it('that is processed is not processed again', async () => {
    const world = await newWorld();
    const admin = await world.member({ role: 'admin' });
    const { id } = await takeInMail(world, mailSource(world));
    expect(await processAgain(admin, { rawInboundId: id })).toMatchObject({
      error: { code: 'inbound.not_held' },
    });
  });

  it('is found page by page, none twice and none left out', async () => {
    const world = await newWorld();
    const admin = await world.member({ role: 'admin' });
    for (let i = 0; i < 55; i++) {
      world.pass(i % 3);
      await takeInMail(world, `Subject: ${i}\r\n\r\nWho am I? ${i}\r\n`, { envelopeFrom: null });
    }
    const first = await listHeld(admin, { show: 'held', before: null });
    const second = await listHeld(admin, { show: 'held', before: first.nextCursor });
    expect([first.rows.length, second.rows.length, second.nextCursor]).toEqual([50, 5, null]);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(55);
  });
});

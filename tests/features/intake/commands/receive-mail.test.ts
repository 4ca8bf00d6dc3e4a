import { describe, expect, it } from 'vitest';
import { arrive, mailSource } from '../../../support/mail';
import { newWorld } from '../../../support/world';

describe('a mail that arrives', () => {
  it('is stored byte for byte, with what the carrier said', async () => {
    const world = await newWorld();
    const source = Buffer.from('From: a@b.test\nSubject: bare \xff line feeds\n\nx\r\ny\n', 'latin1');
    const { rawInboundId, isNew } = await arrive(world, source, { envelopeFrom: 'a@b.test' });

    const row = await world.db.rawInbound.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId: world.workspaceId, id: rawInboundId } },
    });
    expect(isNew).toBe(true);
    expect(Buffer.from(row.bytes).equals(source)).toBe(true);
    expect(row).toMatchObject({
      state: 'received',
      source: 'smtp',
      envelopeFrom: 'a@b.test',
      envelopeTo: [world.mailbox.address],
      size: source.length,
      attempts: 0,
    });
  });

  it('is one mail, however often its sender repeats it for want of an answer', async () => {
    const world = await newWorld();
    const source = mailSource(world);
    const arrivals = await Promise.all([1, 2, 3, 4].map(() => arrive(world, source)));

    expect(arrivals.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(arrivals.map(({ rawInboundId }) => rawInboundId)).size).toBe(1);
    expect(await world.db.rawInbound.count({ where: { workspaceId: world.workspaceId } })).toBe(1);
  });

  it('is another mail when the way in gives it another key', async () => {
    const world = await newWorld();
    const source = mailSource(world);
    await arrive(world, source, { key: '7/1' });
    expect(await arrive(world, source, { key: '7/2' })).toMatchObject({ isNew: true });
    expect(await arrive(world, source, { key: '7/2' })).toMatchObject({ isNew: false });
  });

  it('is kept apart by workspace', async () => {
    const [one, other] = await Promise.all([newWorld(), newWorld()]);
    const source = mailSource(one);
    await arrive(one, source);
    expect(await arrive(other, source)).toMatchObject({ isNew: true });
  });
});

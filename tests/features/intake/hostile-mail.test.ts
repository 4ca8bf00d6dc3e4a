import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeInBatch } from '@/features/intake/take-in-batch';
import { hostileMail } from '../../support/hostile-mail';
import { arrive } from '../../support/mail';
import { newWorld } from '../../support/world';

test('no mail is lost and none stops the others: each is understood or held with why, and its bytes stay', async () => {
  const world = await newWorld();
  const { workspaceId } = world;
  await fc.assert(
    fc.asyncProperty(fc.array(hostileMail, { minLength: 4, maxLength: 4 }), async (sources) => {
      const arrived = [];
      for (const source of sources)
        arrived.push(await arrive(world, source, { key: world.system().newId() }));
      const jobs = arrived.map(({ rawInboundId }) => ({ workspaceId, rawInboundId }));
      expect(await takeInBatch(world.system(), jobs)).toEqual(
        jobs.map(() => expect.objectContaining({ ok: true })),
      );
      for (const [at, { rawInboundId }] of arrived.entries()) {
        const row = await world.db.rawInbound.findUniqueOrThrow({
          where: { workspaceId_id: { workspaceId, id: rawInboundId } },
        });
        expect(Buffer.from(row.bytes).equals(sources[at] ?? Buffer.alloc(0))).toBe(true);
        expect(['processed', 'held', 'discarded']).toContain(row.state);
        if (row.state !== 'processed') expect(row.reason ?? '').not.toBe('');
      }
    }),
    { numRuns: 8, seed: 20_261_130 },
  );
  const stuck = await world.db.rawInbound.count({ where: { workspaceId, state: 'received' } });
  expect(stuck).toBe(0);
});

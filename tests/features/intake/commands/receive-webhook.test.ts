import { describe, expect, it } from 'vitest';
import { POST } from '@/app/api/inbound/email/[key]/route';
import { hashOf, newSecret } from '@/server/crypto/keys';
import { mailSource } from '../../../support/mail';
import { newWorld } from '../../../support/world';

async function connected() {
  const world = await newWorld();
  const key = newSecret();
  await world.db.channelAccount.updateMany({
    where: { workspaceId: world.workspaceId },
    data: { inboundKeyHash: hashOf(key) },
  });
  return { world, key };
}

function post(key: string, body: string | Buffer, head: Record<string, string> = {}) {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const request = new Request(`http://kalauz.test/api/inbound/email/${key}`, {
    method: 'POST',
    body: Uint8Array.from(bytes),
    headers: { 'content-type': 'message/rfc822', ...head },
  });
  return POST(request, { params: Promise.resolve({ key }) });
}

const stored = (world: Awaited<ReturnType<typeof newWorld>>) =>
  world.db.rawInbound.findMany({ where: { workspaceId: world.workspaceId } });

describe('mail brought by HTTP', () => {
  it('is stored before the answer, once', async () => {
    const { world, key } = await connected();
    const source = mailSource(world);
    const [first, second] = [await post(key, source), await post(key, source)];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(await second.json()).toMatchObject({ duplicate: true });
    const rows = await stored(world);
    expect(rows).toMatchObject([{ source: 'http', envelopeTo: [world.mailbox.address], state: 'received' }]);
    expect(Buffer.from(rows[0]?.bytes ?? []).toString()).toBe(source);
  });

  it('is taken whole up to the limit, and refused above it', async () => {
    const { world, key } = await connected();
    const large = Buffer.concat([
      Buffer.from(`${mailSource(world)}\r\n`),
      Buffer.alloc(26 * 1024 * 1024, 'x\n'),
    ]);
    expect((await post(key, large)).status).toBe(200);
    expect((await stored(world))[0]?.size).toBe(large.length);
    expect((await post(key, Buffer.alloc(50 * 1024 * 1024, 'x'))).status).toBe(413);
  });

  it('with an unknown key meets nobody, as does that of a mailbox that is switched off', async () => {
    const { world, key } = await connected();
    expect((await post(newSecret(), mailSource(world))).status).toBe(404);
    await world.db.channelAccount.updateMany({
      where: { workspaceId: world.workspaceId },
      data: { enabled: false },
    });
    expect((await post(key, mailSource(world))).status).toBe(404);
    expect(await stored(world)).toEqual([]);
  });

  it('that was cut off on its way is not kept as a whole one', async () => {
    const { world, key } = await connected();
    expect((await post(key, mailSource(world), { 'content-length': '999999' })).status).toBe(400);
    expect(await stored(world)).toEqual([]);
  });
});

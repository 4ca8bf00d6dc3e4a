import { describe, expect, it } from 'vitest';
import { takeInBatch } from '@/features/intake/take-in-batch';
import { arrive, mailSource, ticketOf } from '../../support/mail';
import { newWorld } from '../../support/world';

type World = Awaited<ReturnType<typeof newWorld>>;

const payload = (world: World) => (rawInboundId: string) => ({
  workspaceId: world.workspaceId,
  rawInboundId,
});

const rawOf = (world: World, id: string) =>
  world.db.rawInbound.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: world.workspaceId, id } },
  });

describe('a batch of mails', () => {
  it('is taken in as it arrived, so that an answer finds what it answers', async () => {
    const world = await newWorld();
    const ids: string[] = [];
    for (let i = 0; i < 12; i++) {
      const source = mailSource(world, {
        from: `c${i}@customer.test`,
        messageId: `<m${i}@x>`,
        ...(i > 0 && { inReplyTo: `<m${i - 1}@x>` }),
        text: `This is message number ${i} of one long conversation.`,
      });
      ids.push((await arrive(world, source)).rawInboundId);
    }
    const outcomes = await takeInBatch(world.system(), ids.map(payload(world)));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    const tickets = await world.db.ticket.findMany({ where: { workspaceId: world.workspaceId } });
    expect(tickets).toHaveLength(1);
    const messages = (await ticketOf(world, tickets[0]?.id ?? '')).messages.filter(
      (each) => each.direction === 'inbound',
    );
    expect(messages.map(({ messageId }) => messageId)).toEqual(
      Array.from({ length: 12 }, (_, i) => `m${i}@x`),
    );
  });

  it('makes one customer of many first mails of one person', async () => {
    const world = await newWorld();
    const ids: string[] = [];
    for (let i = 0; i < 8; i++) {
      ids.push((await arrive(world, mailSource(world, { subject: `Question ${i}` }))).rawInboundId);
    }
    await takeInBatch(world.system(), ids.map(payload(world)));
    expect(await world.db.customer.count({ where: { workspaceId: world.workspaceId } })).toBe(1);
    expect(await world.db.ticket.count({ where: { workspaceId: world.workspaceId } })).toBe(8);
  });

  it('is done once, also when two workers have it at the same time', async () => {
    const world = await newWorld();
    const { rawInboundId } = await arrive(world, mailSource(world));
    const batch = [payload(world)(rawInboundId)];
    await Promise.all([1, 2, 3].map(() => takeInBatch(world.system(), batch)));
    await takeInBatch(world.system(), batch);
    expect(await world.db.ticket.count({ where: { workspaceId: world.workspaceId } })).toBe(1);
    expect(await world.db.outgoingMail.count({ where: { workspaceId: world.workspaceId } })).toBe(1);
  });
});

describe('a mailbox', () => {
  it('remembers when its last mail came', async () => {
    const world = await newWorld();
    const { rawInboundId } = await arrive(world, mailSource(world));
    await takeInBatch(world.system(), [payload(world)(rawInboundId)]);
    const mailbox = await world.db.channelAccount.findFirstOrThrow({ where: { id: world.mailbox.id } });
    expect(mailbox.lastReceivedAt).toEqual(world.now());
  });
});

describe('a mail that ended the worker', () => {
  it('three times is not tried a fourth time, but waits for an admin with its bytes', async () => {
    const world = await newWorld();
    const { rawInboundId } = await arrive(world, mailSource(world));
    await world.db.rawInbound.updateMany({ where: { id: rawInboundId }, data: { attempts: 3 } });
    await takeInBatch(world.system(), [payload(world)(rawInboundId)]);
    const raw = await rawOf(world, rawInboundId);
    expect(raw).toMatchObject({ state: 'held', reason: 'crashed', ticketId: null });
    expect(raw.bytes.byteLength).toBe(raw.size);
  });

  it('twice is taken in at the third try', async () => {
    const world = await newWorld();
    const { rawInboundId } = await arrive(world, mailSource(world));
    await world.db.rawInbound.updateMany({ where: { id: rawInboundId }, data: { attempts: 2 } });
    await takeInBatch(world.system(), [payload(world)(rawInboundId)]);
    expect(await rawOf(world, rawInboundId)).toMatchObject({ state: 'processed', attempts: 3 });
  });
});

describe('odd mail', () => {
  it.each([
    ['nothing at all', ''],
    ['no head', 'just words\r\n'],
    ['NUL and broken letters', 'From: a@b.test\r\nSubject: \0x\xff\r\n\r\n\0\ud800 text'],
    [
      'an id without end',
      `From: a@b.test\r\nMessage-ID: <${'x'.repeat(20_000)}@y>\r\n\r\nHello there, my friend.`,
    ],
    ['an address without end', `From: ${'x'.repeat(5000)}@y.test\r\n\r\nHello there, my friend.`],
    [
      'ten thousand references',
      `From: a@b.test\r\nReferences: ${Array.from({ length: 10_000 }, (_, i) => `<${i}@x>`).join(' ')}\r\n\r\nHi`,
    ],
    ['a number that no ticket can have', 'From: a@b.test\r\nSubject: [#999999999]\r\n\r\nHi'],
  ])('with %s is stored and ends in a state that an admin can see', async (_, source) => {
    const world = await newWorld();
    const { rawInboundId } = await arrive(world, source, { envelopeFrom: 'a@b.test' });
    const [outcome] = await takeInBatch(world.system(), [payload(world)(rawInboundId)]);
    expect(outcome).toEqual({ ok: true });
    const raw = await rawOf(world, rawInboundId);
    expect(['processed', 'held']).toContain(raw.state);
    expect(raw.reason).not.toBeNull();
  });
});

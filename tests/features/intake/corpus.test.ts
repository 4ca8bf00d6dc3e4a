import { beforeAll, describe, expect, it } from 'vitest';
import { takeInBatch } from '@/features/intake/take-in-batch';
import { sharedCaseFile, sharedCases } from '../../support/cases';
import { arrive, mailSource } from '../../support/mail';
import { newWorld } from '../../support/world';

type World = Awaited<ReturnType<typeof newWorld>>;
type Row = Readonly<{ id: string; input_path: string; expected: Readonly<Record<string, unknown>> }>;

/** What became of one mail in a workspace of many. */
type Taken = Readonly<{
  row: Row;
  state: string;
  ticketId: string | null;
  stored: boolean;
  answered: boolean;
  threadedBy: string | null;
  authorAddress: string;
  authorName: string;
  automated: string | null;
}>;

/** Takes all mails in one after the other, as one mailbox would get them over the years. */
async function takeAll(rows: readonly Row[]): Promise<Taken[]> {
  const world = await newWorld();
  // Acknowledgements are limited by sender; here the sender is often the same.
  const taken: Taken[] = [];
  for (const row of rows) taken.push(await takeOne(world, row));
  return taken;
}

async function takeOne(world: World, row: Row): Promise<Taken> {
  const { workspaceId, db } = world;
  const source = sharedCaseFile(row.input_path);
  world.pass(3 * 24 * 3600);
  const { rawInboundId } = await arrive(world, source, { envelopeFrom: null });
  const [outcome] = await takeInBatch(world.system(), [{ workspaceId, rawInboundId }]);
  if (outcome && !outcome.ok) throw new Error(`${row.id}: ${String(outcome.error)}`);
  const raw = await db.rawInbound.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: rawInboundId } },
  });
  const message = await db.message.findFirst({ where: { workspaceId, rawInboundId } });
  const answers = raw.ticketId
    ? await db.outgoingMail.count({ where: { workspaceId, uniqueKey: `ack:${raw.ticketId}` } })
    : 0;
  return {
    row,
    state: raw.state,
    ticketId: raw.ticketId,
    stored: Buffer.from(raw.bytes).equals(source),
    answered: answers > 0,
    threadedBy: message?.threadedBy ?? null,
    authorAddress: message?.authorAddress ?? '',
    authorName: message?.authorName ?? '',
    automated: message?.automated ?? null,
  };
}

const ids = (taken: readonly Taken[]) => taken.map(({ row, state }) => `${row.id} (${state})`);

const automatic = sharedCases<Row>('auto-and-bounce');
const expectations = sharedCases<Row>('mail-expectations');
const mime = sharedCases<Row>('mime').filter((_, index) => index % 4 === 0);

if (automatic.length > 0) {
  describe('the public collection of automatic mail', () => {
    let taken: Taken[] = [];
    beforeAll(async () => {
      taken = await takeAll(automatic);
    }, 120_000);

    it('is stored to the last byte, and none is left unread', () => {
      expect(ids(taken.filter(({ stored, state }) => !stored || state === 'received'))).toEqual([]);
    });

    it('is answered by nobody', () => {
      const forbidden = taken.filter(
        ({ row, answered }) => answered && row.expected['no_auto_reply'] === true,
      );
      expect(ids(forbidden)).toEqual([]);
    });

    it('opens no ticket where it is a report', () => {
      const opened = taken.filter(
        ({ row, ticketId }) => ticketId !== null && row.expected['no_new_ticket_from_customer'] === true,
      );
      expect(ids(opened)).toEqual([]);
    });
  });
}

if (expectations.length > 0) {
  describe('the public collection of mails to helpdesks', () => {
    let taken: Taken[] = [];
    beforeAll(async () => {
      taken = await takeAll([...expectations, ...mime]);
    }, 120_000);

    it('is stored to the last byte, and each mail is on a ticket or waits for an admin', () => {
      expect(ids(taken.filter(({ stored, state }) => !stored || state === 'received'))).toEqual([]);
    });

    it('opens a ticket where it must', () => {
      const missing = taken.filter(
        ({ row, ticketId }) => row.expected['creates_ticket'] === true && !ticketId,
      );
      expect(ids(missing)).toEqual([]);
    });

    it('is from the right person, and marked where a machine sent it', () => {
      for (const { row, authorAddress } of taken.filter(({ row }) => 'sender_email' in row.expected)) {
        expect(authorAddress, row.id).toBe(row.expected['sender_email']);
      }
      const unmarked = taken.filter(
        ({ row, automated }) => row.expected['auto_reply'] === true && !automated,
      );
      expect(ids(unmarked)).toEqual([]);
    });
  });
}

describe('our own collection', () => {
  it('of what machines send opens at most flagged tickets, and is answered by nobody', async () => {
    const world = await newWorld();
    const machines = [
      ['Auto-Submitted: auto-replied'],
      ['Auto-Submitted: auto-generated'],
      ['Precedence: auto_reply'],
      ['X-Autoreply: yes'],
      ['X-Auto-Response-Suppress: All'],
      ['Return-Path: <>'],
      ['List-Unsubscribe: <https://x.test/u>'],
      ['X-Loop: other'],
      ['X-FC-MachineGenerated: true'],
    ];
    for (const head of machines) {
      const { rawInboundId } = await arrive(world, mailSource(world, { head, text: `About ${head[0]}` }));
      await takeInBatch(world.system(), [{ workspaceId: world.workspaceId, rawInboundId }]);
    }
    const { workspaceId } = world;
    expect(await world.db.rawInbound.count({ where: { workspaceId, state: 'processed' } })).toBe(
      machines.length,
    );
    expect(await world.db.message.count({ where: { workspaceId, automated: null } })).toBe(0);
    expect(await world.db.outgoingMail.count({ where: { workspaceId } })).toBe(0);
  });
});

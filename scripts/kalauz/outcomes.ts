import { setTimeout as pause } from 'node:timers/promises';
import { takeInBatch } from '@/features/intake/take-in-batch';
import { database } from '@/server/db/client';
import { world } from './world';

type Stored = Readonly<{ workspaceId: string; rawInboundId: string; name: string }>;

const LINES = 50;
const PORTION = 32;
const PATIENCE = 300_000;

/**
 * Says what became of stored mails. A running worker is waited for; where none runs, they are taken in here. Resolves with
 * exit code 1 when mails still wait in the end.
 */
export async function showOutcomes(stored: readonly Stored[]): Promise<number> {
  if (process.env['KALAUZ_RUNNING']) await waitForWorker(stored);
  else await takeInHere(stored);
  const counts = new Map<string, number>();
  for (const [index, each] of stored.entries()) {
    const { state, line } = await outcomeOf(each);
    counts.set(state, (counts.get(state) ?? 0) + 1);
    if (index < LINES) console.log(`${each.name}: ${line}`);
  }
  if (stored.length > LINES) console.log(`… and ${stored.length - LINES} more`);
  console.log([...counts].map(([state, count]) => `${count} ${state}`).join(', '));
  return counts.has('received') ? 1 : 0;
}

async function takeInHere(stored: readonly Stored[]): Promise<void> {
  for (let from = 0; from < stored.length; from += PORTION) {
    await takeInBatch(world(), stored.slice(from, from + PORTION));
  }
}

async function waitForWorker(stored: readonly Stored[]): Promise<void> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(200)) {
    const waiting = await database().rawInbound.count({
      where: {
        workspaceId: { in: [...new Set(stored.map(({ workspaceId }) => workspaceId))] },
        id: { in: stored.map(({ rawInboundId }) => rawInboundId) },
        state: 'received',
      },
    });
    if (waiting === 0) return;
  }
}

async function outcomeOf({
  workspaceId,
  rawInboundId: id,
}: Stored): Promise<Readonly<{ state: string; line: string }>> {
  const raw = await database().rawInbound.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id } },
    select: { state: true, verdict: true, reason: true, ticketId: true },
  });
  const ticket = raw.ticketId
    ? await database().ticket.findUnique({
        where: { workspaceId_id: { workspaceId, id: raw.ticketId } },
        select: { number: true },
      })
    : null;
  const words = [raw.state, ticket && `ticket ${ticket.number}`, raw.verdict, raw.reason].filter(Boolean);
  return { state: raw.state, line: `${words.join(', ')} (${id})` };
}

import { setTimeout as pause } from 'node:timers/promises';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { deskUpdateInput } from '@/features/tickets/inputs';
import { idsOfView } from '@/features/views/queries';
import { signedInAgents, staffOf } from './agents';
import { AGENTS } from './bulk-seed';
import { type Figures, figuresOf } from './figures';
import type { Product } from './product';
import { hearEvents } from './server-events';

type Measure = Readonly<{ product: Product; listeners: number }>;

const ROUNDS = 30;
const APART_MS = 1_000;

/**
 * How long it takes from a change of a ticket, its saving included, until each of so many open lists has heard of it. Browsers, web
 * server and database share this machine.
 */
export async function measureNotices({ product, listeners }: Measure): Promise<Figures[]> {
  const ctx = await staffOf(product);
  const cookies = await signedInAgents(product, AGENTS);
  const gone = new AbortController();
  const delays: number[] = [];
  let asked = 0;
  let heard = 0;
  const url = `${product.base}/api/live?workspace=${product.seeded.slug}&since=${Date.now()}&topic=tickets`;
  for (let index = 0; index < listeners; index++) {
    const cookie = cookies[index % cookies.length] ?? '';
    hearEvents(url, { headers: { cookie }, signal: gone.signal }, (event) => {
      if (event !== 'change' || asked === 0) return;
      heard++;
      delays.push(performance.now() - asked);
    });
  }
  await pause(5_000);
  const [ticketId = ''] = (await idsOfView(ctx, 'open')) ?? [];
  // What changes nothing is not told: the first change of the measurement has to be one.
  await changeTicket(ctx, deskUpdateInput.parse({ ticketId, priority: 'low' }));
  await pause(APART_MS);
  for (let round = 0; round < ROUNDS; round++) {
    asked = performance.now();
    const priority = round % 2 === 0 ? 'high' : 'low';
    const changed = await changeTicket(ctx, deskUpdateInput.parse({ ticketId, priority }));
    if (!changed.ok) throw new Error(changed.error.code);
    await pause(APART_MS);
  }
  gone.abort();
  const missed = ROUNDS * listeners - heard;
  const name = `Live notice, ${listeners} listeners (${heard} heard, ${missed} missed)`;
  return [figuresOf(name, delays, { target: 'p95 ≤ 300 ms' })];
}

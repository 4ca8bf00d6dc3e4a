import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { newId } from '@/server/ids';
import { signedInAgents } from './agents';
import { withCpuShares } from './cpu';
import { deskAction } from './desk-actions';
import { type Figures, figuresOf } from './figures';
import type { Product } from './product';
import { ask } from './server-events';

type Measure = Readonly<{ product: Product; client: pg.Client; agents: number; agentSeconds: number }>;

/** An agent looks at a list, opens a ticket, answers it and sets its status, and rests between. */
const REST_MS = 5_000;
const STEPS = ['List', 'Open a ticket', 'Reply', 'Status'] as const;
type Step = (typeof STEPS)[number];
type Run = Readonly<{ took: Readonly<Record<Step, number[]>>; errors: string[] }>;
type Ticket = Readonly<{ id: string; number: number }>;

/**
 * So many agents at work at once, each in a browser of their own: pages as browsers ask for them, answers and changes by the desk's own
 * actions. Nobody rests but five seconds between two steps for long: it is more than so many people do.
 */
export async function measureCrowd({ product, client, agents, agentSeconds }: Measure): Promise<Figures[]> {
  const cookies = await signedInAgents(product, agents);
  const tickets = await openTickets(client, product, cookies.length * 20);
  const run: Run = { took: { List: [], 'Open a ticket': [], Reply: [], Status: [] }, errors: [] };
  const until = Date.now() + agentSeconds * 1000;
  const work = agentOf(product, run);
  const [, shares] = await withCpuShares({ product, client }, () =>
    Promise.all(
      cookies.map((cookie, index) => {
        const own = tickets.filter((_, at) => at % cookies.length === index);
        return work({ cookie, own, until, delay: (index / cookies.length) * REST_MS });
      }),
    ),
  );
  if (run.errors.length > 0) console.error([...new Set(run.errors)].slice(0, 5).join('\n'));
  const note = `${cookies.length} agents, ${run.errors.length} errors`;
  return [
    ...STEPS.map((step) => figuresOf(`${step} (${note})`, run.took[step])),
    figuresOf(`Memory of web after it (${shares})`, [memoryOf(product.pids.web)], { unit: 'MB' }),
    figuresOf('Memory of worker after it', [memoryOf(product.pids.worker)], { unit: 'MB' }),
  ];
}

async function openTickets(client: pg.Client, { seeded }: Product, most: number): Promise<Ticket[]> {
  const { rows } = await client.query<Ticket>(
    `select id, number from "Ticket" where "workspaceId" = $1 and active and status <> 'new'
     order by "activityAt" desc limit $2`,
    [seeded.workspaceId, most],
  );
  return rows;
}

type Shift = Readonly<{ cookie: string; own: readonly Ticket[]; until: number; delay: number }>;

function agentOf(product: Product, run: Run) {
  const { base, seeded } = product;
  const [reply, update] = [deskAction(product, 'replyAction'), deskAction(product, 'updateAction')];
  const get = async (path: string, cookie: string) => {
    const { status } = await ask(`${base}/${seeded.slug}${path}`, { headers: { cookie } });
    if (status !== 200) throw new Error(`${path} answered ${status}`);
  };
  const step = async (name: Step, work: () => Promise<void>) => {
    const start = performance.now();
    await work().then(
      () => run.took[name].push(performance.now() - start),
      (error: unknown) => run.errors.push(`${name}: ${error instanceof Error ? error.message : error}`),
    );
    await pause(REST_MS);
  };
  return async ({ cookie, own, until, delay }: Shift) => {
    await pause(delay);
    for (let turn = 0; Date.now() < until; turn++) {
      const ticket = own[turn % own.length];
      if (!ticket) return;
      const { id: ticketId, number } = ticket;
      const path = `/desk/tickets/${number}`;
      await step('List', () => get('/desk?view=open', cookie));
      await step('Open a ticket', () => get(path, cookie));
      const answer = { ticketId, messageId: newId(), html: '<p>It is on its way.</p>', submitAs: 'open' };
      await step('Reply', () => reply({ cookie, path, input: answer }));
      await step('Status', () => update({ cookie, path, input: { ticketId, status: 'pending' } }));
    }
  };
}

/** Megabytes that a process holds in memory (proc(5) `status`, `VmRSS`). */
function memoryOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? Number.NaN) / 1024;
}

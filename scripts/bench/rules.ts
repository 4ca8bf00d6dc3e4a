import type pg from 'pg';
import { runTriggers } from '@/features/rules/commands/run-triggers';
import { sweepRules } from '@/features/rules/commands/sweep-rules';
import { recordFact } from '@/features/tickets/commands/record-fact';
import type { SystemContext } from '@/server/context';
import { database } from '@/server/db/client';
import { newId } from '@/server/ids';
import { type Figures, figuresOf } from './figures';
import type { Product } from './product';

const RULES = 200;
const WARM = 20;

type Measure = Readonly<{ client: pg.Client; product: Product; times: number }>;

/**
 * What two hundred rules cost an event, on all the tickets: the worker's part of it, since saving a ticket asks no rule.
 * Each rule has four conditions, of which the last is not met: what acting costs is another matter. Then a sweep of a rule
 * on time that finds nothing.
 */
export async function measureRules({ client, product, times }: Measure): Promise<Figures[]> {
  const { workspaceId } = product.seeded;
  const ctx: SystemContext = {
    workspaceId,
    actor: { kind: 'system', id: 'rule', name: 'rule' },
    db: database(),
    now: () => new Date(),
    newId,
  };
  const { rows } = await client.query<{ id: string }>(
    `select id from "Ticket" where "workspaceId" = $1 and active order by id limit $2`,
    [workspaceId, times + WARM],
  );
  const none = await eventTimes(ctx, rows);
  await addRules(client, workspaceId);
  const all = await eventTimes(ctx, rows);
  const base = figuresOf('Event, no rule', none);
  const cost = all.map((time) => Math.max(0, time - base.median));
  const sweeps = await sweepTimes(ctx);
  return [
    base,
    figuresOf(`Event, ${RULES} rules`, all),
    figuresOf(`Event cost of ${RULES} rules above none`, cost, { target: '≤ 10' }),
    figuresOf('Sweep of a rule on time, nothing due', sweeps),
  ];
}

async function eventTimes(
  ctx: SystemContext,
  tickets: readonly Readonly<{ id: string }>[],
): Promise<number[]> {
  const times: number[] = [];
  for (const [index, { id: ticketId }] of tickets.entries()) {
    const at = new Date();
    const event = { type: 'ticket.priority_changed', from: 'normal', to: 'high' } as const;
    await recordFact({ ...ctx, now: () => at }, { ticketId, event });
    const start = performance.now();
    await runTriggers(ctx, { ticketId, at });
    if (index >= WARM) times.push(performance.now() - start);
  }
  return times;
}

async function addRules(client: pg.Client, workspaceId: string): Promise<void> {
  await client.query(
    `insert into "Rule" ("workspaceId", id, kind, position, name, active, events, conditions, actions, "activeSince",
       "hourlyLimit", "createdAt", "updatedAt")
     select $1, gen_random_uuid(), 'trigger', n, 'Rule ' || n, true, array['ticket_updated'],
       json_build_object('all', json_build_array(
         json_build_object('field', 'priority', 'operator', 'changed_to', 'values', json_build_array('high')),
         json_build_object('field', 'subject', 'operator', 'contains_not', 'values', json_build_array('word' || n)),
         json_build_object('field', 'sinceCreated', 'operator', 'elapsed_at_least', 'values', json_build_array('0')),
         json_build_object('field', 'spam', 'operator', 'is_true'))),
       json_build_array(json_build_object('kind', 'add_tags', 'tags', json_build_array('rule-' || n))),
       now() - interval '1 day', 100000, now(), now()
     from generate_series(1, $2::int) as n`,
    [workspaceId, RULES],
  );
  await client.query(
    `insert into "Rule" ("workspaceId", id, kind, position, name, active, conditions, actions, "activeSince",
       "createdAt", "updatedAt")
     values ($1, gen_random_uuid(), 'automation', 1000, 'Silence', true, $2, '[{"kind": "stop"}]', now(), now(), now())`,
    [
      workspaceId,
      JSON.stringify({
        all: [
          { field: 'status', operator: 'is_any_of', values: ['pending'] },
          { field: 'sinceStatusChange', operator: 'elapsed_at_least', values: ['5000000'] },
        ],
      }),
    ],
  );
  await client.query(`update "Workspace" set "rulesVersion" = "rulesVersion" + 1 where id = $1`, [
    workspaceId,
  ]);
}

async function sweepTimes({ db }: SystemContext): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < 10; round++) {
    const start = performance.now();
    await sweepRules({ db, now: () => new Date(), newId }, new Date());
    times.push(performance.now() - start);
  }
  return times;
}

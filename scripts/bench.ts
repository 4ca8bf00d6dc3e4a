import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { stopBoss } from '../src/server/jobs/boss';
import { bulkSeed } from './bench/bulk-seed';
import { type Figures, lineOf } from './bench/figures';
import { PARTS } from './bench/parts';
import { type Product, startProduct } from './bench/product';
import { openThrowaway } from './postgres/throwaway.mjs';
import { migrate } from './setup/migrate.mjs';

const { values } = parseArgs({
  options: {
    tickets: { type: 'string', default: '100000' },
    mails: { type: 'string', default: '1000' },
    times: { type: 'string', default: '200' },
    histories: { type: 'string', default: '1000' },
    chats: { type: 'string', default: '500' },
    'chat-seconds': { type: 'string', default: '180' },
    listeners: { type: 'string', default: '500' },
    agents: { type: 'string', default: '100' },
    'agent-seconds': { type: 'string', default: '300' },
    customers: { type: 'string', default: '100000' },
    only: { type: 'string', default: Object.keys(PARTS).join(',') },
    help: { type: 'boolean', default: false },
  },
});

const HELP = `npm run bench -- [--tickets 100000] [--mails 1000] [--times 200] [--histories 1000] [--chats 500] [--chat-seconds 180] [--listeners 500] [--agents 100] [--agent-seconds 300] [--customers 100000] [--only ${Object.keys(PARTS).join(',')}]

Measures the built product (npm run build) on a database of its own, with the settings of the embedded one.
`;

if (values.help) {
  console.log(HELP);
} else {
  await run();
}

async function run(): Promise<void> {
  const parts = values.only.split(',');
  const files = mkdtempSync(join(tmpdir(), 'kalauz-bench-'));
  const database = await openThrowaway({});
  let product: Product | undefined;
  try {
    await step('migrate', () => migrate(database.address));
    const client = new pg.Client({ connectionString: database.address });
    await client.connect();
    // A part that fails ends the database under it: its own error is to be told, and not this one.
    client.on('error', () => undefined);
    const scale = { tickets: Number(values.tickets), messagesPerTicket: 4 };
    const seeded = await step(`seed ${scale.tickets} tickets of ${scale.messagesPerTicket} messages`, () =>
      bulkSeed(client, scale),
    );
    product = await step('start web and worker', () => startProduct(database.address, { files, seeded }));
    const counts = {
      times: Number(values.times),
      mails: Number(values.mails),
      histories: Number(values.histories),
      chats: Number(values.chats),
      chatSeconds: Number(values['chat-seconds']),
      listeners: Number(values.listeners),
      agents: Number(values.agents),
      agentSeconds: Number(values['agent-seconds']),
      customers: Number(values.customers),
    };
    const measure = { product, client, tickets: scale.tickets, ...counts };
    const figures: Figures[] = [];
    for (const [name, part] of Object.entries(PARTS)) {
      if (parts.includes(name)) figures.push(...(await part(measure)));
    }
    console.log(`\n${machine()}, ${scale.tickets} tickets of ${scale.messagesPerTicket} messages`);
    for (const figure of figures) console.log(lineOf(figure));
    await client.end();
  } finally {
    // Parts that save by the product's own commands have a queue of theirs in this process.
    await stopBoss();
    await product?.stop();
    await database.stop();
    rmSync(files, { recursive: true, force: true });
  }
}

async function step<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  process.stdout.write(`${name} …`);
  const start = performance.now();
  const value = await work();
  console.log(` ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return value;
}

function machine(): string {
  return `Node ${process.version}, ${availableParallelism()} cores`;
}

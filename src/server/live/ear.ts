import { Client } from 'pg';
import { log } from '@/server/log';

const FIRST_WAIT_MILLISECONDS = 200;
const LONGEST_WAIT_MILLISECONDS = 10_000;
const PING_MILLISECONDS = 15_000;
const PING_LIMIT_MILLISECONDS = 5_000;

type Ear = Readonly<{
  connectionString: string;
  /** Called for each notice. */
  onNotice: (payload: string) => void;
  /** Called each time that listening has begun: the first time, and after each loss. */
  onListening: () => void;
}>;

/**
 * Keeps one connection that listens to the channel `live`. A lost one is made again, at first after 0.2 s, then with
 * pauses that grow to 10 s. Returns how to stop for good.
 */
export function keepListening(ear: Ear): () => Promise<void> {
  let current: Client | null = null;
  let stopped = false;
  let tries = 0;
  void connect();

  return async () => {
    stopped = true;
    await current?.end().catch(() => undefined);
  };

  async function connect(): Promise<void> {
    const client = newClient(ear);
    current = client;
    const ended = new Promise<void>((done) => client.once('end', done));
    const listening = await listen(client);
    if (listening && !stopped) {
      tries = 0;
      ear.onListening();
      const ping = setInterval(() => void checkUp(client), PING_MILLISECONDS);
      ping.unref();
      await ended;
      clearInterval(ping);
    }
    await client.end().catch(() => undefined);
    if (!stopped) setTimeout(() => void (stopped || connect()), pauseAfter(tries++));
  }
}

function newClient({ connectionString, onNotice }: Ear): Client {
  const client = new Client({ connectionString, keepAlive: true, application_name: 'kalauz-live' });
  client.on('notification', ({ payload }) => onNotice(payload ?? ''));
  client.on('error', () => void client.end().catch(() => undefined));
  return client;
}

async function listen(client: Client): Promise<boolean> {
  try {
    await client.connect();
    await client.query('listen live');
    return true;
  } catch (error) {
    log().warn({ error }, 'live: cannot listen to the database');
    return false;
  }
}

/** Ends a connection that looks open and is not, as after the database's machine has vanished. */
async function checkUp(client: Client): Promise<void> {
  const late = new Promise((_, reject) => setTimeout(reject, PING_LIMIT_MILLISECONDS).unref());
  await Promise.race([client.query('select 1'), late]).catch(() => client.end().catch(() => undefined));
}

function pauseAfter(tries: number): number {
  const wait = Math.min(FIRST_WAIT_MILLISECONDS * 2 ** tries, LONGEST_WAIT_MILLISECONDS);
  return wait * (0.75 + Math.random() / 2);
}

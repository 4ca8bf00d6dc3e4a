import { newAudience, type Subscription } from './audience';

/** `lost` while there is no way to the server, `resting` while nobody looks, `gone` when the session has ended. */
export type ConnectionState = 'connecting' | 'open' | 'resting' | 'lost' | 'gone';

/** The part of `EventSource` that is used. */
export type Source = Pick<EventSource, 'addEventListener' | 'close'>;

type World = Readonly<{
  workspace: string;
  open: (url: string) => Source;
  /** From 0 to 1. */
  random: () => number;
}>;

type Line = { source: Source | null; topics: string; missed: boolean; tries: number };

const FIRST_WAIT_MILLISECONDS = 1_000;
const LONGEST_WAIT_MILLISECONDS = 30_000;

/**
 * The one stream of this page. Whoever subscribes hears when something under a topic has changed, and whenever something
 * may have been missed: after each new connection that follows a lost one.
 */
export function newConnection(world: World) {
  const audience = newAudience();
  const phase = newPhase();
  const line: Line = { source: null, topics: '', missed: false, tries: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;

  function plan(wait: number): void {
    clearTimeout(timer);
    timer = setTimeout(connect, wait);
  }

  /** The new stream takes over only when it is ready, so that there is no gap between the two. */
  function connect(): void {
    const topics = audience.topics();
    if (line.source !== null && topics.join() === line.topics) return;
    if (topics.length === 0) {
      drop('resting');
      return;
    }
    const next = world.open(addressOf(world.workspace, topics, audience.since()));
    next.addEventListener('ready', () => {
      if (line.source !== next) line.source?.close();
      const { missed } = line;
      Object.assign(line, { source: next, topics: topics.join(), missed: false, tries: 0 });
      phase.become('open');
      if (missed) audience.tell(null);
    });
    next.addEventListener('change', (event) => audience.tell((event as MessageEvent<string>).data));
    next.addEventListener('missed', () => audience.tell(null));
    next.addEventListener('gone', () => drop('gone', next));
    next.addEventListener('error', () => lose(next));
  }

  function lose(source: Source): void {
    source.close();
    if (phase.now() === 'gone' || phase.now() === 'resting') return;
    drop('lost');
    plan(pauseAfter(line.tries++, world.random()));
  }

  function drop(into: ConnectionState, source?: Source): void {
    clearTimeout(timer);
    source?.close();
    line.source?.close();
    Object.assign(line, { source: null, missed: true });
    phase.become(into);
  }

  return {
    state: phase.now,
    watch: phase.watch,
    subscribe(subscription: Subscription): () => void {
      const leave = audience.join(subscription);
      plan(0);
      return () => {
        leave();
        plan(0);
      };
    },
    /** Lets go of the stream while nobody looks at the page. */
    rest: () => (phase.now() === 'gone' ? undefined : drop('resting')),
    /** Connects at once: the page is looked at again, or the network is back. */
    wake(): void {
      if (phase.now() === 'open' || phase.now() === 'gone') return;
      line.tries = 0;
      plan(0);
    },
    /** The browser says that it has no network. */
    unplug: () => drop('lost'),
  };
}

function newPhase() {
  const watchers = new Set<() => void>();
  let state: ConnectionState = 'connecting';
  return {
    now: (): ConnectionState => state,
    watch(watcher: () => void): () => void {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    become(next: ConnectionState): void {
      if (state === next) return;
      state = next;
      for (const watcher of watchers) watcher();
    },
  };
}

function addressOf(workspace: string, topics: readonly string[], since: number): string {
  const query = new URLSearchParams({ workspace, since: String(since) });
  for (const topic of topics) query.append('topic', topic);
  return `/api/live?${query}`;
}

/** Grows from about 1 s to 30 s; spread by chance, so that not all browsers meet a restarted server at once. */
function pauseAfter(tries: number, random: number): number {
  return Math.min(FIRST_WAIT_MILLISECONDS * 2 ** tries, LONGEST_WAIT_MILLISECONDS) * (0.5 + random / 2);
}

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

type Line = {
  source: Source | null;
  /** On its way, and not ready yet. */
  next: Source | null;
  topics: string;
  missed: boolean;
  tries: number;
};

const FIRST_WAIT_MILLISECONDS = 1_000;
const LONGEST_WAIT_MILLISECONDS = 30_000;

/**
 * The one stream of this page. Whoever subscribes hears when something under a topic has changed, and whenever something
 * may have been missed: after each new connection that follows a lost one.
 */
export function newConnection(world: World) {
  const audience = newAudience();
  const phase = newPhase();
  const line: Line = { source: null, next: null, topics: '', missed: false, tries: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;

  function plan(wait: number): void {
    clearTimeout(timer);
    timer = setTimeout(connect, wait);
  }

  /** The new stream takes over only when it is ready, so that there is no gap between the two. */
  function connect(): void {
    const topics = audience.topics();
    if (line.source !== null && topics.join() === line.topics) return;
    if (topics.length === 0) drop('resting');
    else begin(topics);
  }

  function begin(topics: readonly string[]): void {
    line.next?.close();
    const next = world.open(addressOf(world.workspace, topics, audience.since()));
    line.next = next;
    hearFrom(next, {
      ready: () => takeOver(next, topics.join()),
      ...newsFor(audience),
      gone: () => drop('gone'),
      error: lose,
    });
  }

  function takeOver(next: Source, topics: string): void {
    if (line.source !== next) line.source?.close();
    const { missed } = line;
    Object.assign(line, { source: next, next: null, topics, missed: false, tries: 0 });
    phase.become('open');
    if (missed) audience.tell(null);
  }

  function lose(): void {
    if (phase.now() === 'gone' || phase.now() === 'resting') return;
    drop('lost');
    plan(pauseAfter(line.tries++, world.random()));
  }

  function drop(into: ConnectionState): void {
    clearTimeout(timer);
    line.source?.close();
    line.next?.close();
    Object.assign(line, { source: null, next: null, missed: true });
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
    wake: () => (phase.now() === 'open' || phase.now() === 'gone' ? undefined : plan(0)),
    /** The browser says that it has no network. */
    unplug: () => drop('lost'),
  };
}

/** What the stream has to tell: that something changed, what was said in a chat, or that something may have been missed. */
const newsFor = ({ tell }: ReturnType<typeof newAudience>) => ({
  change: (topic: string) => tell(topic),
  chat: (data: string) => {
    const news: Readonly<{ topic: string }> = JSON.parse(data);
    tell(news.topic, news);
  },
  missed: () => tell(null),
});

type Ears = Readonly<
  Record<'ready' | 'change' | 'chat' | 'missed' | 'gone' | 'error', (data: string) => void>
>;

function hearFrom(source: Source, ears: Ears): void {
  for (const [event, hear] of Object.entries(ears)) {
    source.addEventListener(event, (message) => hear((message as MessageEvent<string>).data));
  }
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

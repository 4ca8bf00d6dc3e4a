import { env } from '@/server/env';
import { keepListening } from './ear';
import { type Hear, newSubscribers } from './subscribers';

/** For clocks of several web servers that do not agree to the millisecond. */
const CLOCK_MARGIN_MILLISECONDS = 1_000;

export type LiveFeed = Readonly<{
  /** Hears these topics until the returned function is called. */
  subscribe: (topics: readonly string[], hear: Hear) => () => void;
  /**
   * Whether something under the topic may have changed at or after this moment, in milliseconds since 1970: also true
   * when nobody was listening yet.
   */
  changedSince: (topic: string, moment: number) => boolean;
  /** Ends the connection for good. */
  close: () => Promise<void>;
}>;

/**
 * Hears what `announce` says, over one connection that is opened with the first subscriber. After a lost connection
 * everybody is told that something may have been missed, so that nothing is.
 */
export function listenTo(connectionString: string): LiveFeed {
  const subscribers = newSubscribers();
  let stop: (() => Promise<void>) | null = null;
  let listeningSince: number | null = null;
  return {
    subscribe(topics, hear) {
      stop ??= keepListening({ connectionString, onNotice: subscribers.tell, onListening });
      return subscribers.add(topics, hear);
    },
    changedSince(topic, moment) {
      const from = moment - CLOCK_MARGIN_MILLISECONDS;
      return listeningSince === null || listeningSince > from || subscribers.saidSince(topic, from);
    },
    async close() {
      subscribers.clear();
      await stop?.();
    },
  };

  function onListening(): void {
    listeningSince = Date.now();
    subscribers.tellAll();
  }
}

const kept = globalThis as { kalauzLive?: LiveFeed };

/** The feed of this process: one database connection, however many browsers listen. */
export function liveFeed(): LiveFeed {
  kept.kalauzLive ??= listenTo(env().DATABASE_URL);
  return kept.kalauzLive;
}

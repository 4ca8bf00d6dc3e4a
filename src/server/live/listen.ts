import { randomUUID } from 'node:crypto';
import { env } from '@/server/env';
import { keepListening } from './ear';
import { type Hear, newSubscribers } from './subscribers';

/** For clocks of several web servers that do not agree to the millisecond. */
const CLOCK_MARGIN_MILLISECONDS = 1_000;

export type LiveFeed = Readonly<{
  /** Hears these topics until the returned function is called. */
  subscribe: (topics: readonly string[], hear: Hear) => () => void;
  /**
   * Whether something under the topic may have changed at or after this moment: also true when nobody was listening yet. The
   * moment is in milliseconds since 1970, or a place that a feed gave; what is neither is long ago.
   */
  changedSince: (topic: string, moment: string | number) => boolean;
  /** This moment, by the clock of this process: milliseconds since 1970, a point, and whose clock it is. */
  place: () => string;
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
  const clock = randomUUID().slice(0, 8);
  return {
    subscribe(topics, hear) {
      stop ??= keepListening({ connectionString, onNotice: subscribers.tell, onListening });
      return subscribers.add(topics, hear);
    },
    changedSince(topic, moment) {
      const [at = '', by] = String(moment).split('.');
      const from = (Number(at) || 0) - (by === clock ? 0 : CLOCK_MARGIN_MILLISECONDS);
      return listeningSince === null || listeningSince > from || subscribers.saidSince(topic, from);
    },
    place: () => `${Date.now()}.${clock}`,
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

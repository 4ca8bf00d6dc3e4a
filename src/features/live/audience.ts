export type Subscription = Readonly<{
  topics: readonly string[];
  /** When the page that subscribes was made on the server, in milliseconds since 1970. */
  since: number;
  /** Called with the topic that changed, and what is new where that was told; with null when anything may have been missed. */
  hear: (topic: string | null, news?: unknown) => void;
}>;

/** Who on this page wants to hear what. */
export function newAudience() {
  const subscriptions = new Set<Subscription>();
  return {
    /** Returns how to leave. */
    join(subscription: Subscription): () => void {
      subscriptions.add(subscription);
      return () => subscriptions.delete(subscription);
    },
    /** All topics that somebody wants, each once, in order. */
    topics: (): string[] => [...new Set([...subscriptions].flatMap((each) => each.topics))].sort(),
    /** The oldest of the pages; what changed after it must be told. */
    since: (): number => Math.min(...[...subscriptions].map((each) => each.since)),
    /** Tells those who want the topic, or everybody when something may have been missed (null). */
    tell(topic: string | null, news?: unknown): void {
      for (const { topics, hear } of subscriptions) {
        if (topic === null || topics.includes(topic)) hear(topic, news);
      }
    },
  };
}

/** Called with the topic that was announced, or with null when anything may have been missed. */
export type Hear = (topic: string | null) => void;

const REMEMBERED_MILLISECONDS = 120_000;

/** Who listens to what in this process, and what was said in the last two minutes. */
export function newSubscribers(now: () => number = Date.now) {
  const hearers = new Map<string, Set<Hear>>();
  const said = new Map<string, number>();

  return {
    /** Hears these topics until the returned function is called. */
    add(topics: readonly string[], hear: Hear): () => void {
      for (const topic of topics) hearers.set(topic, (hearers.get(topic) ?? new Set()).add(hear));
      return () => {
        for (const topic of topics) forget(topic, hear);
      };
    },
    /** Tells all who hear the topic. */
    tell(topic: string): void {
      said.delete(topic);
      said.set(topic, now());
      forgetOld();
      for (const hear of [...(hearers.get(topic) ?? [])]) hear(topic);
    },
    /** Tells everybody, once each, that they may have missed something. */
    tellAll(): void {
      for (const hear of new Set([...hearers.values()].flatMap((set) => [...set]))) hear(null);
    },
    /** Whether the topic was announced at or after this moment (in milliseconds since 1970), or may have been. */
    saidSince: (topic: string, moment: number): boolean =>
      moment < now() - REMEMBERED_MILLISECONDS || (said.get(topic) ?? 0) >= moment,
    clear(): void {
      hearers.clear();
      said.clear();
    },
  };

  function forget(topic: string, hear: Hear): void {
    const set = hearers.get(topic);
    set?.delete(hear);
    if (set?.size === 0) hearers.delete(topic);
  }

  /** The map is in the order of saying, so what is too old stands first. */
  function forgetOld(): void {
    for (const [topic, at] of said) {
      if (now() - at <= REMEMBERED_MILLISECONDS) return;
      said.delete(topic);
    }
  }
}

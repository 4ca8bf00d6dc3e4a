const LOOK_EVERY_MS = 20;

/**
 * Lets urgent work go first in this process, so that a flood of it is over sooner: while any of it runs, other work that
 * asks waits, but never longer than `longestMs`.
 */
export function rightOfWay(longestMs: number) {
  let urgent = 0;
  return {
    /** Runs what others give way to. */
    first: async <Value>(work: () => Promise<Value>): Promise<Value> => {
      urgent++;
      try {
        return await work();
      } finally {
        urgent--;
      }
    },
    /** Waits for a gap in the urgent work. */
    giveWay: async (): Promise<void> => {
      const until = Date.now() + longestMs;
      while (urgent > 0 && Date.now() < until) await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
    },
  };
}

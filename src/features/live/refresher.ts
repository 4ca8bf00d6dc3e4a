const SETTLE_MILLISECONDS = 250;

/**
 * Gathers wishes to refresh the page into few refreshes: the first comes a quarter of a second after the wish, the next
 * ones not sooner after it than the wish's own pause. Returns how to wish, and how to forget all wishes.
 */
export function newRefresher(run: () => void) {
  let ranAt = Number.NEGATIVE_INFINITY;
  let due = Number.POSITIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  return {
    want(pauseMilliseconds: number): void {
      const wish = Math.max(Date.now() + SETTLE_MILLISECONDS, ranAt + pauseMilliseconds);
      if (wish >= due) return;
      clearTimeout(timer);
      due = wish;
      timer = setTimeout(fire, due - Date.now());
    },
    forget(): void {
      clearTimeout(timer);
      due = Number.POSITIVE_INFINITY;
    },
  };

  function fire(): void {
    due = Number.POSITIVE_INFINITY;
    ranAt = Date.now();
    run();
  }
}

const kept = globalThis as { kalauzStreams?: Set<() => void> };

/** How to end each answer that is still being written, such as live streams: a stopping server would wait for them. */
function openStreams(): Set<() => void> {
  kept.kalauzStreams ??= new Set();
  return kept.kalauzStreams;
}

/** Remembers how to end a stream; returns how to forget it. */
export function rememberStream(end: () => void): () => void {
  openStreams().add(end);
  return () => openStreams().delete(end);
}

/** Ends all streams of this process. Browsers connect again, to whoever serves them next. */
export function endStreams(): void {
  for (const end of openStreams()) end();
}

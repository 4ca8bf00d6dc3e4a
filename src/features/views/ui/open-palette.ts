const NAME = 'kalauz:palette';

/** Opens the palette of commands wherever one is on the page. */
export function openPalette(): void {
  document.dispatchEvent(new CustomEvent(NAME));
}

/** Hears of it; gives how to stop. */
export function onOpenPalette(open: () => void): () => void {
  document.addEventListener(NAME, open);
  return () => document.removeEventListener(NAME, open);
}

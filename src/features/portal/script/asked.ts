const SEEN_MS = 1000;

/** Tells once that a question has stood before somebody's eyes for a moment. */
export function tellAsked(root: ParentNode): void {
  const question = root.querySelector<HTMLElement>('[data-asks]');
  const { asks: address, token } = question?.dataset ?? {};
  if (!question || !address || !token) return;
  let seen: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    watch.disconnect();
    void fetch(address, { method: 'POST', body: token, keepalive: true }).catch(() => undefined);
  };
  const watch = new IntersectionObserver(([entry]) => {
    clearTimeout(seen);
    if (entry?.isIntersecting) seen = setTimeout(tell, SEEN_MS);
  });
  watch.observe(question);
}

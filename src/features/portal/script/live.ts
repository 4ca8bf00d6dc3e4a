const PAUSE_MS = 500;

/** A request stays fresh: when something on it changes, its parts are asked for anew. Forms are no such part; what is typed stays. */
export function stayFresh(root: ParentNode): void {
  const page = root.querySelector<HTMLElement>('[data-live]');
  const address = page?.dataset['live'];
  if (!address) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const source = new EventSource(address);
  source.addEventListener('change', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void refresh(), PAUSE_MS);
  });
  source.addEventListener('gone', () => source.close());
  window.addEventListener('pagehide', () => source.close());
}

/** A form is on its way, and its answer is the next page: to load this one anew would take its place. */
const isSending = (): boolean => document.querySelector('form[data-sent="yes"]') !== null;

/** Other forms belong to another status: who has typed nothing gets the whole page anew. */
async function refresh(): Promise<void> {
  const answer = await fetch(window.location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const statusOf = (page: Document) => page.querySelector<HTMLElement>('[data-live]')?.dataset['status'];
  const isTyped = [...document.querySelectorAll('textarea')].some(({ value }) => value.trim() !== '');
  if (isSending()) return;
  if (statusOf(fresh) !== statusOf(document) && !isTyped) return window.location.reload();
  for (const part of document.querySelectorAll<HTMLElement>('[data-part]')) {
    const next = fresh.querySelector(`[data-part="${part.dataset['part']}"]`);
    if (next && next.innerHTML !== part.innerHTML) part.replaceChildren(...next.childNodes);
  }
}

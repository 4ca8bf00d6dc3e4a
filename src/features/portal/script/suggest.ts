type Article = Readonly<{ title: string; excerpt: string; href: string }>;

const LEAST = 3;
const WAIT_MS = 250;

/** Below fields that say so: articles that may answer what is being typed. Arrow keys lead into the list, Escape closes it. */
export function suggestWhileTyping(root: ParentNode): void {
  for (const input of root.querySelectorAll<HTMLInputElement>('input[data-suggest]')) {
    const place = document.getElementById(input.dataset['suggestions'] ?? '');
    if (place) suggest(input, place);
  }
}

function suggest(input: HTMLInputElement, place: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = new AbortController();
  const close = () => draw(place, null);
  input.addEventListener('input', () => {
    clearTimeout(timer);
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    const wanted = input.value.trim();
    if (wanted.length < LEAST) return close();
    timer = setTimeout(() => {
      articlesFor(input, wanted, signal).then(
        (found) => draw(place, found),
        () => undefined,
      );
    }, WAIT_MS);
  });
  const around = input.closest('search') ?? place;
  around.addEventListener('keydown', (event) => steer(event as KeyboardEvent, { input, place, close }));
  if (place.dataset['floats'] !== undefined) {
    around.addEventListener('focusout', (event) => {
      const next = (event as FocusEvent).relatedTarget;
      if (!(next instanceof Node) || !around.contains(next)) close();
    });
  }
}

async function articlesFor(
  input: HTMLInputElement,
  ...[wanted, signal]: [string, AbortSignal]
): Promise<readonly Article[] | null> {
  const answer = await fetch(`${input.dataset['suggest']}&q=${encodeURIComponent(wanted)}`, { signal });
  if (!answer.ok) return null;
  const { articles = [] } = (await answer.json()) as Readonly<{ articles?: readonly Article[] }>;
  return articles;
}

/** The list of what was found; null and nothing found close it. Words come from the page. */
function draw(place: HTMLElement, found: readonly Article[] | null): void {
  const list = place.querySelector('ul');
  const status = place.querySelector('[role=status]');
  const line = place.querySelector('template');
  if (!list || !status || !line) return;
  const rows = (found ?? []).map(({ title, excerpt, href }) => {
    const row = line.content.cloneNode(true) as DocumentFragment;
    const link = row.querySelector('a');
    if (link) link.href = href;
    const [name, about] = row.querySelectorAll('[data-word]');
    if (name) name.textContent = title;
    if (about) about.textContent = excerpt;
    return row;
  });
  list.replaceChildren(...rows);
  list.hidden = rows.length === 0;
  status.textContent = found
    ? (status.getAttribute('data-found') ?? '').replace('{count}', `${rows.length}`)
    : '';
}

type Around = Readonly<{ input: HTMLInputElement; place: HTMLElement; close: () => void }>;

function steer(event: KeyboardEvent, { input, place, close }: Around): void {
  const links = [...place.querySelectorAll<HTMLElement>('ul a')];
  if (event.key === 'Escape' && links.length > 0) {
    event.preventDefault();
    close();
    input.focus();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || links.length === 0) return;
  event.preventDefault();
  const now = links.indexOf(document.activeElement as HTMLElement);
  (links[now + step] ?? (step < 0 ? input : links.at(-1)))?.focus();
}

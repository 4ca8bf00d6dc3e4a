/** What of a message is chosen, and where on the screen. */
export type Passage = Readonly<{
  text: string;
  author: string;
  /** ISO 8601. */
  at: string;
  top: number;
  bottom: number;
  left: number;
}>;

/** The attributes by which the words of a message are known as such. */
export const saidBy = (author: string, at: Date) => ({
  'data-said': author,
  'data-said-at': at.toISOString(),
});

const SAID = '[data-said]';

/** The chosen words of one message, in the page itself or in the frame of a mail; null where none are chosen, or of several messages. */
export function chosenPassage(): Passage | null {
  const frame = document.activeElement;
  if (frame instanceof HTMLIFrameElement && frame.closest(SAID)) {
    const { left, top } = frame.getBoundingClientRect();
    const selection = frame.contentDocument?.getSelection() ?? null;
    return passageOf(selection, { words: frame.closest(SAID), left, top });
  }
  const selection = document.getSelection();
  const within = selection?.rangeCount ? selection.getRangeAt(0).commonAncestorContainer : null;
  const element = within instanceof Element ? within : (within?.parentElement ?? null);
  return passageOf(selection, { words: element?.closest(SAID) ?? null, left: 0, top: 0 });
}

type Place = Readonly<{ words: Element | null; left: number; top: number }>;

function passageOf(selection: Selection | null, { words, left, top }: Place): Passage | null {
  const text = selection?.isCollapsed ? '' : (selection?.toString().trim() ?? '');
  if (!selection || !words || text === '') return null;
  const box = selection.getRangeAt(0).getBoundingClientRect();
  return { ...sourceOf(words), text, top: top + box.top, bottom: top + box.bottom, left: left + box.left };
}

/** All that is seen of the message that an element stands in. */
export function wholePassage(element: Element): Pick<Passage, 'author' | 'at' | 'text'> | null {
  const words = element.closest('article')?.querySelector<HTMLElement>(SAID);
  if (!words) return null;
  const frame = words.querySelector('iframe')?.contentDocument?.body;
  const text = (frame ?? words).innerText.trim();
  return text === '' ? null : { ...sourceOf(words), text };
}

const sourceOf = (words: Element) => ({
  author: words.getAttribute('data-said') ?? '',
  at: words.getAttribute('data-said-at') ?? '',
});

const OPEN = 'kalauz:details';

/** Puts the focus on a field and unfolds it where the browser can; false when it is not to be seen. */
export function openField(box: Element | null, field: string): boolean {
  const element = box?.querySelector<HTMLElement>(`[data-field="${field}"]`);
  if (!element?.checkVisibility()) return false;
  element.focus();
  if (element instanceof HTMLSelectElement) showChoices(element);
  return true;
}

/** A browser that wants a press of the person first only gets the focus. */
function showChoices(select: HTMLSelectElement): void {
  try {
    select.showPicker();
  } catch {
    return;
  }
}

/** Asks for the details to be opened at a field; nobody answers where they stand on the page anyway. */
export function openDetails(field: string): void {
  document.dispatchEvent(new CustomEvent(OPEN, { detail: field }));
}

/** Hears `openDetails`; gives how to stop. */
export function onOpenDetails(open: (field: string) => void): () => void {
  const hear = (event: Event) => open(event instanceof CustomEvent ? String(event.detail) : '');
  document.addEventListener(OPEN, hear);
  return () => document.removeEventListener(OPEN, hear);
}

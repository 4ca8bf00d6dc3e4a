/** Links to the same page in another language take along what was searched for. */
export function keepSearch(root: ParentNode): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-keep-search]')) {
    link.addEventListener('click', () => {
      link.search = window.location.search;
    });
  }
}

const LOWEST = 120;
const HIGHEST = 6000;

/** The frame of a request form becomes as high as the form says that it is. */
export function letFramesGrow(): void {
  window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    const told = (data as Readonly<{ kalauzForm?: unknown }> | null)?.kalauzForm;
    if (typeof told !== 'number') return;
    for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-grows]')) {
      if (frame.contentWindow !== source) continue;
      frame.style.height = `${Math.min(Math.max(told, LOWEST), HIGHEST)}px`;
    }
  });
}

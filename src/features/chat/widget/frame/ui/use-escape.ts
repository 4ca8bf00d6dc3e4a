import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Hears Escape inside an element before anything around it does. */
export function useEscape(root: RefObject<HTMLElement>, onEscape: () => void, isOn = true): void {
  useEffect(() => {
    const place = root.current;
    if (!place || !isOn) return;
    const hear = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      onEscape();
    };
    place.addEventListener('keydown', hear);
    return () => place.removeEventListener('keydown', hear);
  }, [root, onEscape, isOn]);
}

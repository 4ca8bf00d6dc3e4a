import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Takes files that are dropped on an element; there is always a button that does the same. Returns whether some hover. */
export function useDrop(
  root: RefObject<HTMLElement>,
  take: ((files: readonly File[]) => void) | null,
): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const place = root.current;
    if (!place || !take) return;
    const over = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const leave = () => setOver(false);
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      take([...(event.dataTransfer?.files ?? [])]);
    };
    place.addEventListener('dragover', over);
    place.addEventListener('dragleave', leave);
    place.addEventListener('drop', drop);
    return () => {
      place.removeEventListener('dragover', over);
      place.removeEventListener('dragleave', leave);
      place.removeEventListener('drop', drop);
    };
  }, [root, take]);
  return isOver;
}

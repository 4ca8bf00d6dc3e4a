import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Bubble } from '../model/bubbles';

const NEAR_PIXELS = 60;

/** Keeps the end of the list in sight while the reader is there, and never moves what is read further up. */
export function useScroll(bubbles: readonly Bubble[]) {
  const list = useRef<HTMLOListElement>(null);
  const isAtEnd = useRef(true);
  const [seen, setSeen] = useState(bubbles.length);
  const { length } = bubbles;
  const newest = bubbles.at(-1);
  const isOwn = newest?.kind === 'message' && newest.from === 'visitor';
  const toEnd = useCallback(() => {
    isAtEnd.current = true;
    list.current?.scrollTo({ top: list.current.scrollHeight });
    setSeen(length);
  }, [length]);
  useLayoutEffect(() => {
    if (isAtEnd.current || isOwn) toEnd();
  }, [isOwn, toEnd]);
  useEffect(() => {
    const place = list.current;
    if (!place) return;
    // What scrolls must be reachable by keyboard.
    place.tabIndex = 0;
    const watch = new ResizeObserver(() => {
      if (isAtEnd.current) place.scrollTo({ top: place.scrollHeight });
    });
    watch.observe(place);
    return () => watch.disconnect();
  }, []);
  return {
    list,
    toEnd,
    onScroll: () => {
      const place = list.current;
      if (!place) return;
      isAtEnd.current = place.scrollHeight - place.scrollTop - place.clientHeight < NEAR_PIXELS;
      if (isAtEnd.current) setSeen(length);
    },
    /** How many came while the reader was further up. */
    unseen: isAtEnd.current ? 0 : Math.max(0, length - seen),
  };
}

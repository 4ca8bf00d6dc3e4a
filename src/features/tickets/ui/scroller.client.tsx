'use client';

import { ArrowDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';

const NEAR_PIXELS = 80;

type Props = Readonly<{
  /** The ids of the messages, in their order. */
  messageIds: readonly string[];
  /** Who wrote the newest one and how it begins, for those who cannot see it arrive. */
  newest: string;
  children: ReactNode;
}>;

/**
 * Shows the end of the conversation first, without a script: its boxes run upwards, so that the place of reading is counted
 * from the end and nothing above it can push it. What arrives while somebody reads further up is announced by a button.
 */
export function Scroller({ messageIds, newest, children }: Props) {
  const t = useTranslations('ticket.timeline');
  const box = useRef<HTMLDivElement>(null);
  const [unseen, setUnseen] = useState(0);
  const [told, setTold] = useState('');
  const known = useRef(new Set(messageIds));
  useStartOfNewest(box, messageIds.at(-1));
  useEffect(() => {
    const arrived = messageIds.filter((id) => !known.current.has(id)).length;
    known.current = new Set(messageIds);
    if (arrived === 0) return;
    setTold(newest);
    if (!isAtEnd(box.current)) setUnseen((count) => count + arrived);
  }, [messageIds, newest]);
  const toEnd = () => {
    box.current?.scrollTo({ top: 0, behavior: 'smooth' });
    setUnseen(0);
  };
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={box}
        onScroll={() => unseen > 0 && isAtEnd(box.current) && setUnseen(0)}
        className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overscroll-contain"
      >
        <div className="mb-auto">{children}</div>
      </div>
      <p role="status" className="sr-only">
        {told}
      </p>
      <div className="pointer-events-none absolute inset-x-0 bottom-3 text-center">
        {unseen > 0 && (
          <button
            type="button"
            onClick={toEnd}
            className="appear pointer-events-auto inline-flex h-8 items-center gap-1.5 rounded-full bg-accent px-3.5 font-medium text-on-accent shadow-raised hover:bg-accent-hover"
          >
            <ArrowDown aria-hidden className="size-4" />
            {t('unseen', { count: unseen })}
          </button>
        )}
      </div>
    </div>
  );
}

/** In a box that runs upwards the end is at 0, and what is above it below 0. */
const isAtEnd = (box: HTMLElement | null): boolean => box === null || box.scrollTop > -NEAR_PIXELS;

/** A newest message that is longer than the box is shown from its start, once. */
function useStartOfNewest(box: RefObject<HTMLElement | null>, newest: string | undefined): void {
  const first = useRef(newest);
  useEffect(() => {
    const element = document.getElementById(`m-${first.current}`);
    const height = box.current?.clientHeight ?? 0;
    if (element && element.getBoundingClientRect().height > height && isAtEnd(box.current)) {
      element.scrollIntoView({ block: 'start' });
    }
  }, [box]);
}

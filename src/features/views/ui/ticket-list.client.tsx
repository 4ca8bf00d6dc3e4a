'use client';

import { ArrowUp } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useCountdown } from '@/ui/due-countdown.client';
import { useShortcuts } from '@/ui/use-shortcuts';
import { settle, staysInPlace } from '../settle';
import type { LineRow } from '../ticket-rows';
import { lineTime } from './line-time';
import { type LineTexts, TicketLine } from './ticket-line.client';

type Props = Readonly<{
  workspace: string;
  caption: string;
  rows: readonly LineRow[];
  /** What a ticket's address carries, so that the way on and back is known there; without the question mark. */
  trail: string;
  /** The list is in the order of what is due next. */
  byDue?: boolean;
  /** Words to mark in subjects and previews. */
  words?: readonly string[];
  /** False where new tickets belong on another page of the list. */
  live: boolean;
}>;

/** The list of tickets. News never moves a line under the reader: it waits behind a button until nobody is reading. */
export function TicketList({ workspace, caption, rows, trail, byDue = false, words = [], live }: Props) {
  const t = useTranslations('desk.list');
  const list = useRef<HTMLTableElement>(null);
  const texts = useLineTexts();
  const [shown, setShown] = useState(rows);
  const settled = settle(shown, rows);
  const isRead = useReading(list);
  const still = staysInPlace(shown, rows);
  useEffect(() => {
    const mayMove = () => still || !isRead();
    if (mayMove()) setShown(rows);
    const timer = still ? undefined : setInterval(() => mayMove() && setShown(rows), LOOK_AGAIN_MILLISECONDS);
    return () => clearInterval(timer);
  }, [rows, still, isRead]);

  const showAll = () => {
    setShown(rows);
    window.scrollTo({ top: 0 });
  };
  useShortcuts({
    j: () => focusLine(list, 1),
    k: () => focusLine(list, -1),
    '.': showAll,
  });
  return (
    <>
      <div role="status" className="pointer-events-none sticky top-28 z-20 h-0 text-center lg:top-16">
        {live && settled.arrived > 0 && (
          <button
            type="button"
            onClick={showAll}
            title={t('show')}
            className="appear pointer-events-auto inline-flex h-8 items-center gap-1.5 rounded-full bg-accent px-3.5 font-medium text-on-accent shadow-raised hover:bg-accent-hover"
          >
            <ArrowUp aria-hidden className="size-4" />
            {t('arrived', { count: settled.arrived })}
          </button>
        )}
      </div>
      <table ref={list} className="w-full table-fixed border-collapse max-md:block">
        <caption className="sr-only">{caption}</caption>
        <ListHead />
        <tbody className="max-md:block">
          {settled.rows.map((row) => (
            <TicketLine key={row.id} {...{ workspace, row, trail, byDue, words, texts }} />
          ))}
        </tbody>
      </table>
    </>
  );
}

const LOOK_AGAIN_MILLISECONDS = 1_000;

function useLineTexts(): LineTexts {
  const common = useTranslations('common');
  const list = useTranslations('desk.list');
  const metric = useTranslations('sla.metric');
  const { relativeTime } = useFormatter();
  const countdown = useCountdown();
  const { now, dates } = countdown;
  return { common, list, metric, countdown, time: lineTime({ ...dates, relativeTime }, now) };
}

function ListHead() {
  const t = useTranslations('desk.list');
  const head = 'px-2 py-1.5 text-left font-medium text-ink-faint text-xs';
  const hidden = <T extends string>(text: T) => <span className="sr-only">{text}</span>;
  return (
    <thead className="max-md:sr-only">
      <tr className="border-line border-b">
        <th scope="col" className={`${head} w-10 pl-4`}>
          {hidden(t('status'))}
        </th>
        <th scope="col" className={`${head} w-40 xl:w-52`}>
          {t('requester')}
        </th>
        <th scope="col" className={head}>
          {t('subject')}
        </th>
        <th scope="col" className={`${head} w-8`}>
          {hidden(t('priority'))}
        </th>
        <th scope="col" className={`${head} w-8`}>
          {hidden(t('channel'))}
        </th>
        <th scope="col" className={`${head} w-11`}>
          {hidden(t('assignee'))}
        </th>
        <th scope="col" className={`${head} w-28 pr-4 text-right`}>
          {t('updated')}
        </th>
      </tr>
    </thead>
  );
}

function focusLine(list: RefObject<HTMLTableElement | null>, step: 1 | -1): void {
  const links = [...(list.current?.querySelectorAll<HTMLElement>('a[data-line]') ?? [])];
  const at = links.indexOf(document.activeElement as HTMLElement);
  const next = links[at === -1 ? 0 : at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

const READING_MILLISECONDS = 3_000;

/** Whether somebody is reading the list now: it is scrolled, a line has the focus, or the pointer moved over it lately. */
function useReading(list: RefObject<HTMLTableElement | null>): () => boolean {
  const pointedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const table = list.current;
    const note = () => {
      pointedAt.current = performance.now();
    };
    table?.addEventListener('pointermove', note, { passive: true });
    return () => table?.removeEventListener('pointermove', note);
  }, [list]);
  const [isRead] = useState(() => () => {
    const focused = list.current?.contains(document.activeElement) ?? false;
    return focused || window.scrollY > 8 || performance.now() - pointedAt.current < READING_MILLISECONDS;
  });
  return isRead;
}

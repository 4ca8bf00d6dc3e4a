'use client';

import { useEffect } from 'react';
import { v7 as newId } from 'uuid';
import { countedTo, isNewSession, type Meter, meterFrom, withInput, withVisible } from '@/domain/focus/meter';
import { type BeatOutbox, newBeatOutbox } from '../beat-outbox';

type Props = Readonly<{ workspace: string; ticketId: string }>;

/** Browsers tell twice a minute, and when the page goes away. */
const PACE = 30_000;
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'scroll', 'touchstart'] as const;

/** Measures how long a ticket is in front of the reader, and tells the server so. Shows nothing. */
export function FocusMeter({ workspace, ticketId }: Props) {
  useEffect(() => measure(outboxOf(workspace), ticketId), [workspace, ticketId]);
  return null;
}

const outboxes = new Map<string, BeatOutbox>();

/** One for all tickets that are opened in a tab, so that what is left behind goes with what comes. */
function outboxOf(workspace: string): BeatOutbox {
  const address = `/api/desk/${workspace}/focus`;
  const bodyOf = (beats: unknown) => JSON.stringify({ beats });
  const outbox =
    outboxes.get(workspace) ??
    newBeatOutbox({
      send: async (beats) => {
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch(address, { method: 'POST', headers, body: bodyOf(beats) });
        return answer.ok;
      },
      handOver: (beats) =>
        navigator.sendBeacon(address, new Blob([bodyOf(beats)], { type: 'application/json' })),
    });
  outboxes.set(workspace, outbox);
  return outbox;
}

/** Follows one ticket until the function that it gives is called. */
function measure(outbox: BeatOutbox, ticketId: string): () => void {
  const now = () => performance.now();
  const isVisible = () => document.visibilityState === 'visible';
  let sessionId = newId();
  let meter: Meter = meterFrom(now(), isVisible());
  const note = () => {
    meter = countedTo(meter, now());
    outbox.note({ sessionId, ticketId, seconds: Math.floor(meter.counted / 1000) });
  };
  const begin = () => {
    if (!isNewSession(meter, now())) return;
    note();
    sessionId = newId();
    meter = { ...meterFrom(now(), isVisible()) };
  };
  const onSign = () => {
    begin();
    meter = withInput(meter, now());
  };
  const onVisible = () => {
    if (isVisible()) begin();
    meter = withVisible(meter, now(), isVisible());
    if (!isVisible()) leave();
  };
  const leave = () => {
    note();
    outbox.leave();
  };
  const timer = setInterval(() => {
    note();
    void outbox.tell();
  }, PACE);
  for (const sign of SIGNS) addEventListener(sign, onSign, { passive: true, capture: true });
  document.addEventListener('visibilitychange', onVisible);
  addEventListener('pagehide', leave);
  return () => {
    clearInterval(timer);
    for (const sign of SIGNS) removeEventListener(sign, onSign, { capture: true });
    document.removeEventListener('visibilitychange', onVisible);
    removeEventListener('pagehide', leave);
    leave();
  };
}

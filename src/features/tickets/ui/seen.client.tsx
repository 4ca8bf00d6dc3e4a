'use client';

import { useEffect, useRef } from 'react';

type Props = Readonly<{
  workspace: string;
  ticketId: string;
  /** When the page was made, in milliseconds since 1970. */
  at: number;
  /** What of the ticket may be new: as long as it is the same, nothing is told again. */
  activityAt: number;
}>;

/** Tells that the reader has this ticket before their eyes; not while the tab is behind others. Shows nothing. */
export function Seen({ workspace, ticketId, at, activityAt }: Props) {
  const told = useRef('');
  useEffect(() => {
    const news = `${ticketId} ${activityAt}`;
    const tell = () => {
      if (document.hidden || told.current === news) return;
      told.current = news;
      document.removeEventListener('visibilitychange', tell);
      const body = JSON.stringify({ at: new Date(at).toISOString() });
      void fetch(`/api/desk/${workspace}/tickets/${ticketId}/seen`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body,
        keepalive: true,
      }).catch(() => undefined);
    };
    document.addEventListener('visibilitychange', tell);
    tell();
    return () => document.removeEventListener('visibilitychange', tell);
  }, [workspace, ticketId, at, activityAt]);
  return null;
}

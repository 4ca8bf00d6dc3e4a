'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { browserNotices } from '@/ui/browser-notices';
import type { FreshNotice } from '../queries';

type Props = Readonly<{ workspace: string; fresh: readonly FreshNotice[] }>;

/**
 * Has the browser show what is new while nobody looks at this tab, where that is switched on. What was there when the page
 * came is not shown: it has been, or stands in the list. Draws nothing.
 */
export function BrowserNotices({ workspace, fresh }: Props) {
  const router = useRouter();
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    const first = known.current === null;
    const seen = known.current ?? new Set<string>();
    known.current = seen;
    const added = fresh.filter(({ id }) => !seen.has(id));
    for (const { id } of added) seen.add(id);
    if (first || !isWanted()) return;
    for (const notice of added) show(notice, (path) => router.push(`/${workspace}${path}`));
  }, [fresh, workspace, router]);
  return null;
}

/** Whoever looks at the tab sees the bell. */
const isWanted = () => browserNotices.state() === 'on' && (document.hidden || !document.hasFocus());

/** The same id in another tab takes the place of this one: it is shown once. */
function show({ id, title, sentence, path }: FreshNotice, open: (path: string) => void): void {
  const shown = new Notification(title, { body: sentence, tag: id });
  shown.onclick = () => {
    window.focus();
    open(path);
    shown.close();
  };
}

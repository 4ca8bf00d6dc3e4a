'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useRef } from 'react';

const PAUSE_MILLISECONDS = 500;

/** Keeps a request fresh: asks for the page again when something on it has changed. Shows nothing; what is typed stays. */
export function PortalLive({ address, since }: Readonly<{ address: string; since: number }>) {
  const router = useRouter();
  // The moment of the first page counts: a refresh brings a newer one, and needs no new connection.
  const made = useRef(since);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const source = new EventSource(`${address}&since=${made.current}`);
    source.addEventListener('change', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => startTransition(() => router.refresh()), PAUSE_MILLISECONDS);
    });
    source.addEventListener('gone', () => source.close());
    return () => {
      clearTimeout(waiting);
      source.close();
    };
  }, [address, router]);
  return null;
}

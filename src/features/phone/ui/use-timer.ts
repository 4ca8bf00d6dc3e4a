import { useEffect, useState } from 'react';

/** Seconds since `startedAt` (milliseconds), counted on the screen; stands still without one. */
export function useTimer(startedAt: number | null): number {
  const [now, setNow] = useState(startedAt ?? 0);
  useEffect(() => {
    if (startedAt === null) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [startedAt]);
  return startedAt === null ? 0 : Math.max(0, Math.floor((now - startedAt) / 1000));
}

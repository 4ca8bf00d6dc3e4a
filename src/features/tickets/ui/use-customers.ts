import { useEffect, useState } from 'react';

type Customer = Readonly<{ id: string; name: string; address: string | null }>;

const SETTLE_MILLISECONDS = 150;

/** The customers that fit what was typed, from two characters on; null while nobody knows yet. */
export function useCustomers(workspace: string, q: string): readonly Customer[] | null {
  const [found, setFound] = useState<readonly Customer[] | null>(null);
  useEffect(() => {
    if (q.trim().length < 2) {
      setFound(null);
      return;
    }
    const gone = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await fetch(`/api/desk/${workspace}/customers?${new URLSearchParams({ q })}`, {
        signal: gone.signal,
      }).catch(() => null);
      if (answer?.ok) setFound((await answer.json()).customers);
    }, SETTLE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [workspace, q]);
  return found;
}

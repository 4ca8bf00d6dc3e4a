import { useCallback, useRef } from 'react';

const PAUSE_MS = 3_000;

/** Tells the visitor that one types, at most every three seconds, and at once that one has stopped. */
export function useTelling(workspace: string, id: string): (typing: boolean) => void {
  const told = useRef({ typing: false, at: 0 });
  return useCallback(
    (typing: boolean) => {
      const now = Date.now();
      const { current } = told;
      if (current.typing === typing && (!typing || now - current.at < PAUSE_MS)) return;
      told.current = { typing, at: now };
      void fetch(`/api/desk/${workspace}/chats/${id}/typing`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ typing }),
      }).catch(() => undefined);
    },
    [workspace, id],
  );
}

import { useCallback, useEffect, useRef, useState } from 'react';
import { type Colleague, type Doing, HERE_EVERY_MS } from '@/domain/ticket/presence';
import { useHearing } from '@/ui/hearing.client';

/** So long after the last letter somebody still counts as writing. */
const WRITES_FOR_MS = 6_000;

type Place = Readonly<{ workspace: string; ticketId: string }>;

/** Says that this ticket is in front of the reader, and what they write, and gives who else has it open. */
export function useHere({ workspace, ticketId }: Place): readonly Colleague[] {
  const [colleagues, setColleagues] = useState<readonly Colleague[]>([]);
  const doing = useRef<Doing>('viewing');
  const tell = useCallback(
    async (what: Doing | 'gone') => {
      const answer = await fetch(`/api/desk/${workspace}/tickets/${ticketId}/here`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ doing: what }),
        keepalive: true,
      }).catch(() => null);
      if (what !== 'gone' && answer?.ok) setColleagues((await answer.json()).colleagues);
    },
    [workspace, ticketId],
  );
  useHearing([`here:${ticketId}`], () => {
    if (!document.hidden) void tell(doing.current);
  });
  useEffect(() => {
    const stopWatching = watchWriting((now) => {
      doing.current = now;
      void tell(now);
    });
    const look = () => void tell(document.hidden ? 'gone' : doing.current);
    const leave = () => void tell('gone');
    const timer = setInterval(() => {
      if (!document.hidden) void tell(doing.current);
    }, HERE_EVERY_MS);
    document.addEventListener('visibilitychange', look);
    window.addEventListener('pagehide', leave);
    look();
    return () => {
      stopWatching();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [tell]);
  return colleagues;
}

/** Hears of what is typed into a composer, which says by `data-writing` what becomes of it; calls when that begins, changes or has ended. */
function watchWriting(change: (doing: Doing) => void): () => void {
  let now: Doing = 'viewing';
  let rest: ReturnType<typeof setTimeout> | undefined;
  const become = (next: Doing) => {
    if (next !== now) change(next);
    now = next;
  };
  const hear = ({ target }: Event) => {
    const composer = target instanceof Element ? target.closest<HTMLElement>('[data-writing]') : null;
    const writing = composer?.dataset['writing'];
    if (writing === undefined) return;
    clearTimeout(rest);
    rest = setTimeout(() => become('viewing'), WRITES_FOR_MS);
    become(writing === 'note' ? 'note' : 'reply');
  };
  document.addEventListener('input', hear, { capture: true });
  return () => {
    clearTimeout(rest);
    document.removeEventListener('input', hear, { capture: true });
  };
}

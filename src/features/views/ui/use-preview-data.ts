import { useEffect, useState } from 'react';
import type { TicketPreview } from '@/domain/view/preview';

/** So long the focus rests on a line before it is asked for, in milliseconds: a key that is held down asks for nothing. */
const REST = 90;

/** What is known of the ticket beyond its line; `gone` where there is no such ticket any more, `failed` where nobody answered. */
type Known = TicketPreview | 'gone' | 'failed' | null;

type Asked = Readonly<{ workspace: string; id: string; activityAt: Date }>;

/** A ticket at a glance, asked for again when something has happened on it. What was known stays until the answer is there. */
export function usePreviewData({ workspace, id, activityAt }: Asked): readonly [Known, () => void] {
  const [known, know] = useState<Readonly<{ id: string; at: number; what: Known }>>({
    id,
    at: 0,
    what: null,
  });
  const [attempt, setAttempt] = useState(0);
  const at = activityAt.getTime();
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(
      async () => {
        const what = await asked(`/api/desk/${workspace}/tickets/${id}/preview`, stop.signal);
        if (!stop.signal.aborted) know({ id, at, what });
      },
      attempt === 0 ? REST : 0,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [workspace, id, at, attempt]);
  return [known.id === id ? known.what : null, () => setAttempt((before) => before + 1)];
}

async function asked(url: string, signal: AbortSignal): Promise<Known> {
  try {
    const answer = await fetch(url, { signal });
    if (answer.ok) return (await answer.json()) as TicketPreview;
    return answer.status === 404 ? 'gone' : 'failed';
  } catch {
    return 'failed';
  }
}

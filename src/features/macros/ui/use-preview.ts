import { useEffect, useState } from 'react';
import type { MacroPreview } from '../preview-macro';
import { fetchPreview } from './fetch-macros';

const PAUSE_MILLISECONDS = 80;

/** What the macro that is looked at would do; null until it is known. */
export function usePreview(
  workspace: string,
  { id, ticketId }: Readonly<{ id: string | null; ticketId: string }>,
): MacroPreview | null {
  const [preview, setPreview] = useState<MacroPreview | null>(null);
  useEffect(() => {
    if (id === null) return;
    const gone = new AbortController();
    const timer = setTimeout(() => {
      void fetchPreview(workspace, { id, ticketId }, gone.signal).then((found) => {
        if (!gone.signal.aborted) setPreview(found);
      });
    }, PAUSE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [workspace, id, ticketId]);
  return preview;
}

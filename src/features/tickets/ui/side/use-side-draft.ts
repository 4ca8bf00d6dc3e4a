import { useCallback, useEffect, useRef, useState } from 'react';
import type { ComposerDraft } from '../use-draft';

export type SideDraft = Pick<ComposerDraft, 'html' | 'to' | 'cc' | 'files'> & Readonly<{ subject: string }>;

const CHANGED = 'kalauz-side-draft';

const keyOf = (ticketId: string, sideId: string | null) => `kalauz/side/${ticketId}/${sideId ?? 'new'}`;

/** Puts words into the composer of a conversation, whether it is open now or will be. */
export function keepSideDraft(ticketId: string, ...[sideId, draft]: [string | null, SideDraft]): void {
  window.sessionStorage.setItem(keyOf(ticketId, sideId), JSON.stringify(draft));
  window.dispatchEvent(new Event(CHANGED));
}

/** What is typed beside a ticket, kept in this tab until it is sent; `edition` rises when it came from elsewhere. */
export function useSideDraft(ticketId: string, ...[sideId, empty]: [string | null, SideDraft]) {
  const key = keyOf(ticketId, sideId);
  const [words, setWords] = useState(empty);
  const [edition, setEdition] = useState(0);
  const latest = useRef<ComposerDraft>(composed(empty));
  const set = useCallback((next: SideDraft) => {
    latest.current = composed(next);
    setWords(next);
  }, []);
  useEffect(() => {
    const take = () => {
      const kept = window.sessionStorage.getItem(key);
      if (!kept) return;
      set(JSON.parse(kept) as SideDraft);
      setEdition((count) => count + 1);
    };
    take();
    window.addEventListener(CHANGED, take);
    return () => window.removeEventListener(CHANGED, take);
  }, [key, set]);
  const change = useCallback(
    (patch: (draft: ComposerDraft) => Partial<ComposerDraft & SideDraft>) => {
      setWords((before) => {
        const { html, to, cc, files, subject } = { ...before, ...patch(composed(before)) };
        const next = { html, to, cc, files, subject };
        latest.current = composed(next);
        const kept = { ...next, files: files.filter(({ id }) => id !== null) };
        window.sessionStorage.setItem(key, JSON.stringify(kept));
        return next;
      });
    },
    [key],
  );
  const clear = useCallback(() => {
    window.sessionStorage.removeItem(key);
    set(empty);
    setEdition((count) => count + 1);
  }, [key, empty, set]);
  return { draft: { ...words, promise: null }, latest, edition, change, clear };
}

const composed = ({ html, to, cc, files }: SideDraft): ComposerDraft => ({
  ...{ html, to, cc, files },
  bcc: [],
  promise: null,
});

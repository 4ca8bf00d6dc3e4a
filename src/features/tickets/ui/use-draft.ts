import { useCallback, useEffect, useRef, useState } from 'react';
import type { SaidPromise } from '@/ui/promise-tool';
import { type DraftWords, newDraftSaver, type SavingState } from '../draft-saver';
import type { DraftKind } from '../inputs';
import type { StoredDraft } from '../queries-head';
import { uploadedPicture } from '../uploaded-picture';
import type { Upload } from '../written-message';

/** A file in the composer: on its way, there, or refused. */
export type DraftFile = Readonly<{
  key: string;
  name: string;
  type: string;
  size: number;
  /** Its id in storage; null until it has arrived. */
  id: string | null;
  /** How much has arrived, from 0 to 1. */
  progress: number;
  /** True for a picture that was put into the text; it goes out for as long as it stands there. */
  placed?: boolean;
}>;

/** What stands in a composer. */
export type ComposerDraft = Readonly<{
  html: string;
  to: readonly string[];
  cc: readonly string[];
  bcc: readonly string[];
  files: readonly DraftFile[];
  promise: SaidPromise | null;
}>;

/** What a browser still sends for a page that is gone: 64 KiB, for all requests together (Fetch standard). */
const MOST_BYTES_KEPT_ALIVE = 60_000;

type Place = Readonly<{ workspace: string; ticketId: string; userId: string; kind: DraftKind }>;
type Usual = Readonly<{ to: readonly string[]; cc: readonly string[] }>;

/** True when nothing would be missed if it were gone. */
export const isEmpty = ({ html, files }: ComposerDraft): boolean =>
  files.every(({ placed }) => placed) && html.replace(/<[^>]*>|\s/g, '') === '' && !html.includes('<img');

/** The files that go out with a text: not the pictures that were taken out of it again. */
export const filesGoing = ({ html, files }: Pick<ComposerDraft, 'html' | 'files'>): readonly DraftFile[] =>
  files.filter(({ id, placed }) => !placed || (id !== null && html.includes(uploadedPicture(id))));

type Stored = Pick<Upload, 'id' | 'name' | 'type' | 'size'>;

/** Files as a composer holds them, beside the text that they came with. */
export const draftFiles = (html: string, files: readonly Stored[]): readonly DraftFile[] =>
  files.map((file) => ({ ...draftFile(file), placed: html.includes(uploadedPicture(file.id)) }));

export const draftFile = ({ id, name, type, size }: Stored): DraftFile => ({
  key: id,
  id,
  name,
  type,
  size,
  progress: 1,
});

/**
 * The draft of one kind on one ticket: as the server or this device kept it, saved while it is changed. `edition` rises
 * when the text was set from outside, for an editor to begin anew.
 */
export function useDraft(place: Place, stored: StoredDraft | undefined, usual: Usual) {
  const [draft, setDraft] = useState<ComposerDraft>(() => fromStored(stored, usual));
  const [edition, setEdition] = useState(0);
  const [saving, setSaving] = useState<SavingState>('idle');
  const [saver] = useState(() => newSaver(place, setSaving));
  const latest = useRef(draft);

  const set = useCallback((next: ComposerDraft) => {
    latest.current = next;
    setDraft(next);
  }, []);
  const change = useCallback(
    (patch: (draft: ComposerDraft) => Partial<ComposerDraft>) => {
      const next = { ...latest.current, ...patch(latest.current) };
      set(next);
      saver.change(wordsOf(next));
    },
    [saver, set],
  );
  const replace = useCallback(
    (next: ComposerDraft) => {
      set(next);
      setEdition((count) => count + 1);
    },
    [set],
  );
  const clear = useCallback(() => replace({ html: '', ...usual, ...NOTHING }), [replace, usual]);
  useKeeping(saver);
  return { draft, latest, edition, saving, saver, change, replace, clear };
}

export type Draft = ReturnType<typeof useDraft>;

/** As much of a draft as writing its text and files takes. */
export type WritingDraft = Pick<Draft, 'latest' | 'edition' | 'change'> &
  Readonly<{ draft: Pick<ComposerDraft, 'html' | 'files' | 'promise'> }>;

function fromStored(stored: StoredDraft | undefined, usual: Usual): ComposerDraft {
  if (!stored) return { html: '', ...usual, ...NOTHING };
  const { html, to, cc, bcc, files, promise } = stored;
  const recipients = to.length > 0 ? { to, cc } : usual;
  return { html, ...recipients, bcc, files: draftFiles(html, files), promise };
}

const NOTHING = { bcc: [], files: [], promise: null } as const;

function wordsOf(draft: ComposerDraft): DraftWords {
  const { html, to, cc, bcc, promise } = draft;
  return { html, to, cc, bcc, attachmentIds: filesGoing(draft).flatMap(({ id }) => id ?? []), promise };
}

function newSaver(place: Place, onState: (state: SavingState) => void) {
  const { workspace, ticketId, kind } = place;
  const key = localKey(place);
  return newDraftSaver({
    onState,
    put: async (words) => {
      const body = new Blob([JSON.stringify({ ...words, ticketId, kind })], { type: 'application/json' });
      const answer = await fetch(`/api/desk/${workspace}/drafts`, {
        method: 'PUT',
        body,
        keepalive: body.size < MOST_BYTES_KEPT_ALIVE,
      });
      return answer.ok;
    },
    local: {
      write: (words) => keep(key, JSON.stringify({ ...words, at: new Date().toISOString() })),
      clear: () => keep(key, null),
    },
  });
}

const localKey = ({ workspace, ticketId, userId, kind }: Place) =>
  `kalauz/draft/${workspace}/${userId}/${ticketId}/${kind}`;

/** A device without room, or that forbids keeping anything, is no reason to stop typing. */
function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    return;
  }
}

/** What this device kept because the server did not take it; null when the server's own draft is newer. */
export function keptHere(place: Place, stored: StoredDraft | undefined): DraftWords | null {
  try {
    const kept = JSON.parse(localStorage.getItem(localKey(place)) ?? 'null');
    if (typeof kept?.html !== 'string') return null;
    return stored && new Date(stored.updatedAt) > new Date(kept.at) ? null : kept;
  } catch {
    return null;
  }
}

/** Saves at once when the network comes back, and when the tab is hidden or left. */
function useKeeping(saver: ReturnType<typeof newDraftSaver>): void {
  useEffect(() => {
    const save = () => void saver.save();
    const leaving = () => document.hidden && save();
    window.addEventListener('online', save);
    window.addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', leaving);
    return () => {
      window.removeEventListener('online', save);
      window.removeEventListener('pagehide', save);
      document.removeEventListener('visibilitychange', leaving);
      save();
    };
  }, [saver]);
}

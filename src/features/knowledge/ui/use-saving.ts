import { useCallback, useEffect, useRef, useState } from 'react';
import { newTextSaver, type Saved, type SavingState, type Theirs, type Words } from './text-saver';

type Place = Readonly<{ workspace: string; translationId: string }>;
type Start = Readonly<{ words: Words; version: number; onSaved: (saved: Saved) => void }>;

/** The words of an editor, saved as they are written; what another person saved meanwhile; and how to go on from it. */
export function useSaving(place: Place, { words: start, version, onSaved }: Start) {
  const { translationId } = place;
  const [words, setWords] = useState(start);
  const [state, setState] = useState<SavingState>('idle');
  const [theirs, setTheirs] = useState<Theirs | null>(null);
  const [restored, setRestored] = useState(false);
  const told = useRef(onSaved);
  useEffect(() => {
    told.current = onSaved;
  });
  const [saver] = useState(() =>
    newTextSaver(
      {
        put: (written, from) => put(place, { ...written, version: from }),
        local: {
          write: (written, from) => keep(translationId, { words: written, version: from }),
          clear: () => window.localStorage.removeItem(keyOf(translationId)),
        },
        onState: setState,
        onSaved: (saved) => told.current(saved),
        onOvertaken: setTheirs,
      },
      { words: start, version },
    ),
  );
  const change = useCallback(
    (part: Partial<Words>, from?: number) => setWords(saver.change(part, from)),
    [saver],
  );
  useEffect(() => {
    const kept = keptOf(translationId);
    if (!kept) return;
    setRestored(true);
    change(kept.words, kept.version);
  }, [change, translationId]);

  /** After somebody else saved: writes one's own over theirs, or takes theirs in place of one's own. */
  function settle(chosen: 'mine' | 'theirs'): void {
    if (!theirs) return;
    const { version: from, editorName: _, ...text } = theirs;
    setTheirs(null);
    change(chosen === 'mine' ? {} : text, from);
  }
  return { words, state, theirs, restored, change, flush: saver.flush, settle };
}

async function put({ workspace, translationId }: Place, body: object) {
  const answer = await fetch(`/api/desk/${workspace}/texts/${translationId}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (answer?.ok) return { kind: 'saved', saved: (await answer.json()) as Saved } as const;
  if (answer?.status === 409) return { kind: 'overtaken', theirs: (await answer.json()) as Theirs } as const;
  return { kind: answer?.status === 400 ? 'wrong' : 'lost' } as const;
}

type Kept = Readonly<{ words: Words; version: number }>;

const keyOf = (translationId: string) => `kalauz-text-${translationId}`;

const keep = (translationId: string, kept: Kept) =>
  window.localStorage.setItem(keyOf(translationId), JSON.stringify(kept));

function keptOf(translationId: string): Kept | null {
  const text = window.localStorage.getItem(keyOf(translationId));
  const kept = text === null ? null : (JSON.parse(text) as Partial<Kept>);
  return kept?.words && typeof kept.words.html === 'string' && typeof kept.version === 'number'
    ? { words: kept.words, version: kept.version }
    : null;
}

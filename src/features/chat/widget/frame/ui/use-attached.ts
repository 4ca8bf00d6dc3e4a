import { useState } from 'preact/hooks';
import { type Attached, refusalOf, sendUp } from '../client/files';
import type { Shell } from '../shell';

/** The files beside the message that is being written; each goes up as soon as it is chosen. */
export function useAttached({ chat, state }: Shell) {
  const [attached, setAttached] = useState<readonly Attached[]>([]);
  const limits = state.config?.files ?? null;

  const add = (files: readonly File[]) => {
    if (!limits) return;
    for (const file of files) {
      const { name, size } = file;
      const problem = refusalOf(file, limits);
      const fresh: Attached = { id: chat.world.newId(), name, size, file: null, problem };
      setAttached((all) => [...all, fresh]);
      if (!problem) {
        void sendUp(chat, fresh, file).then((now) =>
          setAttached((all) => all.map((each) => (each.id === now.id ? now : each))),
        );
      }
    }
  };
  return {
    attached,
    /** Null when no files can be sent here. */
    add: limits ? add : null,
    remove: (id: string) => setAttached((all) => all.filter((each) => each.id !== id)),
    clear: () => setAttached([]),
  };
}

export type AttachedFiles = ReturnType<typeof useAttached>;

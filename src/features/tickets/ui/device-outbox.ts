import { useSyncExternalStore } from 'react';
import { noteAction, replyAction } from '../actions';
import type { NoteInput, ReplyInput } from '../inputs';
import { type Delivery, newOutbox, type Outbox, type Unsent } from '../outbox';
import { reached } from './reached';

const outboxes = new Map<string, Outbox>();
const listeners = new Set<() => void>();
const tell = () => {
  for (const hear of listeners) hear();
};

/** What waits on this device for one person in one workspace. */
export function outboxOf(workspace: string, userId: string): Outbox {
  const key = `kalauz/outbox/${workspace}/${userId}`;
  const known = outboxes.get(key);
  if (known) return known;
  const made = newOutbox({
    store: { read: () => read(key), write: (value) => localStorage.setItem(key, value) },
    deliver: (unsent) => deliver(workspace, unsent),
    onChange: tell,
    alone: (work) => (navigator.locks ? navigator.locks.request(key, work) : work()),
  });
  outboxes.set(key, made);
  return made;
}

const NONE: readonly Unsent[] = [];

/** The same, as it is at any moment; of other tabs, too. */
export function useUnsent(workspace: string, userId: string): readonly Unsent[] {
  return useSyncExternalStore(
    watch,
    () => outboxOf(workspace, userId).list(),
    () => NONE,
  );
}

function watch(hear: () => void): () => void {
  listeners.add(hear);
  window.addEventListener('storage', hear);
  return () => {
    listeners.delete(hear);
    window.removeEventListener('storage', hear);
  };
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

async function deliver(workspace: string, { kind, input }: Unsent): Promise<Delivery> {
  const sending =
    kind === 'note' ? noteAction(workspace, input as NoteInput) : replyAction(workspace, input as ReplyInput);
  const result = await reached<unknown, { code: string }>(sending);
  if (result.ok) return 'sent';
  const { code } = result.error;
  return code === 'unreachable' ? 'unreachable' : { refused: code };
}

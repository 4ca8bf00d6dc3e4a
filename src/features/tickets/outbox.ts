import type { SaidPromise } from '@/ui/promise-tool';
import type { DraftKind } from './inputs';
import type { Upload } from './written-message';

/** A message that waits on this device until the server can be reached. */
export type Unsent = Readonly<{
  /** Also its id in the timeline, so that it is there once however often it is sent. */
  messageId: string;
  ticketId: string;
  /** Address of the ticket's page. */
  path: string;
  kind: DraftKind;
  /** What the action is given. */
  input: Readonly<Record<string, unknown>>;
  /** What its writer sees, and gets back into the composer. */
  words: UnsentWords;
  author: string;
  /** When it was sent off, as ISO 8601. */
  at: string;
  /** Why the server did not take it (a code of `problem`); null while it waits. */
  refused: string | null;
}>;

export type UnsentWords = Readonly<{
  html: string;
  to: readonly string[];
  cc: readonly string[];
  bcc: readonly string[];
  files: readonly Upload[];
  promise: SaidPromise | null;
}>;

/** What became of a message that was sent once more. */
export type Delivery = 'sent' | 'unreachable' | Readonly<{ refused: string }>;

type World = Readonly<{
  store: Readonly<{ read: () => string | null; write: (value: string) => void }>;
  deliver: (unsent: Unsent) => Promise<Delivery>;
  onChange: () => void;
  /** Runs `work` while no other tab does the same. */
  alone: <Value>(work: () => Promise<Value>) => Promise<Value>;
}>;

const NONE: readonly Unsent[] = [];

/**
 * Messages that could not be sent, in their order, on this device. They are sent again until the server answers: taken, they are
 * gone from here; refused, they wait for their writer with the reason.
 */
export function newOutbox({ store, deliver, onChange, alone }: World) {
  let known: Readonly<{ text: string | null; list: readonly Unsent[] }> = { text: null, list: NONE };
  let running: Promise<number> | null = null;

  const list = (): readonly Unsent[] => {
    const text = store.read();
    if (text !== known.text) known = { text, list: readList(text) };
    return known.list;
  };
  const set = (next: readonly Unsent[]) => {
    store.write(JSON.stringify(next));
    onChange();
  };
  const without = (messageId: string) => list().filter((each) => each.messageId !== messageId);

  async function sendAll(): Promise<number> {
    let sent = 0;
    for (const unsent of list().filter(({ refused }) => refused === null)) {
      const came = await deliver(unsent);
      if (came === 'unreachable') break;
      if (came === 'sent') {
        sent++;
        set(without(unsent.messageId));
      } else {
        set(list().map((each) => (each.messageId === unsent.messageId ? { ...each, ...came } : each)));
      }
    }
    return sent;
  }

  return {
    /** What waits and what was refused; the same array until something changes. */
    list,
    /** Keeps a message. An answer that follows another one that still waits was written knowing it. */
    add: (unsent: Unsent): void => {
      const earlier = list().findLast((each) => each.ticketId === unsent.ticketId && each.kind === 'reply');
      const input =
        earlier && unsent.kind === 'reply'
          ? { ...unsent.input, lastSeenMessageId: earlier.messageId }
          : unsent.input;
      set([...list(), { ...unsent, input }]);
    },
    /** Takes a message back, once nothing is on its way; null when it has left. */
    take: (messageId: string): Promise<Unsent | null> =>
      alone(async () => {
        const found = list().find((each) => each.messageId === messageId) ?? null;
        if (found) set(without(messageId));
        return found;
      }),
    /** Sends what waits, in its order, until the first that cannot be sent. Resolves with how many were. */
    flush: (): Promise<number> => {
      running ??= alone(sendAll).finally(() => {
        running = null;
      });
      return running;
    },
  };
}

export type Outbox = ReturnType<typeof newOutbox>;

function readList(text: string | null): readonly Unsent[] {
  try {
    const read: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(read) ? read.filter(isUnsent) : NONE;
  } catch {
    return NONE;
  }
}

/** Whoever wrote it there: a version of this product. What is not understood is left out. */
function isUnsent(value: unknown): value is Unsent {
  const { messageId, ticketId, input, words } = (value ?? {}) as Partial<Unsent>;
  return [messageId, ticketId, words?.html].every((each) => typeof each === 'string') && Boolean(input);
}

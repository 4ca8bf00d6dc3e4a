import type {
  ChatEntry,
  ChatLineKind,
  ChatMessage,
  ChatPerson,
  ChatSession,
  ChatSnapshot,
} from '@/domain/chat/protocol';

/**
 * One session as this browser knows it. Entries stand in the order of their sequence without a gap; what came before its
 * turn waits in `early` until what is between has come. Nothing is ever shown twice, left out, or out of order.
 */
export type Conversation = Readonly<{
  session: ChatSession;
  entries: readonly ChatEntry[];
  /** Sequence up to which everything is here. */
  sequence: number;
  early: readonly ChatEntry[];
}>;

/** What is drawn: messages as they read now, and quiet lines. */
export type Shown =
  | Readonly<{ kind: 'message'; sequence: number; message: ChatMessage }>
  | Readonly<{
      kind: 'line';
      sequence: number;
      line: ChatLineKind;
      at: string;
      person: ChatPerson | null;
      detail: string | null;
    }>;

/** A conversation from what the server knows of it. */
export function fromSnapshot({ session, entries, sequence }: ChatSnapshot): Conversation {
  return { session, entries, sequence, early: [] };
}

/** Takes in a snapshot, which may be older or newer than what is known, or of another session. */
export function withSnapshot(known: Conversation | null, snapshot: ChatSnapshot): Conversation {
  if (known?.session.id !== snapshot.session.id) return fromSnapshot(snapshot);
  const session = newer(known.session, snapshot.session);
  if (snapshot.sequence <= known.sequence) return { ...known, session };
  const first = snapshot.entries[0]?.sequence ?? snapshot.sequence + 1;
  const before = first <= known.sequence + 1 ? known.entries.filter(({ sequence }) => sequence < first) : [];
  const { sequence } = snapshot;
  return settled({ session, entries: [...before, ...snapshot.entries], sequence, early: known.early });
}

/** Takes in one entry: at once when it is the next, later when it came too early, never when it is known. */
export function withEntry(known: Conversation, entry: ChatEntry): Conversation {
  if (entry.sequence <= known.sequence) return known;
  if (known.early.some(({ sequence }) => sequence === entry.sequence)) return known;
  return settled({ ...known, early: [...known.early, entry] });
}

/** Takes in the state of the session, unless a newer one is known. */
export function withSession(known: Conversation, session: ChatSession): Conversation {
  if (session.id !== known.session.id) return known;
  return { ...known, session: newer(known.session, session) };
}

/** Whether something between is missing, which only the server can tell again. */
export const hasGap = ({ early }: Conversation): boolean => early.length > 0;

function settled(known: Conversation): Conversation {
  const waiting = known.early
    .filter(({ sequence }) => sequence > known.sequence)
    .sort((one, other) => one.sequence - other.sequence);
  let next = 0;
  while (waiting[next]?.sequence === known.sequence + next + 1) next += 1;
  return {
    ...known,
    entries: [...known.entries, ...waiting.slice(0, next)],
    sequence: known.sequence + next,
    early: waiting.slice(next),
  };
}

function newer(known: ChatSession, told: ChatSession): ChatSession {
  return told.version >= known.version ? told : known;
}

/** What is drawn, oldest first, with edits made and deleted messages left out. */
export function shownOf({ entries }: Conversation): Shown[] {
  const texts = new Map<string, string>();
  const gone = new Set<string>();
  for (const entry of entries) {
    if (entry.type === 'edited') texts.set(entry.messageId, entry.text);
    if (entry.type === 'deleted') gone.add(entry.messageId);
  }
  return entries.flatMap((entry): Shown[] => {
    if (entry.type === 'line') {
      const { sequence, kind, at, person, detail } = entry;
      return [{ kind: 'line', sequence, line: kind, at, person, detail }];
    }
    if (entry.type !== 'message' || gone.has(entry.message.id)) return [];
    const text = texts.get(entry.message.id);
    const message = text === undefined ? entry.message : { ...entry.message, text, edited: true };
    return [{ kind: 'message', sequence: entry.sequence, message }];
  });
}

/** How many messages of ours the visitor has not seen. */
export function unreadOf(known: Conversation, readHere: number): number {
  const read = Math.max(readHere, known.session.marks.visitorRead);
  return known.entries.filter(
    (entry) => entry.sequence > read && entry.type === 'message' && entry.message.from !== 'visitor',
  ).length;
}

/** What became of a message of the visitor's own. */
export function stateOfOwn(sequence: number, { marks }: ChatSession): 'sent' | 'delivered' | 'read' {
  if (sequence <= marks.agentRead) return 'read';
  return sequence <= marks.agentDelivered ? 'delivered' : 'sent';
}

/** Ids that the client gave to messages that stand in their place. */
export const arrivedOf = ({ entries }: Conversation): Set<string> => clientIdsOf(entries);

/** Ids that the client gave to messages that the server has, in their place here or not yet. */
export const acceptedOf = ({ entries, early }: Conversation): Set<string> =>
  clientIdsOf([...entries, ...early]);

function clientIdsOf(entries: readonly ChatEntry[]): Set<string> {
  const ids = entries.map((entry) => (entry.type === 'message' ? entry.message.clientId : null));
  return new Set(ids.filter((id) => id !== null));
}

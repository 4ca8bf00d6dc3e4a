import type { ChatFile, StartChat } from '@/domain/chat/protocol';

/** Something that the visitor sent off and that the server has not confirmed. */
export type Outgoing = Readonly<{
  clientId: string;
  text: string;
  files: readonly ChatFile[];
  /** When it was sent off, in milliseconds since 1970; also its place in the order. */
  at: number;
  /** Why the server will never take it; null while it may. */
  refused: string | null;
}>;

const PREFIX = 'out:';

/** What is kept on the host page for one message. */
export const keptName = (clientId: string): string => PREFIX + clientId;

/** Adds a message, once, in the order in which messages were sent off. */
export function withOutgoing(outbox: readonly Outgoing[], message: Outgoing): readonly Outgoing[] {
  const others = outbox.filter(({ clientId }) => clientId !== message.clientId);
  return [...others, message].sort(
    (one, other) => one.at - other.at || (one.clientId < other.clientId ? -1 : 1),
  );
}

/** What is still to be sent, when these have arrived. */
export function withoutArrived(
  outbox: readonly Outgoing[],
  arrived: ReadonlySet<string>,
): readonly Outgoing[] {
  return outbox.some(({ clientId }) => arrived.has(clientId))
    ? outbox.filter(({ clientId }) => !arrived.has(clientId))
    : outbox;
}

/** The next message to send, or null: the oldest that the server neither has nor has refused. */
export const nextOf = (outbox: readonly Outgoing[], accepted: ReadonlySet<string>): Outgoing | null =>
  outbox.find(({ refused, clientId }) => refused === null && !accepted.has(clientId)) ?? null;

/** Marks a message that the server will not take. */
export function withRefusal(
  outbox: readonly Outgoing[],
  clientId: string,
  code: string,
): readonly Outgoing[] {
  return outbox.map((each) => (each.clientId === clientId ? { ...each, refused: code } : each));
}

/** Reads what was kept before a reload: the messages that were not confirmed. What cannot be read is left out. */
export function outboxFrom(kept: Readonly<Record<string, string>>): readonly Outgoing[] {
  return Object.entries(kept)
    .filter(([name]) => name.startsWith(PREFIX))
    .map(([, text]) => parse<Outgoing>(text))
    .filter((each) => each !== null && typeof each.clientId === 'string' && typeof each.text === 'string')
    .reduce<readonly Outgoing[]>((all, each) => (each ? withOutgoing(all, each) : all), []);
}

/** The beginning of a chat that was not confirmed before a reload. */
export const startFrom = (kept: Readonly<Record<string, string>>): StartChat | null =>
  kept['start'] === undefined ? null : parse<StartChat>(kept['start']);

function parse<Value>(text: string): Value | null {
  try {
    return JSON.parse(text) as Value | null;
  } catch {
    return null;
  }
}

import type { ShownEvent, TimelineMessage } from './queries-timeline';

/** Facts that one actor caused at about the same time: one quiet line. */
export type EventLine = Readonly<{
  kind: 'events';
  key: string;
  events: readonly [ShownEvent, ...ShownEvent[]];
}>;
export type TimelineEntry = Readonly<{ kind: 'message'; message: TimelineMessage }> | EventLine;

const SAME_LINE_MILLISECONDS = 60_000;

/** Messages and what happened between them, oldest first; at one instant the message stands first. */
export function timelineOf(
  messages: readonly TimelineMessage[],
  events: readonly ShownEvent[],
): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  let next = 0;
  for (const message of messages) {
    while (isBefore(events[next], message)) addEvent(entries, events[next++]);
    entries.push({ kind: 'message', message });
  }
  for (const event of events.slice(next)) addEvent(entries, event);
  return entries;
}

const isBefore = (event: ShownEvent | undefined, message: TimelineMessage): boolean =>
  event !== undefined && event.at < message.createdAt;

function addEvent(entries: TimelineEntry[], event: ShownEvent | undefined): void {
  if (!event) return;
  const last = entries.at(-1);
  if (last?.kind === 'events' && belongs(last.events[0], event)) {
    entries[entries.length - 1] = { ...last, events: [...last.events, event] };
  } else {
    entries.push({ kind: 'events', key: event.position, events: [event] });
  }
}

const belongs = (first: ShownEvent, event: ShownEvent): boolean =>
  first.actorKind === event.actorKind &&
  first.actorId === event.actorId &&
  event.at.getTime() - first.at.getTime() < SAME_LINE_MILLISECONDS;

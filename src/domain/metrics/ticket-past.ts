import type { Dimensions } from '@/domain/metrics/facts';
import type { PastFocus } from '@/domain/metrics/handle-time';

/** What is known of a message that a history names. */
export type PastMessage = Readonly<{
  direction: 'inbound' | 'outbound' | 'note';
  channel: string;
  channelAccountId: string | null;
  author: 'customer' | 'user' | 'system';
  authorUserId: string | null;
  automated: boolean;
  thanks: boolean;
  language: string | null;
  /** When it left, where that was planned for later than it was written. */
  leftAt: Date | null;
}>;

/** One event of a ticket's history, as it is stored. */
export type PastEvent = Readonly<{
  type: string;
  data: Readonly<Record<string, unknown>>;
  at: Date;
  version: number | null;
  actorKind: string;
  actorId: string | null;
}>;

/** A clock that was met (1) or missed (0), and when that was known. */
export type PastClock = Readonly<{ metric: string; met: 0 | 1; at: Date }>;

/** A promise that was kept (1) or broken (0), and when. */
export type PastPromise = Readonly<{ kept: 0 | 1; at: Date }>;

/** The tier and the organization that a customer belonged to until an instant. */
export type PastBelonging = Readonly<{ until: Date }> & Pick<Dimensions, 'tier' | 'organizationId'>;

/** How a ticket is now, and everything that happened to it, oldest first. */
export type TicketHistory = Readonly<{
  createdAt: Date;
  status: string;
  spam: boolean;
  /** It lies in the trash. */
  trashed: boolean;
  merged: boolean;
  updatedAt: Date;
  dimensions: Dimensions;
  events: readonly PastEvent[];
}>;

/** Everything of which a ticket's facts are made. */
export type TicketPast = TicketHistory &
  Readonly<{
    id: string;
    requesterId: string;
    /** What the requester belonged to before, until when, oldest first; then what `dimensions` say. */
    belonged: readonly PastBelonging[];
    /** The messages and the answered calls that stand on this ticket, whichever history tells of them. */
    messages: ReadonlyMap<string, PastMessage>;
    calls: ReadonlySet<string>;
    /** The tickets that became a part of this one, or of which it was a part: their histories tell of words that stand here. */
    parts: readonly TicketHistory[];
    clocks: readonly PastClock[];
    promises: readonly PastPromise[];
    focus: readonly PastFocus[];
    /** The first further contact about the same after it was solved, by the time of the solution in milliseconds since 1970. */
    repeats: ReadonlyMap<number, Date>;
  }>;

/** How a workspace counts. */
export type CountingRules = Readonly<{
  fcrDays: number;
  thanksReopen: boolean;
  /** Minutes between two instants in the open hours of this team. */
  businessMinutes: (teamId: string | null, from: Date, to: Date) => number;
}>;

const FIELD_OF: Readonly<Record<string, keyof Standing>> = {
  'ticket.status_changed': 'status',
  'ticket.priority_changed': 'priority',
  'ticket.type_changed': 'type',
  'ticket.assigned': 'agentId',
  'ticket.team_changed': 'teamId',
  'ticket.language_changed': 'language',
  'ticket.spam_changed': 'spam',
  'ticket.trash_changed': 'trashed',
};

/** What of a ticket changes in the course of its life and is told by its history. */
export type Standing = Readonly<{
  status: string;
  priority: string | null;
  type: string | null;
  agentId: string | null;
  teamId: string | null;
  language: string | null;
  spam: boolean;
  trashed: boolean;
}>;

/** What the requester belonged to at an instant. */
export function belongingAt(
  { belonged, dimensions }: Pick<TicketPast, 'belonged' | 'dimensions'>,
  at: Date,
): Pick<Dimensions, 'tier' | 'organizationId'> {
  const { tier, organizationId } = belonged.find(({ until }) => until > at) ?? dimensions;
  return { tier, organizationId };
}

/** How the ticket stood after an event; the same where the event changes none of it. */
export function standingAfter(standing: Standing, { type, data }: PastEvent): Standing {
  const field = FIELD_OF[type];
  return field ? { ...standing, [field]: data['to'] ?? null } : standing;
}

/** How the ticket stood in the beginning: the present state with all that was changed taken back. */
export function firstStanding(past: TicketHistory): Standing {
  const { priority, type, agentId, teamId, language } = past.dimensions;
  const { status, spam, trashed } = past;
  const now = { status, spam, trashed, priority, type, agentId, teamId, language };
  const changes = past.events.flatMap(({ type: kind, data }) => {
    const field = FIELD_OF[kind];
    return field ? [[field, data['from'] ?? null] as const] : [];
  });
  return { ...now, ...Object.fromEntries(changes.toReversed()) };
}

/** The events by the save that made them, oldest first. */
export function savesOf(events: readonly PastEvent[]): PastEvent[][] {
  const saves: PastEvent[][] = [];
  for (const event of events) {
    const last = saves.at(-1);
    const [first] = last ?? [];
    const same = first?.version === event.version && first.at.getTime() === event.at.getTime();
    if (last && same) last.push(event);
    else saves.push([event]);
  }
  return saves;
}

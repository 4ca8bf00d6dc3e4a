import { type Mention, mentionsOfText } from '@/domain/ticket/mention';
import type { NoticeKind } from './preferences';

/** What a notification needs to know of an event; `data` as the history keeps it. */
export type TicketFact = Readonly<{
  position: bigint;
  type: string;
  data: Readonly<Record<string, unknown>>;
  actorId: string | null;
}>;

export type Owner = Readonly<{ assigneeId: string | null; teamId: string | null; spam: boolean }>;

/** Who could be told beside the assignee. */
export type Audience = Readonly<{
  /** The members of the team that the ticket stands with. */
  teamMembers: readonly string[];
  followers: readonly string[];
  /** The members of the teams that notes mention, by the ids of these. */
  mentioned: ReadonlyMap<string, readonly string[]>;
}>;

type SavedKind = Extract<
  NoticeKind,
  'assigned' | 'mentioned' | 'wrote' | 'side' | 'undelivered' | 'woken' | 'team' | 'followed'
>;

/** Something that one person is told. `position` makes it unique. */
export type Notice = Readonly<{
  kind: SavedKind;
  userId: string;
  position: bigint;
  messageId: string | null;
  /** What happened on a ticket that they follow. */
  what?: FollowedFact;
  /** A note mentions a team of theirs, and not themselves. */
  withTeam?: boolean;
}>;

/** Whom a note of this event mentions. */
export const mentionsOf = ({ data }: Pick<TicketFact, 'data'>): readonly Mention[] =>
  mentionsOfText(data['mentions']);

/** What followers are told: who wrote what, and how the ticket stands. */
type FollowedFact = 'customer' | 'reply' | 'note' | 'status';

/**
 * Who is told what of one save. Nobody is told of what they did themselves, and each person of one thing only: that which
 * concerns them most.
 */
export function noticesOf(events: readonly TicketFact[], ticket: Owner, audience: Audience): Notice[] {
  // What a colleague says to somebody is news, also on spam.
  const ranks = ticket.spam ? RANKS.filter((kind) => kind === 'mentioned') : RANKS;
  const all = ranks.flatMap((kind) =>
    events.flatMap((event) => {
      const readers = READERS[kind](event, ticket, audience).filter((userId) => userId !== event.actorId);
      return readers.map((userId) => noticeFor(userId, { kind, event }));
    }),
  );
  return [...new Map(all.toReversed().map((notice) => [notice.userId, notice])).values()].toReversed();
}

type About = Readonly<{ kind: SavedKind; event: TicketFact }>;

function noticeFor(userId: string, { kind, event }: About): Notice {
  const { position, data } = event;
  const messageId = typeof data['messageId'] === 'string' ? data['messageId'] : null;
  const what = kind === 'followed' ? followedFact(event) : null;
  const named = mentionsOf(event).some((mention) => mention.kind === 'user' && mention.id === userId);
  const withTeam = kind === 'mentioned' && !named;
  return { kind, userId, position, messageId, ...(what && { what }), ...(withTeam && { withTeam }) };
}

/** What concerns a person most comes first. */
const RANKS = [
  'assigned',
  'mentioned',
  'wrote',
  'side',
  'undelivered',
  'woken',
  'team',
  'followed',
] as const satisfies readonly SavedKind[];

type Readers = (event: TicketFact, ticket: Owner, audience: Audience) => readonly string[];

/** Whom an event concerns as what. */
const READERS: Readonly<Record<SavedKind, Readers>> = {
  assigned: ({ type, data }, ticket) => {
    if (type === 'ticket.assigned') return typeof data['to'] === 'string' ? [data['to']] : [];
    return type === 'ticket.created' ? assigneeOf(ticket) : [];
  },
  mentioned: (event, _, { mentioned }) =>
    mentionsOf(event).flatMap(({ kind, id }) => (kind === 'user' ? [id] : (mentioned.get(id) ?? []))),
  wrote: (event, ticket) => (isFromCustomer(event) ? assigneeOf(ticket) : []),
  // Whoever began to ask somebody beside the ticket, and whoever has the ticket.
  side: ({ type, data }, ticket) => {
    if (type !== 'side.received' || data['automated']) return [];
    const startedById = data['startedById'];
    return [...assigneeOf(ticket), ...(typeof startedById === 'string' ? [startedById] : [])];
  },
  undelivered: ({ type, data }, ticket) => {
    const lost = data['to'] === 'failed' || data['to'] === 'bounced';
    return type === 'message.delivery_changed' && lost ? assigneeOf(ticket) : [];
  },
  woken: ({ type, data }, ticket) => {
    const snoozedBy = data['snoozedBy'];
    if (type !== 'ticket.woken') return [];
    return [...assigneeOf(ticket), ...(typeof snoozedBy === 'string' ? [snoozedBy] : [])];
  },
  // What somebody has already is no news to the rest of the team.
  team: ({ type, data }, { teamId, assigneeId }, { teamMembers }) => {
    const came = type === 'ticket.created' || (type === 'ticket.team_changed' && data['to'] === teamId);
    return came && teamId !== null && assigneeId === null ? teamMembers : [];
  },
  followed: (event, _, { followers }) => (followedFact(event) ? followers : []),
};

/** What of an event followers are told; null for what is none of their news. */
function followedFact({ type, data }: TicketFact): FollowedFact | null {
  if (type === 'ticket.status_changed') return 'status';
  if (type !== 'message.added' || data['automated'] || data['channel'] === 'chat') return null;
  const facts = { inbound: 'customer', outbound: 'reply', note: 'note' } as const;
  return facts[data['direction'] as keyof typeof facts] ?? null;
}

const assigneeOf = ({ assigneeId }: Owner): string[] => (assigneeId === null ? [] : [assigneeId]);

/** A person outside wrote; machines are no news, and a chat is read as it is written. */
const isFromCustomer = ({ type, data }: TicketFact): boolean =>
  type === 'message.added' &&
  data['direction'] === 'inbound' &&
  !data['automated'] &&
  data['channel'] !== 'chat';

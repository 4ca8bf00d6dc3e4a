import type { Actor } from '@/domain/permission/actor';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { LinkedAs } from './link-fact';
import { differences, isActive, type Ticket, type TicketChange, type TicketType } from './ticket';

/** What the ticket at the one end of a link (`fromId`) is of the ticket at the other (`toId`). */
type LinkKind = 'incident_of' | 'part_of' | 'duplicate_of' | 'related';

export type TicketLink = Readonly<{ kind: LinkKind; fromId: string; toId: string }>;

const ENDS: Readonly<Record<LinkKind, Readonly<{ from: LinkedAs; to: LinkedAs }>>> = {
  incident_of: { from: 'incident', to: 'problem' },
  part_of: { from: 'child', to: 'parent' },
  duplicate_of: { from: 'duplicate', to: 'original' },
  related: { from: 'related', to: 'related' },
};

/** How the ticket at the other end of the link stands to this one. */
export const linkedAs = ({ kind, fromId }: TicketLink, ticketId: string): LinkedAs =>
  fromId === ticketId ? ENDS[kind].to : ENDS[kind].from;

/** The link by which `otherId` stands to `ticketId` as said. */
export function linkWhere(
  as: LinkedAs,
  { ticketId, otherId }: Readonly<{ ticketId: string; otherId: string }>,
): TicketLink {
  const kind = (Object.keys(ENDS) as LinkKind[]).find((each) => Object.values(ENDS[each]).includes(as));
  if (!kind) throw new Error(`no link makes a ticket ${as}`);
  return ENDS[kind].to === as
    ? { kind, fromId: ticketId, toId: otherId }
    : { kind, fromId: otherId, toId: ticketId };
}

/** The most links that one ticket can have. */
export const MOST_LINKS = 500;

/** Why two tickets cannot be linked so. */
export type NotLinked = Readonly<{
  code:
    | 'link.same'
    | 'link.exists'
    | 'link.has_problem'
    | 'link.has_parent'
    | 'link.has_original'
    | 'link.problem_is_incident'
    | 'link.circle'
    | 'link.too_many';
}>;

const ONE_ONLY = {
  incident_of: 'link.has_problem',
  part_of: 'link.has_parent',
  duplicate_of: 'link.has_original',
} as const;

type Around = Readonly<{
  /** All links of either ticket. */
  links: readonly TicketLink[];
  /** The tickets that stand above `toId` by links of this kind, all the way up. */
  above: readonly string[];
}>;

/** Whether the link may be made: one per pair, one problem, parent and original for each ticket, and no circle. */
export function mayLink(link: TicketLink, { links, above }: Around): Result<null, NotLinked> {
  const { kind, fromId, toId } = link;
  if (fromId === toId) return fail({ code: 'link.same' });
  const of = (id: string) => links.filter((each) => each.fromId === id || each.toId === id);
  if (of(fromId).some((each) => each.fromId === toId || each.toId === toId))
    return fail({ code: 'link.exists' });
  if (kind !== 'related' && links.some((each) => each.kind === kind && each.fromId === fromId))
    return fail({ code: ONE_ONLY[kind] });
  if (kind === 'incident_of' && links.some((each) => isBoth(link, each)))
    return fail({ code: 'link.problem_is_incident' });
  if (above.includes(fromId)) return fail({ code: 'link.circle' });
  if ([fromId, toId].some((id) => of(id).length >= MOST_LINKS)) return fail({ code: 'link.too_many' });
  return ok(null);
}

/** A ticket would be a problem by one of the links and an incident by the other. */
const isBoth = (link: TicketLink, other: TicketLink): boolean =>
  other.kind === 'incident_of' && (other.fromId === link.toId || other.toId === link.fromId);

type Linking = Readonly<{ link: TicketLink; other: Ticket }>;
type Made = Readonly<{ by: Actor; at: Date }>;

/**
 * What the link is for one of its two tickets. One that still is a plain question becomes an incident, or a problem; what
 * somebody has made of it stays.
 */
export function withLink(ticket: Ticket, { link, other }: Linking, made: Made): TicketChange {
  const given = isActive(ticket.status) && ticket.type === 'question' ? typeBy(link, ticket) : null;
  return told('ticket.linked', { ticket, other, link, type: given ?? ticket.type }, made);
}

/** The end of it; `untype` also takes back the type that the ticket was given with it, where it still has that type. */
export function withoutLink(
  ticket: Ticket,
  { link, other, untype }: Linking & Readonly<{ untype: boolean }>,
  made: Made,
): TicketChange {
  const isAsGiven = untype && isActive(ticket.status) && ticket.type === typeBy(link, ticket);
  return told('ticket.unlinked', { ticket, other, link, type: isAsGiven ? 'question' : ticket.type }, made);
}

function typeBy({ kind, fromId }: TicketLink, { id }: Ticket): TicketType | null {
  if (kind !== 'incident_of') return null;
  return id === fromId ? 'incident' : 'problem';
}

type Told = Linking & Readonly<{ ticket: Ticket; type: TicketType }>;

function told(
  fact: 'ticket.linked' | 'ticket.unlinked',
  { ticket, other, link, type }: Told,
  made: Made,
): TicketChange {
  const after: Ticket = { ...ticket, type };
  const event = {
    type: fact,
    as: linkedAs(link, ticket.id),
    otherId: other.id,
    otherNumber: other.number,
  } as const;
  return { before: ticket, after, events: [event, ...differences(ticket, after)], ...made };
}

/** The tickets above one by links of each kind that leads up, all the way. */
export type AboveByKind = Readonly<Record<'part_of' | 'duplicate_of' | 'incident_of', readonly string[]>>;

type Joining<Link> = Readonly<{
  sourceId: string;
  targetId: string;
  /** All links of the two. */
  links: readonly Link[];
  aboveSource: AboveByKind;
  aboveTarget: AboveByKind;
}>;

/**
 * The links of a ticket that go along when it becomes a part of another one: those that the other could have been given by
 * hand. The rest stay where they are, unseen, until the merge is undone.
 */
export function goingLinks<Link extends TicketLink>({
  sourceId,
  targetId,
  links,
  aboveSource,
  aboveTarget,
}: Joining<Link>): Link[] {
  const ofSource = links.filter(({ fromId, toId }) => fromId === sourceId || toId === sourceId);
  const here: TicketLink[] = links.filter((link) => !ofSource.includes(link));
  const above: Record<string, readonly string[]> = { ...aboveTarget };
  const going: Link[] = [];
  // What leads up goes first: what leads down must not close a circle with it.
  const inOrder = ofSource.toSorted((a, b) => Number(b.fromId === sourceId) - Number(a.fromId === sourceId));
  for (const link of inOrder) {
    const isUp = link.fromId === sourceId && link.kind !== 'related';
    const moved = moveEnd(link, sourceId, targetId);
    const chain = isUp ? aboveSource[link.kind as keyof AboveByKind] : (above[link.kind] ?? []);
    if (!mayLink(moved, { links: here, above: chain }).ok) continue;
    if (isUp) above[link.kind] = chain;
    here.push(moved);
    going.push(link);
  }
  return going;
}

const moveEnd = ({ kind, fromId, toId }: TicketLink, sourceId: string, targetId: string): TicketLink => ({
  kind,
  fromId: fromId === sourceId ? targetId : fromId,
  toId: toId === sourceId ? targetId : toId,
});

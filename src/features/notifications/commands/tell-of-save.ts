import {
  type Audience,
  mentionsOf,
  type Notice,
  noticesOf,
  type TicketFact,
} from '@/domain/notification/notices';
import type { Role, Scope } from '@/domain/permission/actor';
import { may, mayOnTicket } from '@/domain/permission/can';
import { isAside } from '@/domain/ticket/trash';
import { mailboxOfTicket } from '@/features/delivery/commands/mailbox-of-ticket';
import { queueSystemMail } from '@/features/delivery/commands/queue-system-mail';
import { type MailedNotice, writeNotice } from '@/features/notifications/write-notice';
import type { SystemContext } from '@/server/context';
import { agentReplyAddress } from '@/server/crypto/mail-tokens';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { type News, tellPeople } from './tell-people';

/** One save of a ticket; its events bear the instant `at`. */
export type Saved = Readonly<{ ticketId: string; at: Date }>;

/**
 * Tells people what happened to a ticket that concerns them, in the ways that they chose. Running it again tells nothing
 * twice. The reply address of a mail is its reader's alone: what they answer there goes to the customer in their name.
 */
export async function tellOfSave(ctx: SystemContext, { ticketId, at }: Saved): Promise<void> {
  const { workspaceId, db } = ctx;
  const [ticket, events] = await Promise.all([
    loadTicket(ctx, ticketId),
    db.ticketEvent.findMany({
      where: { workspaceId, ticketId, at },
      orderBy: { position: 'asc' },
      select: { position: true, type: true, data: true, actorId: true, actorKind: true, actorName: true },
    }),
  ]);
  if (!ticket) return;
  const audience = await audienceOf(ctx, ticket, events);
  const notices = noticesOf(events.map(factOf), { ...ticket, spam: isAside(ticket) }, audience);
  if (notices.length === 0) return;
  const people = await readersOf(ctx, ticket, notices);
  await transaction(ctx, async (tx) => {
    const told = notices.filter(({ userId }) => people.has(userId));
    const news = told.map((notice) => newsOf(notice, { ticketId, at, events }));
    const mailNow = await tellPeople(tx, ctx, news);
    for (const notice of told) {
      const recipient = people.get(notice.userId);
      const isMailed = mailNow({ userId: notice.userId, key: keyOf(notice) });
      const { kind } = notice;
      if (recipient && isMailed && kind !== 'followed')
        await mailTo(tx, ctx, { ticket, notice: { ...notice, kind }, recipient });
    }
  });
}

const keyOf = ({ position }: Notice) => `event/${position}`;

type Stored = Omit<TicketFact, 'data'> & Readonly<{ data: unknown; actorKind: string; actorName: string }>;

const factOf = ({ position, type, data, actorId }: Stored): TicketFact => ({
  ...{ position, type, actorId },
  data: typeof data === 'object' && data !== null ? { ...data } : {},
});

type Happened = Saved & Readonly<{ events: readonly Stored[] }>;

function newsOf(notice: Notice, { ticketId, at, events }: Happened): News {
  const event = events.find(({ position }) => position === notice.position);
  const { kind, userId, messageId } = notice;
  const actorName = event && isSaid(event, kind) ? event.actorName : '';
  const told = { kind, userId, messageId, ticketId, at, actorName, key: keyOf(notice) };
  if (kind === 'side' && event) return { ...told, facts: asideOf(factOf(event)) };
  if (notice.withTeam) return { ...told, facts: { with: 'team' } };
  if (!notice.what) return told;
  const status = event && factOf(event).data['to'];
  return { ...told, swept: true, facts: { what: notice.what, status: String(status ?? '') } };
}

/** Who wrote beside the ticket, and about what. */
const asideOf = ({ data }: TicketFact) => ({ from: String(data['from']), about: String(data['subject']) });

/** Who did it is told where a person did; a ticket that goes to somebody at a customer's word was given by nobody. */
const isSaid = ({ actorKind }: Stored, kind: Notice['kind']): boolean =>
  actorKind === 'user' || (actorKind === 'customer' && kind !== 'assigned');

type NoticedTicket = NonNullable<Awaited<ReturnType<typeof loadTicket>>>;

function loadTicket(ctx: SystemContext, id: string) {
  return ctx.db.ticket.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    select: {
      id: true,
      number: true,
      subject: true,
      assigneeId: true,
      teamId: true,
      requesterId: true,
      spam: true,
      trashedAt: true,
      channelAccountId: true,
      requester: { select: { displayName: true } },
      workspace: { select: { slug: true } },
    },
  });
}

/** The team is asked for only when the ticket has come to it. */
async function audienceOf(
  { db, workspaceId }: SystemContext,
  { id: ticketId, teamId, assigneeId }: NoticedTicket,
  events: readonly Stored[],
): Promise<Audience> {
  const came = events.some(({ type }) => type === 'ticket.created' || type === 'ticket.team_changed');
  const isTeams = came && teamId !== null && assigneeId === null;
  const mentions = events.flatMap((event) => mentionsOf(factOf(event)));
  const teamIds = mentions.flatMap(({ kind, id }) => (kind === 'team' ? [id] : []));
  const select = { userId: true } as const;
  const [members, followers, mentioned] = await Promise.all([
    isTeams ? db.teamMember.findMany({ where: { workspaceId, teamId }, select }) : [],
    db.follower.findMany({ where: { workspaceId, ticketId }, select }),
    membersOf(db, workspaceId, teamIds),
  ]);
  return {
    teamMembers: members.map(({ userId }) => userId),
    followers: followers.map(({ userId }) => userId),
    mentioned,
  };
}

async function membersOf(db: SystemContext['db'], workspaceId: string, teamIds: readonly string[]) {
  if (teamIds.length === 0) return new Map<string, readonly string[]>();
  const rows = await db.teamMember.findMany({
    where: { workspaceId, teamId: { in: [...teamIds] } },
    select: { teamId: true, userId: true },
  });
  const byTeam = Map.groupBy(rows, ({ teamId }) => teamId);
  return new Map([...byTeam].map(([id, members]) => [id, members.map(({ userId }) => userId)]));
}

type Recipient = Readonly<{ userId: string; name: string; email: string; locale: string; role: Role }>;

/** Those of the people concerned who may see the ticket, by their ids. */
async function readersOf(
  { db, workspaceId }: SystemContext,
  ticket: NoticedTicket,
  notices: readonly Notice[],
): Promise<ReadonlyMap<string, Recipient>> {
  const members = await db.membership.findMany({
    where: {
      workspaceId,
      userId: { in: notices.map(({ userId }) => userId) },
      deactivatedAt: null,
      user: { disabledAt: null },
    },
    select: {
      userId: true,
      role: true,
      scope: true,
      teams: { select: { teamId: true } },
      user: { select: { name: true, email: true, locale: true } },
    },
  });
  const readers = members.filter((member) => mayRead(member, ticket));
  return new Map(readers.map(({ userId, role, user }) => [userId, { userId, role, ...user }]));
}

type Member = Readonly<{
  userId: string;
  role: Role;
  scope: Scope;
  teams: readonly Readonly<{ teamId: string }>[];
}>;

function mayRead({ userId, role, scope, teams }: Member, ticket: NoticedTicket): boolean {
  const teamIds = teams.map(({ teamId }) => teamId);
  return mayOnTicket({ kind: 'user', id: userId, name: '', role, scope, teamIds }, 'ticket.read', ticket);
}

type Mail = Readonly<{ ticket: NoticedTicket; notice: MailedNotice; recipient: Recipient }>;

async function mailTo(tx: Tx, ctx: SystemContext, { ticket, notice, recipient }: Mail): Promise<void> {
  const mailbox = await mailboxOfTicket(tx, ctx, ticket);
  // What is answered by mail goes to the customer: not to whoever asked for a colleague's word, or wrote beside the ticket.
  const isForCustomer = notice.kind !== 'mentioned' && notice.kind !== 'side';
  const mayAnswer = mailbox !== null && canReply(recipient) && isForCustomer;
  const letter = await writeNotice(ctx, { ticket, notice, recipient, mayAnswer });
  const { id: channelAccountId = '', name = '', address = '' } = mailbox ?? {};
  const own = agentReplyAddress(address, ctx.workspaceId, ticket.number, notice.userId);
  await queueSystemMail(tx, ctx, {
    kind: 'notification',
    to: { address: recipient.email, name: recipient.name },
    ...letter,
    uniqueKey: `notice:${notice.position}:${notice.userId}`,
    ...(mailbox && {
      mailbox: {
        channelAccountId,
        from: { address, name },
        replyTo: { address: mayAnswer ? own : address, name },
      },
    }),
  });
}

const canReply = ({ role, name }: Recipient) =>
  may({ kind: 'user', id: null, name, role, scope: 'all', teamIds: [] }, 'ticket.reply');

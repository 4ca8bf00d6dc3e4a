import type { Prisma } from '@/server/db/generated/client';
import type { Cast } from './build-demo';
import type { Language, Person } from './story';

type TicketRow = Prisma.TicketCreateManyInput & { id: string; updatedAt: Date; status: 'solved' | 'closed' };

/** One solved matter as it went. */
export type Told = Readonly<{
  id: string;
  language: Language;
  customer: Person & { id: string };
  team: string;
  agent: string;
  priority: 'low' | 'normal' | 'high' | 'urgent';
  channel: 'email' | 'web' | 'api';
  subject: string;
  question: string;
  answer: string;
  createdAt: Date;
  turns: readonly Readonly<{ at: Date; by: 'customer' | 'agent'; text: string }>[];
  firstSolvedAt: Date;
  reopenedAt: Date | null;
  solvedAt: Date;
  closedAt: Date | null;
  messageIds: readonly string[];
}>;

/** What a matter leaves in the database. */
export type HistoryRows = Readonly<{
  ticket: TicketRow;
  messages: readonly Prisma.MessageCreateManyInput[];
  events: readonly Prisma.TicketEventCreateManyInput[];
  tags: readonly Prisma.TicketTagCreateManyInput[];
}>;

type Policy = Readonly<{ id: string; version: number; calendarVersion: number }> | null;
type Given = Readonly<{ told: Told; number: number; policy: Policy }>;
type Line = Readonly<{ at: Date; by: 'customer' | 'agent'; text: string }>;

/** The words of a matter in their order, those after a reopening too. */
function linesOf({ createdAt, question, answer, turns, reopenedAt, solvedAt }: Told): Line[] {
  const again: Line[] = reopenedAt
    ? [
        { at: reopenedAt, by: 'customer', text: question },
        { at: solvedAt, by: 'agent', text: answer },
      ]
    : [];
  return [{ at: createdAt, by: 'customer', text: question }, ...turns, ...again];
}

/** The rows of one matter: its ticket as it stands at the end, its messages, and the history that led there. */
export function rowsOf(cast: Cast, { told, number, policy }: Given): HistoryRows {
  const lines = linesOf(told);
  const agent = cast.users.get(told.agent);
  const teamId = cast.teams.get(told.team) ?? null;
  if (!agent) throw new Error(`nobody plays ${told.agent}`);
  const { workspaceId } = cast;
  const last = lines.at(-1);
  return {
    ticket: {
      ...{ workspaceId, id: told.id, number, subject: told.subject, active: false },
      ...ending(told, lines.length),
      ...{ priority: told.priority, type: 'question', channel: told.channel, requesterId: told.customer.id },
      ...{ assigneeId: agent.id, teamId, language: told.language, solvedAt: told.solvedAt },
      ...{ createdAt: told.createdAt, activityAt: told.solvedAt },
      ...{ lastMessageAt: told.solvedAt, lastMessageId: told.messageIds[lines.length - 1] ?? null },
      ...{ preview: (last?.text ?? '').slice(0, 160), lastDirection: 'outbound' },
      ...{ firstRepliedAt: told.turns[0]?.at ?? null, touchedAt: told.solvedAt },
      ...{ lastCustomerAt: told.createdAt, lastReplyAt: told.solvedAt, reopens: told.reopenedAt ? 1 : 0 },
      ...(told.channel === 'email' && { channelAccountId: cast.channelAccountId }),
      ...(policy && {
        slaPolicyId: policy.id,
        slaPolicyVersion: policy.version,
        slaCalendarVersion: policy.calendarVersion,
      }),
    },
    messages: lines.map((line, index) => messageRow(cast, { told, line, index, agent })),
    events: [
      ...lines.flatMap((line, index) => eventsOf(cast, { told, line, index, agent, policy, lines })),
      ...closed(cast, told, lines.length + 1),
    ],
    tags: [],
  };
}

/** How it stands now: solved, or closed a week after that. */
function ending({ solvedAt, closedAt }: Told, lines: number) {
  const at = closedAt ?? solvedAt;
  const status = closedAt ? ('closed' as const) : ('solved' as const);
  return { status, closedAt, updatedAt: at, statusChangedAt: at, version: lines + (closedAt ? 2 : 1) };
}

type Agent = Readonly<{ id: string; name: string }>;
type OfLine = Readonly<{ told: Told; line: Line; index: number; agent: Agent }>;

function messageRow(cast: Cast, { told, line, index, agent }: OfLine): Prisma.MessageCreateManyInput {
  const ours = line.by === 'agent';
  const { workspaceId } = cast;
  return {
    ...{ workspaceId, id: told.messageIds[index] ?? '', ticketId: told.id, channel: told.channel },
    ...{ subject: told.subject, text: line.text, visibleText: line.text, language: told.language },
    ...{ createdAt: line.at, sentAt: line.at, direction: ours ? 'outbound' : 'inbound' },
    ...(told.channel === 'email' && { channelAccountId: cast.channelAccountId }),
    ...(ours
      ? { authorKind: 'user', authorUserId: agent.id, authorName: agent.name, delivery: 'sent' }
      : {
          ...{ authorKind: 'customer', authorCustomerId: told.customer.id, authorName: told.customer.name },
          ...{ authorAddress: told.customer.email, receivedAt: line.at },
        }),
  };
}

function closed(cast: Cast, { id, closedAt }: Told, version: number): Prisma.TicketEventCreateManyInput[] {
  if (!closedAt) return [];
  const by = { actorKind: 'system', actorId: 'schedule', actorName: 'schedule' };
  const what = moved('solved', 'closed');
  return [{ workspaceId: cast.workspaceId, ticketId: id, ...what, at: closedAt, version, ...by }];
}

type OfSave = OfLine & Readonly<{ policy: Policy; lines: readonly Line[] }>;
type Event = Readonly<{ type: string; data: Prisma.InputJsonObject }>;

/** What one line told the history: a save of its own. */
function eventsOf(cast: Cast, save: OfSave): Prisma.TicketEventCreateManyInput[] {
  const { told, line, index, agent } = save;
  const ours = line.by === 'agent';
  const actor = ours
    ? { actorKind: 'user', actorId: agent.id, actorName: agent.name }
    : { actorKind: 'system', actorId: 'intake', actorName: 'intake' };
  return [...beginning(save), spoken(save), ...changes(save)].map(({ type, data }) => ({
    ...{ workspaceId: cast.workspaceId, ticketId: told.id, type, data, at: line.at, version: index + 1 },
    ...actor,
  }));
}

function beginning({ told, index, policy }: OfSave): Event[] {
  if (index > 0) return [];
  const created = { type: 'ticket.created', data: {} };
  if (!policy) return [created];
  const { id: policyId, version: policyVersion, calendarVersion } = policy;
  const promised = {
    policyId,
    policyVersion,
    calendarVersion,
    priority: told.priority,
    reason: 'policy_changed',
  };
  return [{ type: 'sla.promised', data: promised }, created];
}

function spoken({ told, line, index }: OfSave): Event {
  const ours = line.by === 'agent';
  const said = {
    messageId: told.messageIds[index] ?? '',
    channel: told.channel,
    automated: null,
    thanks: false,
  };
  const by = { direction: ours ? 'outbound' : 'inbound', author: ours ? 'user' : 'customer' };
  return { type: 'message.added', data: { ...said, ...by } };
}

function changes(save: OfSave): Event[] {
  const { told, line, index } = save;
  if (line.by === 'agent') return answering(save);
  const reopens = told.reopenedAt?.getTime() === line.at.getTime();
  return index === 0 ? [] : [moved(reopens ? 'solved' : 'pending', 'open')];
}

const moved = (from: string, to: string): Event => ({ type: 'ticket.status_changed', data: { from, to } });

function answering({ told, line, index, agent, lines }: OfSave): Event[] {
  const isFirst = index === lines.findIndex(({ by }) => by === 'agent');
  const solves = line.at >= told.firstSolvedAt || index === lines.length - 1;
  const status = moved(isFirst ? 'new' : 'open', solves ? 'solved' : 'pending');
  return isFirst ? [status, { type: 'ticket.assigned', data: { from: null, to: agent.id } }] : [status];
}

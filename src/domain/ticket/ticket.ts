import type { Address, Automated } from '@/domain/channel/message';
import { type FieldValues, fieldDifferences as valueDifferences } from '@/domain/field/field';
import type { PromiseFact, PromiseMade } from '@/domain/promise/event';
import type { Change } from '@/domain/shared/change';
import type { ChecklistFact } from './checklist-fact';
import type { FocusFact } from './focus-fact';
import type { LinkFact } from './link-fact';
import type { Mention } from './mention';
import type { MergeFact } from './merge-fact';
import type { PhoneFact } from './phone-fact';
import type { SideFact } from './side-fact';
import { type SnoozeFact, snoozeFacts } from './snooze';
import type { SurveyFact } from './survey-fact';
import { type TrashFact, trashFacts } from './trash';

export type TicketStatus = 'new' | 'open' | 'pending' | 'on_hold' | 'solved' | 'closed';
export type Priority = 'low' | 'normal' | 'high' | 'urgent';
export type TicketType = 'question' | 'problem' | 'incident' | 'task' | 'complaint' | 'request';
export type Channel = (typeof CHANNELS)[number];

/** Every way in and out. `social` stands for what an app brings from a network that has no adapter here. */
export const CHANNELS = [
  'email',
  'api',
  'web',
  'chat',
  'phone',
  'social',
  'whatsapp',
  'messenger',
  'instagram',
  'facebook',
  'telegram',
  'x',
  'mastodon',
] as const;
export const TICKET_STATUSES = ['new', 'open', 'pending', 'on_hold', 'solved', 'closed'] as const;
export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export const TICKET_TYPES = ['question', 'problem', 'incident', 'task', 'complaint', 'request'] as const;

/** What decisions about a ticket need to know. `tags` are ids, in rising order. */
export type Ticket = Readonly<{
  id: string;
  number: number;
  subject: string;
  status: TicketStatus;
  priority: Priority;
  type: TicketType;
  channel: Channel;
  channelAccountId: string | null;
  requesterId: string;
  assigneeId: string | null;
  teamId: string | null;
  language: string | null;
  followUpOfId: string | null;
  mergedIntoId: string | null;
  spam: boolean;
  /** When it was put into the trash; null or absent while it is not there. */
  trashedAt?: Date | null;
  tagIds: readonly string[];
  version: number;
  createdAt: Date;
  activityAt: Date;
  lastMessageAt: Date | null;
  lastMessageId: string | null;
  preview: string;
  lastDirection: Direction | null;
  firstRepliedAt: Date | null;
  solvedAt: Date | null;
  closedAt: Date | null;
  /** When it wakes up; counts only while it is pending or on hold. */
  snoozedUntil: Date | null;
  /** Of the workspace's own fields, by their ids; absent where they were not loaded. */
  fields?: FieldValues | undefined;
}>;

export type Direction = 'inbound' | 'outbound' | 'note';

export type MessageAuthor =
  | Readonly<{ kind: 'customer'; id: string; name: string; address: string }>
  | Readonly<{ kind: 'user'; id: string | null; name: string; address: string }>
  | Readonly<{ kind: 'system'; name: string; address: string }>;

/** How the ticket of a message was found (contracts A.2); stored and shown. */
export type ThreadedBy =
  | 'reply_token'
  | 'in_reply_to'
  | 'references'
  | 'subject_number'
  | 'bounce_token'
  | 'conversation'
  | 'follow_up'
  | 'new'
  | 'forwarded'
  | 'agent_mail'
  | 'own_app'
  | 'hand';

/** A message that a decision adds. Its files are already stored, and are claimed by id or created from content. */
export type NewMessage = Readonly<{
  id: string;
  direction: Direction;
  channel: Channel;
  channelAccountId: string | null;
  author: MessageAuthor;
  subject: string;
  text: string;
  visibleText: string;
  html: string | null;
  messageId: string | null;
  inReplyTo: readonly string[];
  references: readonly string[];
  headers: Readonly<Record<string, string | readonly string[]>> | null;
  from: readonly Address[];
  replyTo: readonly Address[];
  to: readonly Address[];
  cc: readonly Address[];
  bcc: readonly Address[];
  automated: Automated | null;
  threadedBy: ThreadedBy | null;
  language: string | null;
  unverified: boolean;
  thanks: boolean;
  /** For outbound: when it leaves. Null for what is only kept. */
  sendAt: Date | null;
  /** Planned by hand for later, and therefore cancelled by a new customer message. */
  scheduled: boolean;
  sentAt: Date | null;
  receivedAt: Date | null;
  rawInboundId: string | null;
  /** Uploads to claim. */
  attachmentIds: readonly string[];
  /** Files already in storage that become attachments of this message. */
  files: readonly StoredFile[];
  /** The thread on a channel that is no mail. */
  conversationId?: string | null;
  /** Where it can be seen on the channel. */
  permalink?: string | null;
  /** When its writer changed it, or took it back, on the channel. */
  editedAt?: Date | null;
  deletedAt?: Date | null;
  /** Its place in the timeline, where it came later than what was written after it. */
  placedAt?: Date | null;
  /** Whom a note speaks to. */
  mentions?: readonly Mention[];
}>;

export type StoredFile = Readonly<{
  id: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
  inline: boolean;
  contentId: string | null;
}>;

/** Facts about a ticket, in past tense. Everything but `message.added` is stored as it stands here. */
export type TicketEvent =
  | Readonly<{ type: 'ticket.created' }>
  | Readonly<{ type: 'message.added'; message: NewMessage }>
  | Readonly<{ type: 'message.cancelled'; messageId: string; reason: 'undone' | 'customer_wrote' }>
  | Readonly<{ type: 'message.delivery_changed'; messageId: string; to: string; detail: string }>
  /** The customer changed, or took back, what they had written; `from` are the words as they were. */
  /** `from` are the words before, `fromFiles` the names of the files before, one a line, where these were changed as well. */
  | Readonly<{ type: 'message.edited'; messageId: string; from: string; fromFiles?: string }>
  | Readonly<{ type: 'message.deleted'; messageId: string }>
  | Readonly<{ type: 'ticket.status_changed'; from: TicketStatus; to: TicketStatus }>
  | Readonly<{ type: 'ticket.priority_changed'; from: Priority; to: Priority }>
  | Readonly<{ type: 'ticket.type_changed'; from: TicketType; to: TicketType }>
  | Readonly<{ type: 'ticket.subject_changed'; from: string; to: string }>
  | Readonly<{ type: 'ticket.assigned'; from: string | null; to: string | null }>
  | Readonly<{ type: 'ticket.team_changed'; from: string | null; to: string | null }>
  | Readonly<{ type: 'ticket.requester_changed'; from: string; to: string }>
  | Readonly<{ type: 'ticket.language_changed'; from: string | null; to: string | null }>
  | Readonly<{ type: 'ticket.tagged'; tagId: string }>
  | Readonly<{ type: 'ticket.untagged'; tagId: string }>
  | Readonly<{ type: 'ticket.spam_changed'; from: boolean; to: boolean }>
  | TrashFact
  | SnoozeFact
  /** A field of the workspace's own; the values in the words of `valueAsText`. */
  | Readonly<{ type: 'ticket.field_changed'; fieldId: string; from: string | null; to: string | null }>
  | Routed
  | Readonly<{ type: 'ticket.returned'; from: string; seconds: number }>
  | MacroApplied
  | Readonly<{ type: 'macro.undone'; applicationId: string; macroId: string; name: string }>
  | SlaPromised
  | SlaFact<'sla.warning'>
  | SlaFact<'sla.target_missed'>
  | SlaFact<'sla.escalated'>
  | SlaFact<'sla.webhook_called'>
  | SlaRecalculated
  | MergeFact
  | LinkFact
  | PromiseMade
  | PromiseFact
  | PhoneFact
  | SurveyFact
  | FocusFact
  | SideFact
  | ChecklistFact;

/** Why routing gave it to this person; everything that the history says in words. */
export type Routed = Readonly<{
  type: 'ticket.routed';
  /** Who got it, and whom they stand in for. */
  to: string;
  from: string | null;
  how: 'push' | 'pull' | 'substitute';
  /** `asked` alone tells nothing more. */
  chosenBy: 'last_agent' | 'substitute' | 'only_free' | 'lowest_load' | 'longest_idle' | 'asked';
  /** The customer's language, where the person is known to speak it. */
  language: string | null;
  /** Names of the skills that it needs, with commas between; empty when it needs none. */
  skills: string;
  /** The customer whom they served before; null when they did not. */
  customerId: string | null;
  /** How full the person was before, in percent. */
  loadPercent: number;
  /** It had waited so long that languages and skills were asked for no more. */
  relaxed: boolean;
}>;

/** Somebody applied a macro; what it set follows as events of their own. */
export type MacroApplied = Readonly<{
  type: 'macro.applied';
  applicationId: string;
  macroId: string;
  name: string;
  /** For undoing it: what it set, tagged and wrote (`MacroTrace` as JSON). */
  trace: string;
}>;

/** From now on other promises hold: of this version of a policy, at this priority; without a policy nothing is promised. */
export type SlaPromised = Readonly<{
  type: 'sla.promised';
  policyId: string | null;
  policyVersion: number | null;
  calendarVersion: number | null;
  priority: Priority;
  /** Why clocks that are no longer promised end: `policy_changed`, `spam` or `merged`. */
  reason: string;
}>;

/** A calendar was edited, or policies were: from now on clocks count by them as they are now. */
type SlaRecalculated = Readonly<
  { type: 'sla.recalculated' } & ({ calendarId: string; version: number } | { rulesVersion: number })
>;

/** A target comes near, was missed, or is so late that managers hear of it. */
type SlaFact<Type extends string> = Readonly<{
  type: Type;
  metric: string;
  sequence: number;
  /** The due instant, ISO 8601. */
  dueAt: string;
}>;

export type TicketChange = Change<Ticket, TicketEvent>;

/** True while somebody still owes work on it. */
export const isActive = (status: TicketStatus): boolean => status !== 'solved' && status !== 'closed';

/** The events that two states of one ticket imply. */
export function differences(before: Ticket, after: Ticket): TicketEvent[] {
  const own = valueDifferences(before.fields ?? {}, after.fields ?? {});
  return [
    ...fieldDifferences(before, after),
    ...own.map((change) => ({ type: 'ticket.field_changed', ...change }) as const),
    ...notIn(before, after).map((tagId) => ({ type: 'ticket.tagged', tagId }) as const),
    ...notIn(after, before).map((tagId) => ({ type: 'ticket.untagged', tagId }) as const),
    ...snoozeFacts(before, after),
  ];
}

function* fieldDifferences(before: Ticket, after: Ticket): Generator<TicketEvent> {
  yield* changed(before, after, 'status', 'ticket.status_changed');
  yield* changed(before, after, 'priority', 'ticket.priority_changed');
  yield* changed(before, after, 'type', 'ticket.type_changed');
  yield* changed(before, after, 'subject', 'ticket.subject_changed');
  yield* changed(before, after, 'teamId', 'ticket.team_changed');
  yield* changed(before, after, 'assigneeId', 'ticket.assigned');
  yield* changed(before, after, 'requesterId', 'ticket.requester_changed');
  yield* changed(before, after, 'language', 'ticket.language_changed');
  yield* changed(before, after, 'spam', 'ticket.spam_changed');
  yield* trashFacts(before, after);
}

function* changed<Field extends keyof Ticket>(
  before: Ticket,
  after: Ticket,
  ...[field, type]: [Field, TicketEvent['type']]
): Generator<TicketEvent> {
  if (before[field] !== after[field]) {
    yield { type, from: before[field], to: after[field] } as unknown as TicketEvent;
  }
}

const notIn = (one: Ticket, other: Ticket) => other.tagIds.filter((id) => !one.tagIds.includes(id));

import type { WebhookType } from '@/domain/webhook/webhook';
import { shownMessage, shownTicket } from '@/features/api/queries';
import type { SystemContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { queueWebhook } from './queue-webhook';

/** One save of a ticket; its events bear the instant `at`. */
type Saved = Readonly<{ ticketId: string; at: Date }>;

type Fact = Readonly<{ position: bigint; type: string; data: Readonly<Record<string, unknown>> }>;

/**
 * Tells the webhooks that want to know what one save of a ticket did, in the API's words. Running it again tells nobody
 * twice.
 */
export async function publishTicket(ctx: SystemContext, { ticketId, at }: Saved): Promise<void> {
  const { workspaceId, db } = ctx;
  const endpoints = await db.webhookEndpoint.findMany({
    where: { workspaceId, active: true, NOT: { types: { isEmpty: true } } },
    select: { id: true, types: true, createdAt: true },
  });
  if (endpoints.length === 0) return;
  const rows = await db.ticketEvent.findMany({
    where: { workspaceId, ticketId, at },
    orderBy: { position: 'asc' },
    select: { position: true, type: true, data: true },
  });
  const told = newsOf(rows.map((row) => ({ ...row, data: (row.data ?? {}) as Fact['data'] })));
  const wanted = told.filter(({ type }) => endpoints.some(({ types }) => types.includes(type)));
  if (wanted.length === 0) return;
  const ticket = await shownTicket(db, { workspaceId, id: ticketId });
  if (!ticket) return;
  for (const { type, position, changes, messageId, promise, link } of wanted) {
    const message = messageId ? await shownMessage(db, { workspaceId, id: messageId }) : null;
    const data = {
      ticket,
      ...(changes && { changes }),
      ...(message && { message: thin(message) }),
      ...(promise && { promise }),
      ...(link && { link }),
    };
    const uniqueKey = `event:${position}:${type}`;
    await transaction(ctx, async (tx) => {
      for (const endpoint of endpoints) {
        if (!endpoint.types.includes(type) || endpoint.createdAt > at) continue;
        await queueWebhook(tx, { workspaceId, endpointId: endpoint.id, type, data, uniqueKey, at });
      }
    });
  }
}

/** About 20 kB are recommended for one message (Standard Webhooks 1.0.0): the rest is a call to the API away. */
const LONGEST_TEXT = 8000;

function thin(message: object): object {
  const {
    html: _,
    text: __,
    visibleText,
    ...rest
  } = message as { visibleText?: string } & Record<string, unknown>;
  const text = visibleText ?? '';
  return { ...rest, visibleText: text.slice(0, LONGEST_TEXT), truncated: text.length > LONGEST_TEXT };
}

type News = Readonly<{
  type: WebhookType;
  position: bigint;
  changes?: Readonly<Record<string, unknown>>;
  messageId?: string;
  promise?: Readonly<Record<string, unknown>>;
  link?: Readonly<Record<string, unknown>>;
}>;

const SINGLE: Readonly<Record<string, WebhookType>> = {
  'ticket.created': 'ticket.created',
  'ticket.assigned': 'ticket.assigned',
  'ticket.merged': 'ticket.merged',
  'ticket.linked': 'ticket.linked',
  'ticket.unlinked': 'ticket.unlinked',
  'ticket.status_changed': 'ticket.status_changed',
  'sla.warning': 'sla.at_risk',
  'sla.target_missed': 'sla.breached',
  'promise.made': 'promise.made',
  'promise.at_risk': 'promise.at_risk',
  'promise.kept': 'promise.kept',
  'promise.broken': 'promise.broken',
};

/** What the events of one save are called outside. */
function newsOf(facts: readonly Fact[]): News[] {
  const [first] = facts;
  if (!first) return [];
  const changes = changesIn(facts);
  const single = facts.flatMap((fact) => newsOfOne(fact, changes));
  const isChanged = Object.keys(changes).length > 0 && facts.every(({ type }) => type !== 'ticket.created');
  return isChanged ? [{ type: 'ticket.updated', position: first.position, changes }, ...single] : single;
}

function newsOfOne({ type, position, data }: Fact, changes: Readonly<Record<string, unknown>>): News[] {
  if (type === 'message.added') {
    return [{ type: 'message.created', position, messageId: String(data['messageId']) }];
  }
  const named = SINGLE[type];
  const news: News[] = named
    ? [
        {
          type: named,
          position,
          ...(type.startsWith('ticket.') && { changes }),
          ...promiseIn(type, data),
          ...linkIn(type, data),
        },
      ]
    : [];
  return type === 'ticket.status_changed' ? [...news, ...turned(data, { position, changes })] : news;
}

/** Which promise, and until when. */
function promiseIn(type: string, { promiseId, about, dueAt }: Fact['data']): Pick<News, 'promise'> {
  return type.startsWith('promise.') ? { promise: { id: promiseId, about, dueAt } } : {};
}

/** With which ticket, and how that one stands to this one. */
function linkIn(type: string, { as, otherNumber }: Fact['data']): Pick<News, 'link'> {
  return type.endsWith('linked') ? { link: { as, number: otherNumber } } : {};
}

function turned(data: Fact['data'], told: Omit<News, 'type'>): News[] {
  if (data['to'] === 'solved') return [{ type: 'ticket.solved', ...told }];
  if (data['to'] === 'closed') return [{ type: 'ticket.closed', ...told }];
  return data['from'] === 'solved' ? [{ type: 'ticket.reopened', ...told }] : [];
}

/** The fields that changed, each with its old and new value; tags by id. */
function changesIn(facts: readonly Fact[]): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  for (const { type, data } of facts) {
    const field = changedField(type, data);
    if (field) changes[field] = { from: data['from'] ?? null, to: data['to'] ?? null };
    if (type === 'ticket.tagged' || type === 'ticket.untagged') changes['tags'] = true;
  }
  return changes;
}

const changedField = (type: string, data: Fact['data']): string | undefined =>
  type === 'ticket.field_changed' ? `fields.${data['fieldId']}` : FIELDS[type];

const FIELDS: Readonly<Record<string, string>> = {
  'ticket.status_changed': 'status',
  'ticket.priority_changed': 'priority',
  'ticket.type_changed': 'type',
  'ticket.subject_changed': 'subject',
  'ticket.assigned': 'assignee',
  'ticket.team_changed': 'team',
  'ticket.requester_changed': 'requester',
  'ticket.language_changed': 'language',
  'ticket.spam_changed': 'spam',
  'ticket.trash_changed': 'trash',
};

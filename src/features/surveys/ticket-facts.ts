import { type Condition, isMet } from '@/domain/condition/evaluate';
import type { AskedAbout } from '@/domain/survey/ask';
import { isAside } from '@/domain/ticket/trash';
import { type FieldValueRow, valuesFrom } from '@/features/fields/commands/field-values';
import type { Context } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';

export const TICKET = {
  id: true,
  number: true,
  subject: true,
  status: true,
  priority: true,
  type: true,
  channel: true,
  channelAccountId: true,
  language: true,
  assigneeId: true,
  teamId: true,
  requesterId: true,
  spam: true,
  trashedAt: true,
  mergedIntoId: true,
  firstRepliedAt: true,
  lastCustomerAt: true,
  solvedAt: true,
  reopens: true,
  tags: { select: { tagId: true } },
  fieldValues: {
    orderBy: { position: 'asc' },
    select: {
      fieldId: true,
      key: true,
      text: true,
      number: true,
      day: true,
      field: { select: { kind: true } },
    },
  },
  requester: { select: { erasedAt: true, organizationId: true, tierId: true, locale: true, timeZone: true } },
  workspace: { select: { locale: true, timeZone: true } },
} as const;

export type SolvedTicket = NonNullable<Awaited<ReturnType<typeof solvedTicket>>>;

/** What of a ticket decides whether and how its customer is asked; null when it is gone. */
export function solvedTicket(db: Db | Tx, { workspaceId }: Pick<Context, 'workspaceId'>, id: string) {
  return db.ticket.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select: TICKET });
}

/** The facts that decide who is asked at all. */
export const askedAbout = (ticket: SolvedTicket): AskedAbout => ({
  ...ticket,
  spam: isAside(ticket),
  customerSpoke: ticket.lastCustomerAt !== null,
});

type StoredValue = SolvedTicket['fieldValues'][number];

const ownRow = ({ field, day, ...row }: StoredValue): FieldValueRow => ({
  ...row,
  kind: field.kind,
  day: day?.toISOString().slice(0, 10) ?? null,
});

/** True when the survey is meant for tickets like this one. */
export function isMeant(condition: Condition | null, ticket: SolvedTicket): boolean {
  if (!condition) return true;
  const { organizationId, tierId } = ticket.requester;
  return isMet(condition, {
    ...ticket,
    organizationId,
    tierId,
    tagIds: ticket.tags.map(({ tagId }) => tagId),
    own: valuesFrom(ticket.fieldValues.map(ownRow)),
  });
}

/** The customer's own time zone, or the workspace's. */
export const zoneOf = ({ requester, workspace }: SolvedTicket): string =>
  requester.timeZone ?? workspace.timeZone;

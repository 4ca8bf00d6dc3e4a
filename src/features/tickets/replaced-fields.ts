import { type FieldPatch, type FieldValues, valueAsText } from '@/domain/field/field';
import { ownName, plainSetting } from '@/domain/ticket/set-back';
import type { Ticket } from '@/domain/ticket/ticket';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** A field in which somebody else had set another value than its writer saw; the writer's stands now. */
export type Replaced = Readonly<{
  /** `status`, `assigneeId`…, or `fields.<id>`. */
  field: string;
  /** What somebody else had set; of own fields in the words of `valueAsText`. */
  theirs: string | boolean | null;
  /** The name of the person or team that it means; null for all else. */
  name: string | null;
  /** The name of the colleague who had set it; null when it was no person. */
  by: string | null;
}>;

type Written = Readonly<{
  ticket: Ticket;
  fields: object;
  own: Readonly<{ before: FieldValues; patch: FieldPatch }>;
  seen: Readonly<Record<string, string | boolean | null>>;
}>;

/** What a change replaced of what others had set since its writer looked. Asks nothing of the database where that is nothing. */
export async function replacedFields(tx: Tx, ctx: StaffContext, written: Written): Promise<Replaced[]> {
  const moved = [...movedSingles(written), ...movedOwn(written)];
  const told = await Promise.all(
    moved.map(async ({ field, theirs }) => {
      const setter = await setterOf(tx, ctx, { ticketId: written.ticket.id, field });
      // What the writer had set a moment ago is nobody else's.
      if (setter !== null && setter.id === ctx.actor.id) return null;
      const name = await nameOf(tx, ctx, { field, theirs });
      return { field, theirs, name, by: setter?.name ?? null };
    }),
  );
  return told.filter((each) => each !== null);
}

type Moved = Pick<Replaced, 'field' | 'theirs'>;

function movedSingles({ ticket, fields, seen }: Written): readonly Moved[] {
  const before: Readonly<Record<string, unknown>> = { ...ticket };
  return Object.entries(fields)
    .filter(([field, value]) => value !== undefined && field in seen)
    .map(([field, value]) => ({ field, theirs: plainSetting(before[field]), mine: plainSetting(value) }))
    .filter(({ field, theirs, mine }) => theirs !== seen[field] && theirs !== mine)
    .map(({ field, theirs }) => ({ field, theirs: theirs as Replaced['theirs'] }));
}

const movedOwn = ({ own, seen }: Written): readonly Moved[] =>
  Object.entries(own.patch)
    .map(([id, value]) => ({
      field: ownName(id),
      theirs: valueAsText(own.before[id]),
      mine: valueAsText(value),
    }))
    .filter(({ field, theirs, mine }) => field in seen && theirs !== seen[field] && theirs !== mine)
    .map(({ field, theirs }) => ({ field, theirs }));

async function nameOf(tx: Tx, { workspaceId }: StaffContext, { field, theirs: id }: Moved) {
  if (typeof id !== 'string') return null;
  if (field === 'assigneeId') {
    const where = { workspaceId, userId: id };
    const member = await tx.membership.findFirst({ where, select: { user: { select: { name: true } } } });
    return member?.user.name ?? null;
  }
  if (field !== 'teamId') return null;
  const team = await tx.team.findFirst({ where: { workspaceId, id }, select: { name: true } });
  return team?.name ?? null;
}

type Asked = Readonly<{ ticketId: string; field: string }>;

/** The facts that tell of a field. */
const TYPES: Readonly<Record<string, string>> = {
  subject: 'ticket.subject_changed',
  status: 'ticket.status_changed',
  priority: 'ticket.priority_changed',
  type: 'ticket.type_changed',
  assigneeId: 'ticket.assigned',
  teamId: 'ticket.team_changed',
  language: 'ticket.language_changed',
  spam: 'ticket.spam_changed',
};

/** Who set the field last before this change, of which the ticket knows nothing yet. */
async function setterOf(tx: Tx, { workspaceId }: StaffContext, { ticketId, field }: Asked) {
  const own = field.startsWith('fields.') && { path: ['fieldId'], equals: field.slice('fields.'.length) };
  const type = own ? 'ticket.field_changed' : TYPES[field];
  if (!type) return null;
  const event = await tx.ticketEvent.findFirst({
    where: { workspaceId, ticketId, type, ...(own && { data: own }) },
    orderBy: { position: 'desc' },
    select: { actorKind: true, actorId: true },
  });
  if (event?.actorKind !== 'user' || !event.actorId) return null;
  const where = { workspaceId, userId: event.actorId };
  const member = await tx.membership.findFirst({ where, select: { user: { select: { name: true } } } });
  return { id: event.actorId, name: member?.user.name ?? null };
}

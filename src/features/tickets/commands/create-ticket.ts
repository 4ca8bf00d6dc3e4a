import { type FieldValues, patchedValues } from '@/domain/field/field';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { openTicket } from '@/domain/ticket/receive';
import type { NewMessage, Ticket } from '@/domain/ticket/ticket';
import { customerByEmail } from '@/features/customers/commands/customer-by-email';
import { outboundEnvelope } from '@/features/delivery/commands/outbound-envelope';
import { queueMessage } from '@/features/delivery/commands/queue-message';
import { fieldsMissingToOpen } from '@/features/fields/commands/missing-fields';
import { readFieldPatch, type WrongFields } from '@/features/fields/commands/read-field-patch';
import { takeArticlePictures } from '@/features/knowledge/commands/article-pictures';
import { openingPromise } from '@/features/promises/commands/estimate-promise';
import { promiseMade } from '@/features/promises/commands/make-promise';
import type { CreateTicketInput } from '@/features/tickets/inputs';
import { staffMessage } from '@/features/tickets/staff-message';
import { nextTicketNumber, saveTicket } from '@/features/tickets/store';
import { tagIdsOf } from '@/features/tickets/tags';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { env } from '@/server/env';
import { areHere } from './update-ticket';

type Created = Readonly<{ ticketId: string; number: number; messageId: string }>;
type Refused = Readonly<{ code: 'not_found' | 'ticket.no_address' | 'forbidden' }> | WrongFields;

/**
 * Opens a ticket by API or for another command: for what a customer told us (`inbound`), with a first mail to them
 * (`public`), or with a note. The requester is found by address or becomes a new customer. Programs are not asked for own
 * fields that are required, since they may not know them; solving is.
 */
export const createTicket = (
  ctx: StaffContext,
  input: CreateTicketInput,
): Promise<Result<Created, Refused>> => open(ctx, input, { asksForFields: false });

/** The same for a person at the form of the desk, who is asked for the own fields that are always required and shown. */
export const createTicketAtDesk = (
  ctx: StaffContext,
  input: CreateTicketInput,
): Promise<Result<Created, Refused>> => open(ctx, input, { asksForFields: true });

async function open(
  ctx: StaffContext,
  input: CreateTicketInput,
  asks: Readonly<{ asksForFields: boolean }>,
): Promise<Result<Created, Refused>> {
  if (!may(ctx.actor, 'ticket.create')) return fail({ code: 'forbidden' });
  const number = await nextTicketNumber(ctx);
  return transaction(ctx, async (tx) => {
    if (!(await areHere(tx, ctx, input))) return fail({ code: 'not_found' });
    const own = await ownFieldsOf(tx, ctx, { ...input, ...asks });
    if (!own.ok) return own;
    const fields = own.value;
    const requester = await customerByEmail(tx, ctx, input.requester);
    const written = await writtenOf(tx, ctx, input);
    const spoken = spokenBy(ctx, { input, written, requester });
    const tagIds = await tagIdsOf(tx, ctx, input.tags);
    const opened = openTicket(
      { ...openingOf(input), id: ctx.newId(), number, requesterId: requester.id, tagIds, fields },
      { message: spoken, by: ctx.actor, at: ctx.now() },
    );
    const message =
      input.kind === 'public' ? await asMail(tx, ctx, { ticket: opened.after, message: spoken }) : spoken;
    if (!message) return fail({ code: 'ticket.no_address' });
    const events = opened.events.map((event) =>
      event.type === 'message.added' ? { ...event, message } : event,
    );
    const promised = await promisedTo(tx, ctx, { input, ticket: opened.after });
    await saveTicket(tx, ctx, { ...opened, events: [...events, ...promised] });
    if (message.sendAt) await queueMessage(tx, ctx, { message, kind: 'reply' });
    return ok({ ticketId: opened.after.id, number, messageId: message.id });
  });
}

/** What is promised of itself to somebody who asked through a program, which tells them when it reads the ticket. */
async function promisedTo(
  tx: Tx,
  ctx: StaffContext,
  { input, ticket }: Readonly<{ input: CreateTicketInput; ticket: Ticket }>,
) {
  if (input.kind !== 'inbound' || input.channel !== 'api') return [];
  const estimate = await openingPromise(tx, ctx, ticket);
  return estimate ? [promiseMade(ctx, { estimate, about: 'answer' })] : [];
}

type Asked = Readonly<Pick<CreateTicketInput, 'type' | 'fields'> & { asksForFields: boolean }>;

/** The own fields of the new ticket, or what is wrong with them or missing. */
async function ownFieldsOf(
  tx: Tx,
  ctx: StaffContext,
  { type, fields: given, asksForFields }: Asked,
): Promise<Result<FieldValues, WrongFields>> {
  const own = await readFieldPatch(tx, ctx, { entity: 'ticket', ownerId: null, given });
  if (!own.ok) return own;
  const values = patchedValues({}, own.value.patch);
  const missing = asksForFields ? await fieldsMissingToOpen(tx, ctx, { type, values }) : [];
  if (missing.length === 0) return ok(values);
  const fields = Object.fromEntries(missing.map(({ key }) => [`fields.${key}`, ['required']]));
  return fail({ code: 'input.invalid', fields });
}

async function writtenOf(tx: Tx, ctx: StaffContext, input: CreateTicketInput): Promise<NewMessage> {
  const reader = input.kind === 'note' ? 'staff' : 'customer';
  const { html, files } = await takeArticlePictures(tx, ctx, { html: input.html, reader });
  return { ...staffMessage(ctx, { ...input, html, direction: directionOf(input) }), files };
}

type Spoken = Readonly<{
  input: CreateTicketInput;
  written: NewMessage;
  requester: Readonly<{ id: string; displayName: string }>;
}>;

/** What the customer told us stands as theirs. */
function spokenBy(ctx: StaffContext, { input, written, requester }: Spoken): NewMessage {
  if (input.kind !== 'inbound') return written;
  const { id, displayName: name } = requester;
  const author = { kind: 'customer', id, name, address: input.requester.email } as const;
  return { ...written, author, language: input.language, receivedAt: ctx.now() };
}

const directionOf = ({ kind }: CreateTicketInput) => {
  if (kind === 'note') return 'note';
  return kind === 'public' ? 'outbound' : 'inbound';
};

function openingOf(input: CreateTicketInput) {
  const { subject, channel, priority, type, assigneeId, teamId, language } = input;
  const status = assigneeId || input.kind === 'public' ? ('open' as const) : ('new' as const);
  const base = { subject, channel, priority, type, assigneeId, teamId, language, status };
  return { ...base, channelAccountId: null, followUpOfId: null, spam: false };
}

async function asMail(
  tx: Tx,
  ctx: StaffContext,
  { ticket, message }: Readonly<{ ticket: Ticket; message: NewMessage }>,
): Promise<NewMessage | null> {
  const envelope = await outboundEnvelope(tx, ctx, { ticket, messageId: message.id });
  if (!envelope?.requester) return null;
  return {
    ...message,
    channel: 'email',
    channelAccountId: envelope.channelAccountId,
    subject: ticket.subject,
    messageId: envelope.messageId,
    from: [envelope.from],
    replyTo: [envelope.replyTo],
    to: [envelope.requester],
    sendAt: new Date(ctx.now().getTime() + env().UNDO_SECONDS * 1000),
  };
}

import { CONSENT_KINDS, standingOf, tickCounts } from '@/domain/customer/consent';
import { fieldText, patchedValues } from '@/domain/field/field';
import { readFieldValue } from '@/domain/field/value';
import type { Submission } from '@/domain/form/form';
import type { CustomerActor } from '@/domain/permission/actor';
import { previewOf } from '@/domain/ticket/add-message';
import { PLAIN_MESSAGE } from '@/domain/ticket/plain-message';
import type { NewMessage } from '@/domain/ticket/ticket';
import { customerByEmail } from '@/features/customers/commands/customer-by-email';
import { queueMessage } from '@/features/delivery/commands/queue-message';
import { confirmationOf } from '@/features/forms/confirmation';
import type { ShownForm } from '@/features/forms/form-rows';
import { linkVisit } from '@/features/knowledge/commands/link-visit';
import { noteUnanswered } from '@/features/knowledge/commands/note-unanswered';
import { promiseMade } from '@/features/promises/commands/make-promise';
import { openingTime } from '@/features/promises/commands/opening-notice';
import { ensureTags } from '@/features/tickets/commands/ensure-tags';
import { openReceivedTicket } from '@/features/tickets/commands/open-received-ticket';
import { takeTicketNumber } from '@/features/tickets/commands/take-ticket-number';
import { translator } from '@/i18n/translator';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Placing = Readonly<{ form: ShownForm; submissionId: string; submission: Submission }>;
type Customer = Readonly<{ id: string; displayName: string }>;
type Placed = Readonly<{ number: number; ticketId: string }>;

/**
 * Opens the ticket of what somebody sent by a form. The typed address proves nothing: the ticket is answered by mail, as if
 * it had come by mail, and whoever gave a foreign address learns nothing. Gives the ticket.
 */
export async function placeSubmission(tx: Tx, ctx: SystemContext, placing: Placing): Promise<Placed> {
  const { form, submission, submissionId } = placing;
  const { email, name, locale } = submission;
  const customer = await customerByEmail(tx, ctx, { email, name, locale });
  const number = await takeTicketNumber(tx, ctx);
  const opening = {
    id: ctx.newId(),
    number,
    subject: submission.subject || previewOf(submission.message).slice(0, 100) || form.name,
    channel: 'web' as const,
    channelAccountId: form.id,
    requesterId: customer.id,
    teamId: form.teamId,
    language: locale,
    followUpOfId: null,
    spam: false,
    priority: form.priority,
    type: form.type,
    tagIds: [...(await ensureTags(tx, ctx, form.tags))].sort(),
    fields: valuesOf(placing),
  };
  const by: CustomerActor = { kind: 'customer', id: customer.id, name: name || customer.displayName };
  // Whether or not a mail may go: the page that thanks and the request's own page say the time as well.
  const estimate = await openingTime(tx, ctx, opening);
  const asked = { form, submission, number, customerId: customer.id, answerBy: estimate?.dueAt ?? null };
  const confirmation = await confirmationOf(tx, ctx, asked);
  const ticket = await openReceivedTicket(tx, ctx, {
    opening,
    message: wordsOf(ctx, placing, customer),
    by,
    beside: confirmation ? [confirmation] : [],
    promised: estimate && promiseMade(ctx, { estimate, about: 'answer', ...toldBy(placing, confirmation) }),
  });
  if (confirmation) await queueMessage(tx, ctx, { message: confirmation, kind: 'acknowledgement' });
  const { receivedAt: at } = await tx.formSubmission.update({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id: submissionId } },
    data: { state: 'processed', ticketId: ticket.id, processedAt: ctx.now() },
    select: { receivedAt: true },
  });
  await keepConsents(tx, ctx, { form, submission, customer, at });
  const sessionId = submission.visit ?? null;
  await linkVisit({ ...ctx, db: tx, sessionId }, { ticketId: ticket.id, customerId: customer.id });
  await noteUnanswered(tx, ctx, { locale, text: submission.subject });
  return { number, ticketId: ticket.id };
}

/** The mail is what told the time, unless the workspace's own words for it have no place for one. */
function toldBy({ form, submission }: Placing, mail: NewMessage | null) {
  const { mailText, mailSubject } = form.texts[submission.locale];
  const isSaid = !mailText || /\{\{\s*promise\.answer_by/.test(`${mailSubject} ${mailText}`);
  return mail && isSaid ? { messageId: mail.id } : {};
}

type Consenting = Pick<Placing, 'form' | 'submission'> & Readonly<{ customer: Customer; at: Date }>;

/**
 * What was agreed to, with the words that stood there and the moment of sending, whenever the ticket is made. Who is signed in
 * says it themselves, also anew; where the address is merely typed the line says so, and what was taken back stays taken back.
 */
async function keepConsents(tx: Tx, ctx: SystemContext, { form, submission, customer, at }: Consenting) {
  const { workspaceId, now, newId } = ctx;
  const { consents, locale, email, proven = false } = submission;
  const ticked = form.items
    .filter(({ kind, key }) => kind === 'consent' && consents.includes(key))
    .map((item) => ({ ...item, kind: CONSENT_KINDS.find((kind) => kind === item.value) ?? 'privacy' }));
  if (ticked.length === 0) return;
  const standing = await standingConsents(tx, ctx, customer.id);
  const t = await translator(locale, 'form');
  const unproven = proven ? '' : t('consentBy', { email });
  await tx.customerConsent.createMany({
    data: ticked
      .filter(({ kind }) => tickCounts(standing.find((line) => line.kind === kind) ?? null, proven))
      .map(({ kind, labels, link }) => ({
        workspaceId,
        id: newId(),
        customerId: customer.id,
        kind,
        given: true,
        source: form.name.slice(0, MOST_SOURCE),
        note: [fieldText(labels, locale) || t('label.consent'), link, unproven].filter(Boolean).join(' · '),
        at,
        byName: proven ? customer.displayName : '',
        byCustomer: proven,
        createdAt: now(),
      })),
  });
}

/** What holds now of each kind, with the record held: who takes it back meanwhile waits, and has the last word. */
async function standingConsents(tx: Tx, { workspaceId }: SystemContext, customerId: string) {
  await tx.$queryRaw`select 1 from "Customer" where "workspaceId" = ${workspaceId}::uuid and id = ${customerId}::uuid for update`;
  return standingOf(
    await tx.customerConsent.findMany({
      where: { workspaceId, customerId },
      distinct: ['kind'],
      orderBy: [{ kind: 'asc' }, { at: 'desc' }, { id: 'desc' }],
      select: { kind: true, given: true, byCustomer: true },
    }),
  );
}

const MOST_SOURCE = 60;

/** What was typed, as values of the fields as they are now; what no longer fits stays in the message. */
function valuesOf({ form, submission }: Placing) {
  let values = {};
  for (const field of form.definitions) {
    const raw = submission.values[field.id];
    const read = raw === undefined ? null : readFieldValue(field, raw);
    if (read?.ok) values = patchedValues(values, { [field.id]: read.value });
  }
  return values;
}

function wordsOf(ctx: SystemContext, { form, submission }: Placing, customer: Customer): NewMessage {
  const { email, message, hidden, page, files, locale, cc = [], proven = false } = submission;
  const at = ctx.now();
  const name = submission.name || customer.displayName;
  const facts = Object.entries(hidden).filter(([, value]) => value !== '');
  const lines = [...facts, ...(page ? [['page', page]] : [])].map(([key, value]) => `${key}: ${value}`);
  const text = [message, ...(lines.length > 0 ? [`-- \n${lines.join('\n')}`] : [])].join('\n\n');
  return {
    ...PLAIN_MESSAGE,
    id: ctx.newId(),
    direction: 'inbound',
    channel: 'web',
    channelAccountId: form.id,
    author: { kind: 'customer', id: customer.id, name, address: email },
    subject: submission.subject,
    text,
    visibleText: message,
    from: [{ address: email, name }],
    cc: [...cc].filter((each) => each !== email).map((address) => ({ address, name: null })),
    threadedBy: 'new',
    language: locale,
    unverified: !proven,
    sentAt: at,
    receivedAt: at,
    files,
  };
}

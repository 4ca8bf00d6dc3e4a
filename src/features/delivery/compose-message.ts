import type { AddressKind } from '@/domain/channel/address-kind';
import type { OutboundFile, OutboundMessage } from '@/domain/channel/message';
import { followLink } from '@/features/portal/commands/follow-link';
import { isLocale, LOCALES } from '@/i18n/locales';
import { translator } from '@/i18n/translator';
import type { SystemContext } from '@/server/context';
import { bounceAddress } from '@/server/crypto/mail-tokens';
import { paragraphs } from '@/server/mail/escape-html';
import { OWN_MARK_HEADER, ownMark } from '@/server/mail/own-mark';
import { withoutGuestSecrets } from '@/server/portal/guest-link';
import { storage } from '@/server/storage/storage';
import { fileKey } from '@/server/storage/storage-key';
import type { OutgoingMail } from './outbox';
import { type Quoted, quotationOf } from './quotation';

type Row = NonNullable<Awaited<ReturnType<typeof loadMessage>>>;

/**
 * A ticket message as a mail: what was written, the writer's signature, and what it answers, in the customer's language,
 * as text and as HTML. Null when the message is gone.
 */
export async function composeMessage(
  ctx: SystemContext,
  mail: OutgoingMail,
): Promise<OutboundMessage | null> {
  const row = mail.messageId ? await loadMessage(ctx, mail.messageId) : null;
  const ticket = row && ticketOf(row);
  if (!row || !ticket) return null;
  const of = (kind: AddressKind) =>
    row.addresses.filter((address) => address.kind === kind).map(({ name, address }) => ({ name, address }));
  const [from] = of('from');
  if (!from) return null;
  const body = await bodyOf(ctx, mail, row);
  return {
    envelope: { from: bounceAddress(mail.mailFrom, mail.id), to: mail.rcptTo },
    messageId: mail.mailMessageId,
    inReplyTo: row.inReplyTo[0] ?? null,
    references: row.references,
    from:
      row.authorKind === 'user' && row.authorName
        ? { ...from, name: senderName(row.authorName, from.name) }
        : from,
    replyTo: of('reply_to')[0] ?? null,
    to: of('to'),
    cc: of('cc'),
    subject: mail.subject,
    ...body,
    headers: { ...mail.headers, [OWN_MARK_HEADER]: ownMark(ctx.workspaceId, ticket.number) },
    files: await filesOf(ctx, row),
    sentAt: ctx.now(),
  };
}

/** `Zsófia Kiss (Support)`: a person, and whom they speak for. */
const senderName = (author: string, mailbox: string | null) => (mailbox ? `${author} (${mailbox})` : author);

const ofTicket = {
  number: true,
  language: true,
  requesterId: true,
  requester: { select: { locale: true, timeZone: true } },
  workspace: { select: { locale: true, timeZone: true } },
} as const;

/** On which it stands, or beside which it is said. */
const ticketOf = ({ ticket, sideConversation }: Row) => ticket ?? sideConversation?.ticket ?? null;

function loadMessage(ctx: SystemContext, id: string) {
  return ctx.db.message.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    select: {
      ticketId: true,
      text: true,
      html: true,
      language: true,
      authorKind: true,
      authorName: true,
      inReplyTo: true,
      references: true,
      createdAt: true,
      authorUser: { select: { signature: true } },
      addresses: { orderBy: { position: 'asc' }, select: { kind: true, name: true, address: true } },
      attachments: {
        orderBy: { position: 'asc' },
        select: { id: true, name: true, type: true, sha256: true, inline: true, contentId: true },
      },
      ticket: { select: ofTicket },
      sideConversationId: true,
      sideConversation: { select: { ticket: { select: ofTicket } } },
    },
  });
}

/** An acknowledgement says all by itself; an answer is signed, and quotes what it answers. */
async function bodyOf(ctx: SystemContext, mail: OutgoingMail, row: Row) {
  const html = row.html ?? paragraphs(row.text);
  const follow = await followLine(ctx, mail, row);
  if (mail.kind !== 'reply') return { text: `${row.text}\n${follow.text}`, html: `${html}${follow.html}` };
  const quoted = await quotedBy(ctx, row);
  const quotation = quoted && (await quotationOf(quoted, readerOf(row)));
  const signature = row.authorUser?.signature.trim() ?? '';
  const text = [
    row.text.trim(),
    ...(signature ? [`-- \n${signature}`] : []),
    ...(follow.text ? [follow.text.trim()] : []),
    ...(quotation ? [quotation.text] : []),
  ];
  const signed = signature ? `<div>-- <br>${paragraphs(signature)}</div>` : '';
  return {
    text: `${text.join('\n\n')}\n`,
    html: `${html}${signed}${follow.html}${quotation?.html ?? ''}`,
  };
}

/** The line that leads to the request without signing in; empty where the workspace wants none or others get this mail too. */
async function followLine(ctx: SystemContext, { kind }: OutgoingMail, row: Row) {
  const { ticketId, ticket, addresses } = row;
  if (!ticketId || !ticket || !['reply', 'acknowledgement'].includes(kind)) return NO_LINE;
  const readers = addresses
    .filter((each) => ['to', 'cc', 'bcc'].includes(each.kind))
    .map(({ address }) => address);
  const { language } = readerOf(row);
  const address = await followLink(ctx, { ticketId, customerId: ticket.requesterId, readers, language });
  if (!address) return NO_LINE;
  const label = (await translator(language, 'outgoing'))('reply.follow');
  return { text: `\n${label}: ${address}\n`, html: `<p><a href="${address}">${label}</a></p>` };
}

const NO_LINE = { text: '', html: '' };

function readerOf(row: Row) {
  const { language, ticket } = row;
  if (row.sideConversation) return outsiderOf(row.sideConversation.ticket.workspace);
  const wished = [language, ticket?.language, ticket?.requester.locale, ticket?.workspace.locale];
  return {
    language: wished.find(isLocale) ?? LOCALES[0],
    timeZone: ticket?.requester.timeZone ?? ticket?.workspace.timeZone ?? 'UTC',
  };
}

/** Of whom nothing is known: they are written to as the workspace speaks. */
const outsiderOf = ({ locale, timeZone }: Readonly<{ locale: string; timeZone: string }>) => ({
  language: [locale].find(isLocale) ?? LOCALES[0],
  timeZone,
});

/**
 * The last thing that the customer, or somebody who gets the answer, had written when the answer was. What others wrote on
 * the ticket is not theirs to read, and beside a ticket only what was said there.
 */
async function quotedBy(ctx: SystemContext, row: Row): Promise<Quoted | null> {
  const { ticketId, ticket, sideConversationId, createdAt, addresses } = row;
  const readers = addresses.filter(({ kind }) => kind === 'to' || kind === 'cc');
  const last = await ctx.db.message.findFirst({
    where: {
      workspaceId: ctx.workspaceId,
      ...(sideConversationId ? { sideConversationId } : { ticketId }),
      direction: 'inbound',
      automated: null,
      createdAt: { lte: createdAt },
      OR: [
        ...(ticket ? [{ authorCustomerId: ticket.requesterId }] : []),
        { authorAddress: { in: readers.map(({ address }) => address), mode: 'insensitive' } },
      ],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: {
      authorName: true,
      authorAddress: true,
      visibleText: true,
      html: true,
      sentAt: true,
      receivedAt: true,
      createdAt: true,
    },
  });
  if (!last) return null;
  const { authorName, authorAddress, visibleText, html } = last;
  return {
    name: authorName || authorAddress,
    text: withoutGuestSecrets(visibleText),
    html: html && withoutGuestSecrets(html),
    at: last.sentAt ?? last.receivedAt ?? last.createdAt,
  };
}

function filesOf(ctx: SystemContext, { attachments }: Row): Promise<OutboundFile[]> {
  return Promise.all(
    attachments.map(async ({ name, type, sha256, inline, contentId }) => {
      const bytes = await storage().get(fileKey(ctx.workspaceId, sha256));
      if (!bytes) throw new Error(`the file ${name} (${sha256}) is not in storage`);
      return { name, type, bytes, contentId: inline ? contentId : null };
    }),
  );
}

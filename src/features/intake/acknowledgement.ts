import { mayAcknowledge } from '@/domain/intake/acknowledge';
import { subjectOfAnswer } from '@/domain/intake/subject';
import type { NewMessage } from '@/domain/ticket/ticket';
import { fillMailText } from '@/domain/workspace/mail-text';
import { isLocale, LOCALES } from '@/i18n/locales';
import { translator } from '@/i18n/translator';
import type { SystemContext } from '@/server/context';
import { replyAddress } from '@/server/crypto/mail-tokens';
import type { Placing } from './placing';

type Opened = Readonly<{ id: string; number: number; subject: string }>;

/**
 * The mail that tells a customer that their mail has arrived, under which number, and by when to expect an answer: in
 * their language, in the workspace's words or in ours. Null where none may go out (contracts A.3).
 */
export async function acknowledgementOf(
  ctx: SystemContext,
  placing: Placing,
  ticket: Opened,
): Promise<NewMessage | null> {
  const { raw, mail, facts } = placing;
  const { sender } = mail;
  if (!sender || !mayAcknowledge(newcomerOf(placing))) return null;
  const { subject, text, language } = await wordsOf(placing, ticket);
  const { address, name } = raw.mailbox;
  const id = ctx.newId();
  return {
    id,
    direction: 'outbound',
    channel: 'email',
    channelAccountId: raw.mailbox.id,
    author: { kind: 'system', name, address },
    subject,
    text,
    visibleText: text,
    html: null,
    messageId: `t${ticket.number}.${id}@${address.slice(address.lastIndexOf('@') + 1)}`,
    inReplyTo: mail.messageId ? [mail.messageId] : [],
    references: [...mail.references.slice(-18), ...(mail.messageId ? [mail.messageId] : [])],
    headers: null,
    from: [{ address, name }],
    replyTo: [{ address: replyAddress(address, ctx.workspaceId, ticket.number), name }],
    to: [{ address: sender.address, name: sender.name ?? facts.customer?.displayName ?? null }],
    cc: [],
    bcc: [],
    automated: null,
    threadedBy: 'hand',
    language,
    unverified: false,
    thanks: false,
    sendAt: ctx.now(),
    scheduled: false,
    sentAt: null,
    receivedAt: null,
    rawInboundId: null,
    attachmentIds: [],
    files: [],
  };
}

function newcomerOf({ raw, mail, facts, verdict }: Placing) {
  return {
    wanted: raw.workspace.acknowledge && raw.mailbox.address !== '',
    human: verdict.as === 'human' && mail.automated === null,
    sender: mail.sender,
    envelopeFrom: raw.envelopeFrom,
    fromMailbox: facts.fromMailbox,
    bounced: facts.customer?.bounced ?? false,
    recent: facts.customer?.acknowledged ?? 0,
  };
}

async function wordsOf({ raw, mail, facts }: Placing, { number, subject }: Opened) {
  const { locale, answerWithinHours, name } = raw.workspace;
  const wished = mail.language ?? facts.customer?.locale ?? locale;
  const language = isLocale(wished) ? wished : LOCALES[0];
  const own = facts.acknowledgements[language];
  if (own) {
    const known = {
      'ticket.number': String(number),
      'ticket.subject': subject,
      'customer.name': facts.customer?.displayName ?? mail.sender?.name ?? '',
      'workspace.name': name,
      'workspace.answer_hours': String(answerWithinHours ?? ''),
    };
    return { language, subject: fillMailText(own.subject, known), text: fillMailText(own.body, known) };
  }
  const t = await translator(language, 'outgoing');
  const lines = [
    t('acknowledgement.greeting'),
    t('acknowledgement.received', { number: String(number) }),
    ...(answerWithinHours ? [t('acknowledgement.expect', { hours: answerWithinHours })] : []),
    t('acknowledgement.add'),
    `${t('acknowledgement.regards')}\n${name}`,
  ];
  return { language, subject: subjectOfAnswer(number, subject), text: lines.join('\n\n') };
}

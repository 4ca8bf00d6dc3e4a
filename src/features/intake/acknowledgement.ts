import { mayAcknowledge } from '@/domain/intake/acknowledge';
import { subjectOfAnswer } from '@/domain/intake/subject';
import type { PromiseMade } from '@/domain/promise/event';
import { PLAIN_MESSAGE } from '@/domain/ticket/plain-message';
import type { Opening } from '@/domain/ticket/receive';
import type { NewMessage } from '@/domain/ticket/ticket';
import { fillMailText } from '@/domain/workspace/mail-text';
import { byWhen } from '@/features/promises/commands/by-when';
import { promiseMade } from '@/features/promises/commands/make-promise';
import { openingTime } from '@/features/promises/commands/opening-notice';
import { zoneOf } from '@/features/promises/commands/zone-of';
import { isLocale, LOCALES, type Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translator';
import type { SystemContext } from '@/server/context';
import { replyAddress } from '@/server/crypto/mail-tokens';
import type { Tx } from '@/server/db/client';
import type { Placing } from './placing';

/**
 * The mail that tells a customer that their mail has arrived, under which number, and by when to expect an answer: in
 * their language, in the workspace's words, which get a sentence with the time where they have no place for it, or in ours. Null where none may go out (contracts A.3).
 */
export async function acknowledgementOf(
  tx: Tx,
  ctx: SystemContext,
  { placing, opening: ticket }: Readonly<{ placing: Placing; opening: Opening }>,
): Promise<Acknowledgement | null> {
  const { raw, mail, facts } = placing;
  const { sender } = mail;
  if (!sender || !mayAcknowledge(newcomerOf(placing))) return null;
  const language = languageOf(placing);
  const estimate = await openingTime(tx, ctx, ticket);
  const timeZone = await zoneOf(tx, ctx, ticket.requesterId);
  const expected = estimate && timeText(estimate.dueAt, { language, timeZone });
  const answerBy = estimate && (await byWhen(estimate.dueAt, { now: ctx.now(), timeZone, locale: language }));
  const { subject, text } = await wordsOf(placing, { ...ticket, language, expected, answerBy });
  const { address, name } = raw.mailbox;
  const id = ctx.newId();
  const message: NewMessage = {
    ...PLAIN_MESSAGE,
    id,
    direction: 'outbound',
    channel: 'email',
    channelAccountId: raw.mailbox.id,
    author: { kind: 'system', name, address },
    subject,
    text,
    visibleText: text,
    messageId: `t${ticket.number}.${id}@${address.slice(address.lastIndexOf('@') + 1)}`,
    inReplyTo: mail.messageId ? [mail.messageId] : [],
    references: [...mail.references.slice(-18), ...(mail.messageId ? [mail.messageId] : [])],
    from: [{ address, name }],
    replyTo: [{ address: replyAddress(address, ctx.workspaceId, ticket.number), name }],
    to: [{ address: sender.address, name: sender.name ?? facts.customer?.displayName ?? null }],
    language,
    sendAt: ctx.now(),
  };
  const promised = estimate && promiseMade(ctx, { estimate, about: 'answer', messageId: id });
  return { message, promised };
}

/** The mail, and what it promises. */
export type Acknowledgement = Readonly<{ message: NewMessage; promised: PromiseMade | null }>;

function newcomerOf({ raw, mail, facts, verdict }: Placing) {
  return {
    wanted: raw.workspace.acknowledge && raw.mailbox.address !== '' && !facts.customer?.wantsNone,
    human: verdict.as === 'human' && mail.automated === null,
    sender: mail.sender,
    envelopeFrom: raw.envelopeFrom,
    fromMailbox: facts.fromMailbox,
    bounced: facts.customer?.bounced ?? false,
    recent: facts.customer?.acknowledged ?? 0,
  };
}

function languageOf({ raw, mail, facts }: Placing): Locale {
  const wished = mail.language ?? facts.customer?.locale ?? raw.workspace.locale;
  return isLocale(wished) ? wished : LOCALES[0];
}

const TIME = { weekday: 'long', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const;

const timeText = (at: Date, { language, timeZone }: Readonly<{ language: Locale; timeZone: string }>) =>
  new Intl.DateTimeFormat(language, { ...TIME, timeZoneName: 'short', timeZone }).format(at);

type Said = Readonly<{
  number: number;
  subject: string;
  language: Locale;
  expected: string | null;
  answerBy: string | null;
}>;

async function wordsOf({ raw, mail, facts }: Placing, said: Said) {
  const { number, subject, language, expected, answerBy } = said;
  const { answerWithinHours, name } = raw.workspace;
  const own = facts.acknowledgements[language];
  const t = await translator(language, 'outgoing');
  if (own) {
    const known = {
      'ticket.number': String(number),
      'ticket.subject': subject,
      'customer.name': facts.customer?.displayName ?? mail.sender?.name ?? '',
      'workspace.name': name,
      'workspace.answer_hours': String(answerWithinHours ?? ''),
      'promise.first_reply': expected ?? '',
      'promise.answer_by': answerBy ?? '',
    };
    const text = fillMailText(own.body, known);
    // Own words without a place for it do not leave the customer without the time that they may count on.
    const untold = expected && !/\{\{\s*promise\./.test(`${own.subject} ${own.body}`);
    const added = untold ? `\n\n${t('acknowledgement.expectBy', { time: expected })}` : '';
    return { subject: fillMailText(own.subject, known), text: `${text}${added}` };
  }
  const lines = [
    t('acknowledgement.greeting'),
    t('acknowledgement.received', { number: String(number) }),
    ...(expected ? [t('acknowledgement.expectBy', { time: expected })] : []),
    t('acknowledgement.add'),
    `${t('acknowledgement.regards')}\n${name}`,
  ];
  return { subject: subjectOfAnswer(number, subject), text: lines.join('\n\n') };
}

import type { Translations } from '@/domain/action/action';
import { fillTemplate } from '@/domain/template/fill-template';
import type { TemplateFacts } from '@/domain/template/variables';
import { outboundEnvelope } from '@/features/delivery/commands/outbound-envelope';
import { queueMessage } from '@/features/delivery/commands/queue-message';
import { templateFacts } from '@/features/macros/commands/template-facts';
import { sayOnTicket } from '@/features/tickets/commands/act-on-ticket';
import { isLocale, LOCALES, type Locale } from '@/i18n/locales';
import { type Acting, type Ended, failed, type Step, ticketOf } from './acting';
import { mailProblem } from './mail-limits';
import { systemMessage } from './system-message';

type Words = Readonly<{ subjects: Translations; texts: Translations; html?: boolean }>;

/**
 * Mails the requester in their language, or in the workspace's where there is no text in theirs. The mail says that it is
 * automatic (RFC 3834 §5), stands on the ticket, and goes to no machine and nobody who got too many.
 */
export async function mailCustomer(acting: Acting, { action, index }: Step<'mail'>): Promise<Ended> {
  return sendWords(acting, action, index);
}

/** As `mailCustomer`, for words from anywhere. */
export async function sendWords(acting: Acting, words: Words, index: number): Promise<Ended> {
  const { tx, ctx, runId } = acting;
  const ticket = await ticketOf(acting);
  if (ticket.status === 'closed') return failed('ticket.closed');
  const id = ctx.newId();
  const envelope = await outboundEnvelope(tx, ctx, { ticket, messageId: id });
  if (!envelope?.requester) return failed('rule.not_reachable');
  const problem = await mailProblem(acting, { ticket, address: envelope.requester.address });
  if (problem) return failed(problem);
  const written = await writtenIn(acting, words);
  if (!written) return failed('rule.no_text');

  const { requester, subject, ...head } = envelope;
  const message = systemMessage(ctx, {
    id,
    direction: 'outbound',
    channel: 'email',
    channelAccountId: head.channelAccountId,
    subject: written.subject || subject,
    text: written.text,
    messageId: head.messageId,
    inReplyTo: head.inReplyTo,
    references: head.references,
    from: [head.from],
    replyTo: [head.replyTo],
    to: [requester],
    language: written.language,
    sendAt: ctx.now(),
  });
  await sayOnTicket(tx, ctx, { ticket, message });
  const submitted = acting.woken.has('customer_wrote') ? 'auto-replied' : 'auto-generated';
  await queueMessage(tx, ctx, {
    message,
    kind: 'automatic',
    uniqueKey: `rule:${runId}:${index}`,
    headers: { 'Auto-Submitted': submitted, 'X-Auto-Response-Suppress': 'All' },
  });
  return { ok: true, detail: written.language };
}

type Written = Readonly<{ language: Locale; subject: string; text: string }>;

async function writtenIn({ tx, ctx, ticketId }: Acting, words: Words): Promise<Written | null> {
  const known = await templateFacts(tx, ctx, { ticketId });
  const language = known && (await languageOf({ tx, ctx }, words.texts, known.language));
  const template = language && words.texts[language];
  if (!known || !language || !template) return null;
  const same = language === known.language;
  const facts = same ? known.facts : (await templateFacts(tx, ctx, { ticketId, language }))?.facts;
  const fill = (text: string, given: TemplateFacts = facts ?? {}) =>
    fillTemplate(text, given, { unfilled: 'drop' }).text.trim();
  const subject = words.subjects[language] ?? '';
  return { language, subject: fill(subject).replace(/\s+/g, ' ').slice(0, 500), text: fill(template) };
}

/** The customer's language if the words are there, else the workspace's, else whatever there is. */
async function languageOf(
  { tx, ctx }: Pick<Acting, 'tx' | 'ctx'>,
  texts: Translations,
  wanted: Locale,
): Promise<Locale | null> {
  if (texts[wanted]) return wanted;
  const workspace = await tx.workspace.findUnique({
    where: { id: ctx.workspaceId },
    select: { locale: true },
  });
  const wishes = [workspace?.locale, ...LOCALES].filter(isLocale);
  return wishes.find((locale) => texts[locale]) ?? null;
}

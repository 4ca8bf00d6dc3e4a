import type { Submission } from '@/domain/form/form';
import { subjectOfAnswer } from '@/domain/intake/subject';
import { fillTemplate } from '@/domain/template/fill-template';
import { PLAIN_MESSAGE } from '@/domain/ticket/plain-message';
import type { NewMessage } from '@/domain/ticket/ticket';
import { byWhen } from '@/features/promises/commands/by-when';
import { zoneOf } from '@/features/promises/commands/zone-of';
import { translator } from '@/i18n/translator';
import type { SystemContext } from '@/server/context';
import { replyAddress } from '@/server/crypto/mail-tokens';
import type { Tx } from '@/server/db/client';
import type { ShownForm } from './form-rows';

/** No address is written to more often in an hour by anybody who types it into forms. */
const MOST_AN_HOUR = 3;
const HOUR_MS = 3_600_000;

type Asked = Readonly<{
  form: ShownForm;
  submission: Submission;
  number: number;
  customerId: string;
  /** By when an answer is promised; null where none is. */
  answerBy: Date | null;
}>;

/**
 * The mail that tells whoever has the typed address which number their request has; an answer to it proves the address.
 * It repeats nothing of what was typed, so that it carries nobody's words to a stranger. Null where there is no mailbox, or
 * the address was written to too often or wants none.
 */
export async function confirmationOf(tx: Tx, ctx: SystemContext, asked: Asked): Promise<NewMessage | null> {
  const { submission, number, customerId } = asked;
  const { workspaceId } = ctx;
  const mailbox = await tx.channelAccount.findFirst({
    where: { workspaceId, channel: 'email', enabled: true, address: { not: null } },
    orderBy: { createdAt: 'asc' },
    select: { id: true, name: true, address: true },
  });
  if (!mailbox?.address || (await isPestered(tx, ctx, submission.email))) return null;
  if (await wantsNone(tx, ctx, customerId)) return null;
  const { address, name } = mailbox;
  const when = asked.answerBy && (await spokenTime(tx, ctx, { asked, at: asked.answerBy }));
  const { subject, text } = await wordsOf(asked, when);
  const id = ctx.newId();
  return {
    ...PLAIN_MESSAGE,
    id,
    direction: 'outbound',
    channel: 'email',
    channelAccountId: mailbox.id,
    author: { kind: 'system', name, address },
    subject,
    text,
    visibleText: text,
    messageId: `t${number}.${id}@${address.slice(address.lastIndexOf('@') + 1)}`,
    from: [{ address, name }],
    replyTo: [{ address: replyAddress(address, workspaceId, number), name }],
    to: [{ address: submission.email, name: null }],
    language: submission.locale,
    sendAt: ctx.now(),
  };
}

async function wantsNone(tx: Tx, { workspaceId }: SystemContext, customerId: string): Promise<boolean> {
  const where = { workspaceId, customerId, acknowledgements: false };
  return (await tx.customerMailChoice.count({ where })) > 0;
}

async function isPestered(tx: Tx, { workspaceId, now }: SystemContext, email: string): Promise<boolean> {
  const receivedAt = { gte: new Date(now().getTime() - HOUR_MS) };
  const where = { workspaceId, email, state: 'processed', receivedAt } as const;
  return (await tx.formSubmission.count({ where, take: MOST_AN_HOUR })) >= MOST_AN_HOUR;
}

/** In the zone of the customer who has the address. */
async function spokenTime(
  tx: Tx,
  ctx: SystemContext,
  { asked, at }: Readonly<{ asked: Asked; at: Date }>,
): Promise<string> {
  const timeZone = await zoneOf(tx, ctx, asked.customerId);
  return byWhen(at, { now: ctx.now(), timeZone, locale: asked.submission.locale });
}

async function wordsOf(asked: Asked, when: string | null) {
  const { form, submission, number } = asked;
  const { locale } = submission;
  const own = form.texts[locale];
  const t = await translator(locale, 'form');
  const { name } = form.workspace;
  const known = { 'ticket.number': String(number), 'workspace.name': name, 'promise.answer_by': when ?? '' };
  const filled = (text: string) => fillTemplate(text, known, { unfilled: 'drop' }).text;
  return {
    subject: subjectOfAnswer(number, filled(own.mailSubject) || t('mail.subject')),
    text:
      filled(own.mailText) ||
      t(when ? 'mail.textByWhen' : 'mail.text', {
        number: String(number),
        workspace: name,
        when: when ?? '',
      }),
  };
}

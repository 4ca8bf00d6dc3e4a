import { afterQuietHours, mayAskFrom, type Skip, termsOfInvite } from '@/domain/survey/ask';
import type { SurveyLanguage, SurveyTerms } from '@/domain/survey/survey';
import { mailboxOfTicket } from '@/features/delivery/commands/mailbox-of-ticket';
import { queueSystemMail } from '@/features/delivery/commands/queue-system-mail';
import { surveyMail } from '@/features/surveys/survey-mail';
import type { Context } from '@/server/context';
import { replyAddress } from '@/server/crypto/mail-tokens';
import { inviteToken } from '@/server/crypto/survey-token';
import type { Db, Tx } from '@/server/db/client';
import { env } from '@/server/env';

/** A customer as whoever asks finds them. */
export type Askable = NonNullable<Awaited<ReturnType<typeof lockedCustomer>>>;

/** The customer, locked: two tickets of one person that become due at once ask once. Null when they are gone. */
export async function lockedCustomer(tx: Tx, { workspaceId }: Pick<Context, 'workspaceId'>, id: string) {
  await tx.$executeRaw`select 1 from "Customer" where "workspaceId" = ${workspaceId}::uuid and id = ${id}::uuid for update`;
  return tx.customer.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: {
      id: true,
      displayName: true,
      erasedAt: true,
      blockedAt: true,
      locale: true,
      timeZone: true,
      surveyOptOut: { select: { at: true } },
      workspace: { select: { name: true, locale: true, timeZone: true } },
      identities: {
        where: { kind: 'email', bouncedAt: null },
        orderBy: [{ primary: 'desc' }, { createdAt: 'asc' }],
        take: 1,
        select: { value: true },
      },
    },
  });
}

type Asking = Readonly<{ customer: Askable; terms: SurveyTerms }>;

/** What of a customer says whether they may be asked at all. */
type Asked = Readonly<{ id: string; erasedAt: Date | null; blockedAt: Date | null; surveyOptOut: unknown }>;

/** Why this customer is not asked now whatever the ticket is; null when they may be. */
export async function customerSkip(
  tx: Db | Tx,
  ctx: Pick<Context, 'workspaceId' | 'now'>,
  { customer, terms }: Readonly<{ customer: Asked; terms: SurveyTerms }>,
): Promise<Skip | null> {
  if (customer.erasedAt) return 'no_address';
  if (customer.blockedAt) return 'blocked';
  if (customer.surveyOptOut) return 'opted_out';
  const last = await tx.surveyInvite.findFirst({
    where: {
      workspaceId: ctx.workspaceId,
      customerId: customer.id,
      sentAt: { not: null },
      state: { not: 'bounced' },
      survey: terms.kind === 'nps' ? { kind: 'nps' } : { kind: { not: 'nps' } },
      channel: { not: 'link' },
    },
    orderBy: { sentAt: 'desc' },
    select: { sentAt: true },
  });
  const from = mayAskFrom(last?.sentAt ?? null, terms);
  return from && from > ctx.now() ? 'throttled' : null;
}

/** Until when the customer's clock says quiet; null when they may be written to now. */
export function quietUntil({ customer, terms }: Asking, at: Date): Date | null {
  const until = afterQuietHours(at, terms.quiet, customer.timeZone ?? customer.workspace.timeZone);
  return until > at ? until : null;
}

/** True when a mail reaches them, and the survey is asked by mail. */
export const isReachable = ({ customer, terms }: Asking): boolean =>
  terms.channels.includes('email') && customer.identities.length > 0;

/** What an invite's row says once it was asked. Reminders go by mail; a link that somebody passes on is reminded of by nobody. */
export function sentNow(channel: 'email' | 'chat' | 'portal' | 'link', terms: SurveyTerms, at: Date) {
  const { expiresAt, remindAt } = termsOfInvite(at, terms);
  const reminds = channel === 'email' || (channel !== 'link' && terms.channels.includes('email'));
  return {
    state: 'sent',
    channel,
    sentAt: at,
    expiresAt,
    remindAt: reminds ? remindAt : null,
  } as const;
}

type Letter = Asking &
  Readonly<{
    inviteId: string;
    locale: SurveyLanguage;
    expiresAt: Date;
    ticket: Readonly<{ number: number; subject: string; channelAccountId: string | null }> | null;
    reminder: boolean;
  }>;

/** Puts the mail that asks, or that reminds, into the outbox, once. It leaves as the mailbox that speaks for the ticket. */
export async function mailQuestion(tx: Tx, ctx: Context, letter: Letter): Promise<void> {
  const { customer, terms, inviteId, locale, expiresAt, ticket, reminder } = letter;
  const [to] = customer.identities;
  if (!to) return;
  const mailbox = await mailboxOfTicket(tx, ctx, { channelAccountId: ticket?.channelAccountId ?? null });
  const token = inviteToken(inviteId);
  const timeZone = customer.timeZone ?? customer.workspace.timeZone;
  const workspace = customer.workspace.name;
  const name = customer.displayName;
  const words = await surveyMail({ terms, locale, token, workspace, ticket, expiresAt, timeZone, reminder });
  await queueSystemMail(tx, ctx, {
    kind: 'survey',
    to: { address: to.value, name },
    ...words,
    uniqueKey: `survey/${inviteId}/${reminder ? 'reminder' : 'question'}`,
    // RFC 8058: what opens the address does nothing, what posts to it opts out.
    headers: {
      'List-Unsubscribe': `<${env().PUBLIC_URL}/api/surveys/${token}/stop>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
    ...(mailbox && {
      mailbox: {
        channelAccountId: mailbox.id,
        from: { address: mailbox.address, name: workspace },
        replyTo: {
          address: ticket ? replyAddress(mailbox.address, ctx.workspaceId, ticket.number) : mailbox.address,
          name: workspace,
        },
      },
    }),
  });
}

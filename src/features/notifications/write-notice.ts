import type { Notice } from '@/domain/notification/notices';
import { translator } from '@/i18n/translator';
import type { SystemContext } from '@/server/context';
import { env } from '@/server/env';
import { writeLetter } from '@/server/mail/letter';

/** Whoever gets a notification. */
type Recipient = Readonly<{ name: string; locale: string }>;

/** A notice that has a mail of its own. */
export type MailedNotice = Notice & Readonly<{ kind: Exclude<Notice['kind'], 'followed'> }>;

type Told = Readonly<{
  ticket: Readonly<{
    number: number;
    subject: string;
    requester: Readonly<{ displayName: string }>;
    workspace: Readonly<{ slug: string }>;
  }>;
  notice: MailedNotice;
  recipient: Recipient;
  mayAnswer: boolean;
}>;

const EXCERPT_LENGTH = 4000;

/** The notification in the language of the one who gets it. */
export async function writeNotice(ctx: SystemContext, { ticket, notice, recipient, mayAnswer }: Told) {
  const t = await translator(recipient.locale, 'outgoing');
  const message = notice.messageId ? await loadMessage(ctx, notice.messageId) : null;
  const actor = await actorName(ctx, notice.position);
  const number = String(ticket.number);
  const customer = ticket.requester.displayName;
  const { subject } = ticket;
  const sentences = {
    assigned: [t('notification.assigned', { actor, number, customer })],
    mentioned: [
      t(notice.withTeam ? 'notification.mentionedTeam' : 'notification.mentioned', {
        actor,
        number,
        customer,
      }),
      excerptOf(message),
    ],
    wrote: [
      t('notification.wrote', { customer: message?.authorName || customer, number }),
      excerptOf(message),
    ],
    side: [t('notification.side', { from: message?.authorName ?? '', number, customer }), excerptOf(message)],
    undelivered: [t('notification.undelivered', { number, recipient: message?.deliveryDetail ?? customer })],
    woken: [t('notification.woken', { customer, number })],
    team: [t('notification.team', { customer, number })],
  };
  const subjects = {
    assigned: t('notification.assignedSubject', { subject }),
    mentioned: t('notification.mentionedSubject', { actor, subject }),
    wrote: t('notification.wroteSubject', { customer, subject }),
    side: t('notification.sideSubject', { from: message?.authorName ?? '', subject }),
    undelivered: t('notification.undeliveredSubject', { subject }),
    woken: t('notification.wokenSubject', { subject }),
    team: t('notification.teamSubject', { subject }),
  };
  const { text, html } = writeLetter({
    greeting: t('notification.greeting', { name: recipient.name }),
    paragraphs: sentences[notice.kind].filter(Boolean),
    link: {
      label: t('notification.open', { number }),
      address: `${env().PUBLIC_URL}/${ticket.workspace.slug}/desk/tickets/${number}`,
    },
    footer: [...(mayAnswer ? [t('notification.answer')] : []), t(WHY[notice.kind] ?? 'notification.why')],
    locale: recipient.locale,
  });
  // What the colleague answers stands above this line, whatever their mail program makes of the rest.
  const delimiter = t('reply.delimiter');
  return {
    subject: subjects[notice.kind],
    text: mayAnswer ? `${delimiter}\n\n${text}` : text,
    html,
  };
}

const WHY: Readonly<
  Partial<
    Record<
      MailedNotice['kind'],
      'notification.whyTeam' | 'notification.whyMentioned' | 'notification.whySide'
    >
  >
> = {
  team: 'notification.whyTeam',
  mentioned: 'notification.whyMentioned',
  side: 'notification.whySide',
};

const excerptOf = (message: Readonly<{ visibleText: string }> | null) =>
  message?.visibleText.slice(0, EXCERPT_LENGTH) ?? '';

function loadMessage(ctx: SystemContext, id: string) {
  return ctx.db.message.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    select: { visibleText: true, authorName: true, deliveryDetail: true },
  });
}

async function actorName(ctx: SystemContext, position: bigint): Promise<string> {
  const event = await ctx.db.ticketEvent.findFirst({
    where: { workspaceId: ctx.workspaceId, position },
    select: { actorName: true },
  });
  return event?.actorName ?? '';
}

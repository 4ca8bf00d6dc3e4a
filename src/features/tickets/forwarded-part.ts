import type { StoredFile } from '@/domain/ticket/ticket';
import { isLocale, LOCALES } from '@/i18n/locales';
import { translator } from '@/i18n/translator';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { escapeHtml, paragraphs } from '@/server/mail/escape-html';
import { withoutGuestSecrets } from '@/server/portal/guest-link';

type Asked = Readonly<{ ticketId: string; messageId: string; fileIds: readonly string[] }>;

/**
 * A message of a ticket as it is passed on: the lines of its head that mail programs put above it, in the workspace's
 * language, its words without links that open the customer's request, and the files that were chosen, with the pictures that
 * stand in its text. Null where the ticket has no such message, or it is a note.
 */
export async function forwardedPart(
  tx: Tx,
  ctx: StaffContext,
  { ticketId, messageId, fileIds }: Asked,
): Promise<Readonly<{ html: string; files: readonly StoredFile[] }> | null> {
  const message = await loadMessage(tx, ctx, { ticketId, messageId });
  if (!message) return null;
  const words = withoutGuestSecrets(message.html ?? paragraphs(message.text));
  const files = message.attachments
    .filter(({ id, contentId }) => fileIds.includes(id) || (contentId && words.includes(`cid:${contentId}`)))
    .map((file) => ({ ...file, id: ctx.newId() }));
  const head = await headOf(tx, ctx, message);
  return {
    html: `<p></p><p>${head.map(escapeHtml).join('<br>')}</p><blockquote>${words}</blockquote>`,
    files,
  };
}

type Message = NonNullable<Awaited<ReturnType<typeof loadMessage>>>;

const loadMessage = (tx: Tx, { workspaceId }: StaffContext, asked: Omit<Asked, 'fileIds'>) =>
  tx.message.findFirst({
    where: {
      workspaceId,
      id: asked.messageId,
      ticketId: asked.ticketId,
      direction: { not: 'note' },
      deletedAt: null,
      erasedAt: null,
    },
    select: {
      subject: true,
      text: true,
      html: true,
      authorName: true,
      authorAddress: true,
      sentAt: true,
      createdAt: true,
      addresses: { orderBy: { position: 'asc' }, select: { kind: true, name: true, address: true } },
      attachments: {
        orderBy: { position: 'asc' },
        select: { id: true, name: true, type: true, size: true, sha256: true, inline: true, contentId: true },
      },
    },
  });

async function headOf(tx: Tx, { workspaceId }: StaffContext, message: Message): Promise<string[]> {
  const workspace = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { locale: true, timeZone: true },
  });
  const locale = [workspace.locale].find(isLocale) ?? LOCALES[0];
  const t = await translator(locale, 'outgoing');
  const time = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: workspace.timeZone,
  });
  const { authorName, authorAddress, addresses, subject } = message;
  const of = (kind: string) =>
    addresses
      .filter((each) => each.kind === kind)
      .map(({ name, address }) => written(name, address))
      .join(', ');
  const from = of('from') || written(authorName, authorAddress);
  return [
    t('forwarded.line'),
    t('forwarded.from', { from }),
    t('forwarded.date', { date: time.format(message.sentAt ?? message.createdAt) }),
    ...(subject ? [t('forwarded.subject', { subject })] : []),
    ...(of('to') ? [t('forwarded.to', { to: withoutTags(of('to')) })] : []),
  ];
}

const written = (name: string | null, address: string) =>
  name && name !== address ? `${name} <${address}>` : address;

/** Our signed addresses are for the customer alone: whoever has one writes on the ticket. */
const withoutTags = (list: string) => list.replace(/\+[tnbs][0-9a-f]+\.[a-z2-7]{10,16}@/gi, '@');

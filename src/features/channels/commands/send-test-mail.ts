import type { TransportConfig } from '@/channels/email/config';
import { renderMail } from '@/channels/email/render-mail';
import { sendMail } from '@/channels/email/send';
import type { OutboundMessage } from '@/domain/channel/message';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { ChannelInput } from '@/features/channels/inputs';
import { getMailboxConfig } from '@/features/channels/queries';
import { receiveMail } from '@/features/intake/commands/receive-mail';
import { translator } from '@/i18n/translator';
import type { StaffContext } from '@/server/context';
import { env } from '@/server/env';

type Sent = Readonly<{ messageId: string }>;
type Refused = Readonly<{ code: 'not_found' | 'forbidden' | 'channel.unreachable' }>;

/**
 * Writes to the mailbox as the signed-in person, by the way that a customer's mail takes, as far as we can go it: over our
 * own SMTP listener, over the sending server for a mailbox that lies elsewhere, or straight into the intake where mail is
 * brought by HTTP. Gives the Message-ID by which the ticket is found.
 */
export async function sendTestMail(
  ctx: StaffContext,
  { channelId }: ChannelInput,
): Promise<Result<Sent, Refused>> {
  if (!may(ctx.actor, 'channel.manage') || !ctx.actor.id) return fail({ code: 'forbidden' });
  const { workspaceId, db } = ctx;
  const [mailbox, config, writer] = await Promise.all([
    db.channelAccount.findUnique({
      where: { workspaceId_id: { workspaceId, id: channelId } },
      select: { address: true, name: true },
    }),
    getMailboxConfig(ctx, channelId),
    db.user.findUniqueOrThrow({
      where: { id: ctx.actor.id },
      select: { email: true, name: true, locale: true },
    }),
  ]);
  if (!mailbox?.address || !config) return fail({ code: 'not_found' });
  const message = await testMail(ctx, { mailbox: { name: mailbox.name, address: mailbox.address }, writer });
  if (config.incoming.kind === 'webhook') {
    await receiveMail(ctx, {
      channelAccount: { workspaceId, id: channelId },
      bytes: await renderMail(message),
      source: 'http',
      envelopeFrom: writer.email,
      envelopeTo: [mailbox.address],
    });
    return ok({ messageId: message.messageId });
  }
  const transport = config.incoming.kind === 'listener' ? ownListener() : remote(config.outgoing);
  if (!transport) return fail({ code: 'channel.unreachable' });
  const result = await sendMail(message, transport);
  return result.status === 'sent'
    ? ok({ messageId: message.messageId })
    : fail({ code: 'channel.unreachable' });
}

type Test = Readonly<{
  mailbox: Readonly<{ name: string; address: string }>;
  writer: Readonly<{ email: string; name: string; locale: string }>;
}>;

async function testMail(ctx: StaffContext, { mailbox, writer }: Test): Promise<OutboundMessage> {
  const t = await translator(writer.locale, 'outgoing');
  return {
    envelope: { from: writer.email, to: [mailbox.address] },
    messageId: `test.${ctx.newId()}@${env().MAIL_DOMAIN}`,
    inReplyTo: null,
    references: [],
    from: { address: writer.email, name: writer.name },
    replyTo: null,
    to: [mailbox],
    cc: [],
    subject: t('test.subject', { mailbox: mailbox.name }),
    text: t('test.body', { mailbox: mailbox.name }),
    html: null,
    headers: {},
    files: [],
    sentAt: ctx.now(),
  };
}

function ownListener(): TransportConfig | null {
  const { SMTP_HOST, SMTP_PORT } = env();
  if (SMTP_PORT === 0) return null;
  const host = ['0.0.0.0', '::'].includes(SMTP_HOST) ? '127.0.0.1' : SMTP_HOST;
  return { kind: 'smtp', host, port: SMTP_PORT, security: 'none', user: '', auth: null };
}

function remote(
  outgoing: Exclude<TransportConfig, { kind: 'log' | 'url' }> | Readonly<{ kind: 'default' }>,
): TransportConfig | null {
  if (outgoing.kind === 'smtp') return outgoing;
  const url = env().SMTP_URL;
  return url ? { kind: 'url', url } : null;
}

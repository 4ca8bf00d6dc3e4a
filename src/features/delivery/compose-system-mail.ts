import type { OutboundMessage } from '@/domain/channel/message';
import type { SystemContext } from '@/server/context';
import { bounceAddress } from '@/server/crypto/mail-tokens';
import { addressIn } from '@/server/mail/address';
import type { OutgoingMail } from './outbox';

const IN_THE_HEAD = ['From', 'To', 'Reply-To'];

/** A mail of the product itself, whose words were written when it was queued. */
export function composeSystemMail(ctx: SystemContext, mail: OutgoingMail): OutboundMessage {
  const { From: from = mail.mailFrom, To: to = mail.rcptTo[0] ?? '', 'Reply-To': replyTo } = mail.headers;
  const others = Object.entries(mail.headers).filter(([name]) => !IN_THE_HEAD.includes(name));
  return {
    // Without a mailbox of ours behind the sender, nobody would read what comes back to a signed one.
    envelope: {
      from: mail.channelAccountId ? bounceAddress(mail.mailFrom, mail.id) : mail.mailFrom,
      to: mail.rcptTo,
    },
    messageId: mail.mailMessageId,
    inReplyTo: null,
    references: [],
    from: addressIn(from),
    replyTo: replyTo ? addressIn(replyTo) : null,
    to: [addressIn(to)],
    cc: [],
    subject: mail.subject,
    text: mail.text ?? '',
    html: mail.html,
    headers: Object.fromEntries(others),
    files: mail.files.map(({ name, mediaType, bytes }) => ({
      name,
      type: mediaType,
      bytes,
      contentId: null,
    })),
    sentAt: ctx.now(),
  };
}

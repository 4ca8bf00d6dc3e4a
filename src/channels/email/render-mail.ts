import MailComposer from 'nodemailer/lib/mail-composer';
import type { Address, OutboundMessage } from '@/domain/channel/message';

/** The mail as it goes over the wire (RFC 5322 and MIME); blind copies stand only in its envelope. */
export function renderMail(message: OutboundMessage): Promise<Buffer> {
  const { from, replyTo, to, cc, subject, text, html, headers, messageId, inReplyTo, references } = message;
  const composer = new MailComposer({
    from: mailbox(from),
    ...(replyTo && { replyTo: mailbox(replyTo) }),
    to: to.map(mailbox),
    cc: cc.map(mailbox),
    subject,
    text,
    ...(html !== null && { html }),
    messageId: `<${messageId}>`,
    ...(inReplyTo && { inReplyTo: `<${inReplyTo}>` }),
    ...(references.length > 0 && { references: references.map((id) => `<${id}>`).join(' ') }),
    headers: { ...headers },
    date: message.sentAt,
    attachments: message.files.map(({ name, type, bytes, contentId }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      ...(contentId && { cid: contentId, contentDisposition: 'inline' }),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

const mailbox = ({ address, name }: Address) => ({ address, name: name ?? '' });

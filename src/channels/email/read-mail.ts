import type { RawInboundBytes, Unreadable } from '@/channels/contract';
import { readForwarded } from '@/channels/lib/forwarded';
import { cleanHtml } from '@/channels/lib/html';
import { detectLanguage } from '@/channels/lib/language';
import { visibleTextOfHtml } from '@/channels/lib/reply-html';
import { visibleText } from '@/channels/lib/reply-text';
import type { InboundMessage } from '@/domain/channel/message';
import { classifyMail, type MailClass } from '@/domain/intake/classify';
import type { Result } from '@/domain/shared/result';
import { addressesOf, deliveredAddresses, idsOf, senderOf, subjectOf, toHeaderMap } from './mail-headers';
import { type MailWords, readWords } from './mail-words';
import { readDate } from './mime/dates';
import { firstValue } from './mime/header-block';
import { type MimePart, readParts } from './mime/parts';
import { type MailReport, readReport } from './reports/read-report';

type Envelope = Pick<
  InboundMessage,
  | 'messageId'
  | 'inReplyTo'
  | 'references'
  | 'sender'
  | 'from'
  | 'replyTo'
  | 'to'
  | 'cc'
  | 'deliveredTo'
  | 'subject'
  | 'headers'
  | 'sentAt'
>;

/**
 * Reads raw mail into a message (RFC 5322, MIME and what senders make of them). Odd and broken mail gives what can be
 * made out of it; `inbound.unreadable` only where our own reading fails, so that the bytes wait for a better one.
 */
export function readMail(raw: RawInboundBytes): Promise<Result<InboundMessage, Unreadable>> {
  try {
    const bytes = Buffer.from(raw.bytes.buffer, raw.bytes.byteOffset, raw.bytes.byteLength);
    return Promise.resolve({ ok: true, value: understand(readParts(bytes)) });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return Promise.resolve({ ok: false, error: { code: 'inbound.unreadable', detail } });
  }
}

function understand(root: MimePart): InboundMessage {
  const envelope = readEnvelope(root);
  const words = readWords(root);
  const { text } = words;
  const verdict = classify(root, envelope, text);
  const report = reportIn(root, { verdict, text, subject: envelope.subject });
  const visible = visibleWords(words);
  return {
    ...envelope,
    ...verdict,
    ...report,
    text,
    visibleText: visible,
    html: words.html === null ? null : cleanHtml(words.html),
    files: words.files,
    language: detectLanguage(visible) ?? detectLanguage(text),
    forwarded: verdict.automated === null ? readForwarded(text, envelope.subject) : null,
  };
}

function readEnvelope(root: MimePart): Envelope {
  const { fields } = root;
  return {
    messageId: idsOf(fields, 'message-id')[0] ?? null,
    inReplyTo: idsOf(fields, 'in-reply-to'),
    references: idsOf(fields, 'references'),
    sender: senderOf(fields),
    from: addressesOf(fields, 'from'),
    replyTo: addressesOf(fields, 'reply-to'),
    to: addressesOf(fields, 'to'),
    cc: addressesOf(fields, 'cc'),
    deliveredTo: deliveredAddresses(fields),
    subject: subjectOf(fields),
    headers: toHeaderMap(fields),
    sentAt: readDate(firstValue(fields, 'date')),
  };
}

function classify(root: MimePart, envelope: Envelope, text: string): MailClass {
  return classifyMail({
    headers: envelope.headers,
    from: envelope.from,
    subject: envelope.subject,
    partTypes: typesOf(root),
    text,
  });
}

function typesOf(part: MimePart): string[] {
  return [part.type, ...part.children.flatMap(typesOf)];
}

function reportIn(root: MimePart, mail: { verdict: MailClass; text: string; subject: string }): MailReport {
  const isReport = mail.verdict.automated === 'bounce' || mail.verdict.feedbackReport;
  if (!isReport) return { reports: [], reportedMessageId: null };
  const { reports, reportedMessageId } = readReport({ root, text: mail.text, subject: mail.subject });
  return { reports: mail.verdict.automated === 'bounce' ? reports : [], reportedMessageId };
}

/** HTML knows its quotes by its elements; text made of it would have lost them. */
function visibleWords(words: MailWords): string {
  const fromHtml = words.textIsMade && words.html !== null ? visibleTextOfHtml(words.html) : null;
  return fromHtml ?? visibleText(words.text);
}

import type { Address, Automated, HeaderMap } from '../channel/message';
import { isAutoReplySubject, isFailureSubject } from './machine-subjects';
import { isSpam } from './spam';

/** What can be seen of a mail without understanding its words. */
export type MailEvidence = Readonly<{
  headers: HeaderMap;
  from: readonly Address[];
  subject: string;
  /** Media types of the parts, lower case, the whole mail's first. */
  partTypes: readonly string[];
  /** The readable text, for notices that only their words give away. */
  text: string;
}>;

export type MailClass = Readonly<{ automated: Automated | null; spam: boolean; feedbackReport: boolean }>;

type Rule = Readonly<{ is: Automated; when: (mail: MailEvidence) => boolean }>;

/** The first rule that fits decides; the order is that of the harm a wrong answer would do. */
const RULES: readonly Rule[] = [
  { is: 'bulk', when: isFeedbackReport },
  { is: 'bounce', when: isBounce },
  { is: 'auto_reply', when: isAutoReply },
  { is: 'bulk', when: isBulk },
];

/**
 * Who wrote the mail: a person (`automated` null) or which kind of machine (contracts A.3, RFC 3834 §2). Nothing with
 * a value here is ever answered by a machine. Whether a mail is our own come back (`own`) only the intake can tell: it
 * knows the outbox.
 */
export function classifyMail(mail: MailEvidence): MailClass {
  return {
    automated: RULES.find((rule) => rule.when(mail))?.is ?? null,
    spam: isSpam(mail.headers),
    feedbackReport: isFeedbackReport(mail),
  };
}

/** The first value of a field, lower case, or an empty string. */
function headerOf(headers: HeaderMap, name: string): string {
  const value = headers[name];
  const first = typeof value === 'string' ? value : value?.[0];
  return (first ?? '').toLowerCase();
}

function has(mail: MailEvidence, name: string): boolean {
  return mail.headers[name] !== undefined;
}

/** Complaints of mailbox providers: ARF (RFC 5965), Hotmail's older form, Apple's and Amazon's own. */
function isFeedbackReport(mail: MailEvidence): boolean {
  return (
    mail.partTypes.includes('message/feedback-report') ||
    headerOf(mail.headers, 'content-type').includes('report-type=feedback-report') ||
    has(mail, 'x-apple-unsubscribe') ||
    (/\b(?:complaint|abuse report)\b/i.test(mail.subject) &&
      /^(?:staff|complaints|feedback-?loop|fbl|scomp)$/.test(localPart(mail))) ||
    isSesNotice(mail, 'Complaint')
  );
}

function isBounce(mail: MailEvidence): boolean {
  return (
    mail.partTypes.includes('message/delivery-status') ||
    headerOf(mail.headers, 'content-type').includes('report-type=delivery-status') ||
    ['x-failed-recipients', 'x-ms-embedded-report'].some((name) => has(mail, name)) ||
    isDaemon(mail) ||
    (isFailureSubject(mail.subject) && isFromMachine(mail)) ||
    (isPostOffice(mail) && hasTranscript(mail.text)) ||
    isSesNotice(mail, 'Bounce') ||
    isSesNotice(mail, 'Delivery') ||
    isGatewayNotice(mail)
  );
}

/** Who may say that a mail failed and be believed: the post office, nobody, or who returns the mail with the reason. */
function isFromMachine(mail: MailEvidence): boolean {
  const returned = ['message/rfc822', 'text/rfc822-headers'].some((type) => mail.partTypes.includes(type));
  return (
    isPostOffice(mail) || hasNullSender(mail) || hasNoAuthor(mail) || (returned && hasTranscript(mail.text))
  );
}

/** `MAILER-DAEMON` and its kin send nothing but reports. */
function isDaemon(mail: MailEvidence): boolean {
  return mail.from.some(
    ({ address, name }) =>
      /^(?:mail(?:er)?[-_ ]?|m)daemon(?:@|$)/i.test(address) || /^mailer[-_ ]?daemon$/i.test(name ?? ''),
  );
}

/** A postmaster may also be a person; the name of the mail system is none. */
function isPostOffice(mail: MailEvidence): boolean {
  return mail.from.some(
    ({ address, name }) =>
      /^po+st_?master(?:@|$)|^mail\.delivery\.system@|^system administrator$|^sysadmin@vzwpix\.com$/i.test(
        address,
      ) ||
      /^(?:mail deliver(?:y|) (?:sub)?system|microsoft outlook|system administrator|postmaster|.*notification)$/i.test(
        name ?? '',
      ),
  );
}

/** Lines of an SMTP conversation that failed. */
function hasTranscript(text: string): boolean {
  return /\b[45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}\b|^\W*RCPT TO:/im.test(text.slice(0, 20_000));
}

/** Sent with the null sender (RFC 5321 §4.5.5). */
function hasNullSender(mail: MailEvidence): boolean {
  return has(mail, 'return-path') && /^<?\s*>?$/.test(headerOf(mail.headers, 'return-path').trim());
}

function hasNoAuthor(mail: MailEvidence): boolean {
  return mail.from.every(({ address }) => address === '');
}

/** Amazon SES tells by SNS, as JSON in a plain mail. */
function isSesNotice(mail: MailEvidence, kind: string): boolean {
  const sns = has(mail, 'x-amz-sns-message-id') || /@sns\.amazonaws\.com$/i.test(mail.from[0]?.address ?? '');
  return sns && new RegExp(`notificationType\\\\*"\\s*:\\s*\\\\*"${kind}`).test(mail.text);
}

/** Notices of gateways and lists that come from ordinary addresses and say in their words what they are. */
function isGatewayNotice(mail: MailEvidence): boolean {
  const listRefusal = has(mail, 'x-mlserver') && localPart(mail).endsWith('-admin');
  const words = mail.text.slice(0, 3000);
  const undelivered = /^\s*could not be delivered to: *<?\S+@\S+/im.test(words);
  return listRefusal || (undelivered && /^no-?reply@/i.test(mail.from[0]?.address ?? ''));
}

const LIST_FIELDS = ['list-id', 'list-unsubscribe', 'list-post', 'mailing-list'];

const AUTO_REPLY_FIELDS = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-auto-reply-from',
  'x-autoreply-from',
  'x-autogenerated',
  'x-mail-autoreply',
  'x-fc-machinegenerated',
  'x-vacation',
];

function isAutoReply(mail: MailEvidence): boolean {
  const submitted = headerOf(mail.headers, 'auto-submitted');
  return (
    (submitted !== '' && !/^no\b/.test(submitted)) ||
    AUTO_REPLY_FIELDS.some((name) => says(mail, name)) ||
    /^auto[_-]?reply/.test(headerOf(mail.headers, 'precedence')) ||
    headerOf(mail.headers, 'x-precedence') === 'auto_reply' ||
    headerOf(mail.headers, 'x-apple-action') === 'vacation' ||
    headerOf(mail.headers, 'delivered-to') === 'autoresponder' ||
    /\bautoresponder\b/.test(headerOf(mail.headers, 'x-post-messageclass')) ||
    mail.partTypes.includes('message/disposition-notification') ||
    mail.partTypes[0] === 'multipart/report' ||
    /\b(?:oof|autoreply)\b/.test(headerOf(mail.headers, 'x-auto-response-suppress')) ||
    answersLikeMachine(mail) ||
    hasNullSender(mail) ||
    isAutoReplySubject(mail.subject)
  );
}

/** The `vacation` program marks its answers as bulk; some mailers only write `Auto:` before the subject. */
function answersLikeMachine(mail: MailEvidence): boolean {
  if (!has(mail, 'in-reply-to') && !has(mail, 'references')) return false;
  const fromList = LIST_FIELDS.some((name) => has(mail, name));
  return (
    /^auto: /i.test(mail.subject) ||
    (!fromList && /^(?:bulk|junk)/.test(headerOf(mail.headers, 'precedence')))
  );
}

/** A field that is there and does not say no. */
function says(mail: MailEvidence, name: string): boolean {
  return has(mail, name) && !/^(?:no|false|0)$/.test(headerOf(mail.headers, name));
}

function isBulk(mail: MailEvidence): boolean {
  return (
    /^(?:bulk|junk|list)/.test(headerOf(mail.headers, 'precedence')) ||
    /\b(?:all|dr|rn|nrn)\b/.test(headerOf(mail.headers, 'x-auto-response-suppress')) ||
    [...LIST_FIELDS, 'x-loop'].some((name) => has(mail, name)) ||
    /^(?:po+stmaster|(?:do[._-]?)?no[._-]?t?[._-]?reply.*|abuse|root|bounces?(?:[+._=-].*)?)$/.test(
      localPart(mail),
    )
  );
}

/** Of the first From address, lower case. */
function localPart(mail: MailEvidence): string {
  const address = mail.from[0]?.address ?? '';
  return address.slice(0, address.lastIndexOf('@')).toLowerCase();
}

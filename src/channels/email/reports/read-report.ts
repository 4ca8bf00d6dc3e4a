import type { DeliveryReport } from '@/domain/channel/message';
import { addressesOf, idsOf } from '../mail-headers';
import { bytesOf, textOf } from '../mime/content';
import { readHeaderBlock } from '../mime/header-block';
import type { MimePart } from '../mime/parts';
import { readBounceText } from './bounce-text';
import { readDeliveryStatus } from './delivery-status';
import { readSesNotice } from './ses-notice';

/** What a report says, and about which mail of ours. */
export type MailReport = Readonly<{ reports: readonly DeliveryReport[]; reportedMessageId: string | null }>;

/** A mail that was recognised as a report: its parts, its words and its subject. */
export type ReportMail = Readonly<{ root: MimePart; text: string; subject: string }>;

const NOTHING_SAID = {
  originalRecipient: null,
  action: 'failed',
  status: '',
  diagnostic: '',
  hard: false,
} as const;

/**
 * Reads a bounce, receipt or complaint: the machine-readable part where there is one (RFC 3464), else the words; the
 * Message-ID of the returned mail in either case.
 */
export function readReport(mail: ReportMail): MailReport {
  const leaves = leavesOf(mail.root);
  const ses = readSesNotice(mail.text);
  if (ses !== null) return { reports: ses.reports, reportedMessageId: ses.messageId };
  const stated = leaves.filter((part) => isStatus(part)).flatMap((part) => readDeliveryStatus(textOf(part)));
  const told = readBounceText(mail.text, mail.subject);
  const candidates = [stated, readDeliveryStatus(mail.text), told.reports, namedInHeader(mail.root)];
  const reports = candidates.find((list) => list.length > 0) ?? [];
  return { reports: unique(reports), reportedMessageId: returnedId(leaves) ?? idIn(told.returned) };
}

/** Exim and Google name the recipients in a field of their own. */
function namedInHeader(root: MimePart): DeliveryReport[] {
  return addressesOf(root.fields, 'x-failed-recipients')
    .filter(({ address }) => address.includes('@'))
    .map(({ address }) => ({ recipient: address.toLowerCase(), ...NOTHING_SAID }));
}

function leavesOf(part: MimePart): MimePart[] {
  return part.children.length === 0 ? [part] : part.children.flatMap(leavesOf);
}

function isStatus(part: MimePart): boolean {
  return part.type === 'message/delivery-status' || part.type === 'message/global-delivery-status';
}

/** One report per recipient; the worst news counts. */
function unique(reports: readonly DeliveryReport[]): DeliveryReport[] {
  const byRecipient = new Map<string, DeliveryReport>();
  for (const report of reports) {
    const known = byRecipient.get(report.recipient);
    if (known === undefined || (report.hard && !known.hard)) byRecipient.set(report.recipient, report);
  }
  return [...byRecipient.values()];
}

/** Message-ID of the mail or of the headers that the report returns. */
function returnedId(leaves: readonly MimePart[]): string | null {
  const returned = leaves.find((part) =>
    /^(?:message\/(?:rfc822|global)|text\/rfc822-headers|message\/global-headers)/.test(part.type),
  );
  if (returned === undefined) return null;
  const { fields } = readHeaderBlock(bytesOf(returned), 0, () => false);
  return idsOf(fields, 'message-id')[0] ?? null;
}

function idIn(text: string): string | null {
  return /^[ \t>]*message-id:\s*<([^<>\s]{1,500})>/im.exec(text)?.[1] ?? null;
}

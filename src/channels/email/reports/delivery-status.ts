import type { DeliveryReport } from '@/domain/channel/message';
import { isHardFailure } from '@/domain/intake/hard-failure';

const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;

/**
 * Reads `message/delivery-status` (RFC 3464 §2): one block about the message, then one per recipient. Blocks without
 * a recipient say nothing and are passed over; fields may be folded, in any case and in any order.
 */
export function readDeliveryStatus(text: string): DeliveryReport[] {
  const blocks = text.replace(/\n[ \t]+(?=\S)/g, ' ').split(/\n\s*\n/);
  return blocks.flatMap(groupsOf).flatMap((fields) => reportOf(fields) ?? []);
}

/** The fields of each recipient; some servers leave out the empty line between two of them. */
function groupsOf(block: string): Map<string, string>[] {
  const groups = [new Map<string, string>()];
  for (const line of block.split('\n').slice(0, 5000)) {
    const match = /^\s*([A-Za-z-]{2,40})\s*:\s*(.{0,5000})/.exec(line);
    const name = (match?.[1] ?? '').toLowerCase();
    if (name === 'final-recipient' && groups.at(-1)?.has(name)) groups.push(new Map());
    const fields = groups.at(-1);
    if (name !== '' && fields && !fields.has(name)) fields.set(name, (match?.[2] ?? '').trim());
  }
  return groups;
}

function reportOf(fields: ReadonlyMap<string, string>): DeliveryReport | null {
  const final = recipientOf(fields.get('final-recipient'));
  const original = recipientOf(fields.get('original-recipient'));
  const recipient = final || recipientOf(fields.get('x-actual-recipient')) || original;
  if (recipient === '') return null;
  const diagnostic = (fields.get('diagnostic-code') ?? fields.get('x-display-name') ?? '').replace(
    /^[\w-]{1,40}\s*;\s*/,
    '',
  );
  const action = actionOf(fields.get('action') ?? '', fields.get('status') ?? '');
  const status = statusOf(fields.get('status') ?? '', diagnostic);
  return {
    recipient,
    originalRecipient: original === '' ? null : original,
    action,
    status,
    diagnostic: diagnostic.slice(0, 1000),
    hard: isHardFailure({ action, status, diagnostic }),
  };
}

/** The address behind `rfc822; <address>` in lower case; what is no address gives an empty string. */
function recipientOf(value: string | undefined): string {
  const bare = (value ?? '')
    .replace(/^\s*[\w-]{1,40}\s*;/, '')
    .replace(/\([^()]*\)/g, '')
    .trim();
  const found = /<([^<>\s]*@[^<>\s]*)>|([^\s<>";,]+@[^\s<>";,]+)/.exec(bare);
  return (found?.[1] ?? found?.[2] ?? '').toLowerCase();
}

function actionOf(action: string, status: string): DeliveryReport['action'] {
  const word = /^[a-z]+/i.exec(action.trim())?.[0]?.toLowerCase();
  const known = ACTIONS.find((candidate) => candidate === word);
  if (known !== undefined) return known;
  if (status.startsWith('2')) return 'delivered';
  return 'failed';
}

/** `x.y.z`; where the field only says that there was an error, the more exact one of the diagnostic counts. */
export function statusOf(field: string, diagnostic: string): string {
  const given = /[245]\.\d{1,3}\.\d{1,3}/.exec(field)?.[0] ?? '';
  const spoken = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(diagnostic)?.[0] ?? '';
  const vague = given === '' || given.endsWith('.0.0');
  return vague && spoken !== '' ? spoken : given;
}

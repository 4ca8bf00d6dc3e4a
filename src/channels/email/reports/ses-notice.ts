import type { DeliveryReport } from '@/domain/channel/message';
import { isHardFailure } from '@/domain/intake/hard-failure';
import { statusOf } from './delivery-status';

export type SesNotice = Readonly<{ reports: readonly DeliveryReport[]; messageId: string | null }>;

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a notification of Amazon SES that came by mail from SNS: JSON in a plain text, whose `Message` is JSON again.
 * Null when the text is none.
 */
export function readSesNotice(text: string): SesNotice | null {
  const outer = parseJson(text);
  if (outer === null) return null;
  const notice = typeof outer['Message'] === 'string' ? parseJson(outer['Message']) : outer;
  if (notice === null || typeof notice['notificationType'] !== 'string') return null;
  const headers = objectAt(objectAt(notice, 'mail'), 'commonHeaders');
  return {
    reports: [...failed(objectAt(notice, 'bounce')), ...delivered(objectAt(notice, 'delivery'))],
    messageId: textAt(headers, 'messageId').replace(/[<>\s]/g, '') || null,
  };
}

function failed(bounce: Json): DeliveryReport[] {
  const permanent = textAt(bounce, 'bounceType') === 'Permanent';
  return listAt(bounce, 'bouncedRecipients').map((entry) => {
    const recipient = isObject(entry) ? entry : {};
    const diagnostic = textAt(recipient, 'diagnosticCode')
      .replace(/^[\w-]{1,40}\s*;\s*/, '')
      .slice(0, 1000);
    const status = statusOf(textAt(recipient, 'status'), diagnostic);
    const action = 'failed' as const;
    const hard = permanent && isHardFailure({ action, status, diagnostic });
    return {
      recipient: textAt(recipient, 'emailAddress').toLowerCase(),
      originalRecipient: null,
      action,
      status,
      diagnostic,
      hard,
    };
  });
}

function delivered(delivery: Json): DeliveryReport[] {
  return listAt(delivery, 'recipients').flatMap((entry) =>
    typeof entry === 'string'
      ? {
          recipient: entry.toLowerCase(),
          originalRecipient: null,
          action: 'delivered' as const,
          status: '2.0.0',
          diagnostic: textAt(delivery, 'smtpResponse').slice(0, 1000),
          hard: false,
        }
      : [],
  );
}

/** Mailers break long lines of the JSON; a line break inside a string is none of its own. */
function parseJson(text: string): Json | null {
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  if (start === -1 || end < start) return null;
  try {
    const value: unknown = JSON.parse(text.slice(start, end + 1).replace(/\r?\n\s?/g, ''));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectAt(holder: Json, key: string): Json {
  const value = holder[key];
  return isObject(value) ? value : {};
}

function textAt(holder: Json, key: string): string {
  const value = holder[key];
  return typeof value === 'string' ? value : '';
}

function listAt(holder: Json, key: string): readonly unknown[] {
  const value = holder[key];
  return Array.isArray(value) ? value : [];
}

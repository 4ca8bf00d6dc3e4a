import { useTranslations } from 'next-intl';

const REASONS = [
  'sent_by_us',
  'already_here',
  'feedback_report',
  'delivery_report',
  'report_about_nothing',
  'no_sender',
  'blocked_sender',
  'automatic_reply',
  'answers_notification',
  'not_the_agent',
  'bulk_mail',
  'looks_like_spam',
  'person',
  'unreadable',
  'oversize',
  'crashed',
  'set_aside',
  'not_looked_at',
  'not_connected',
  'nothing_to_keep',
] as const;

/** Why a mail stands where it stands: a sentence, and beside it what only somebody technical can use. */
export function ReasonText({ reason }: Readonly<{ reason: string | null }>) {
  const t = useTranslations('mail.held.reason');
  const [code, ...rest] = (reason ?? '').split(': ');
  const known = REASONS.find((each) => each === code) ?? 'none';
  const detail = rest.join(': ');
  return (
    <>
      {t(known)}
      {detail && <span className="block break-words text-ink-soft text-sm">{detail}</span>}
    </>
  );
}

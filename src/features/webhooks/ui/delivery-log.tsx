import { useFormatter, useTranslations } from 'next-intl';
import { WEBHOOK_TYPES } from '@/domain/webhook/webhook';
import type { DeliveryRow } from '@/features/webhooks/queries';
import { Badge } from '@/ui/badge';
import { Resend } from './resend.client';
import { useReason } from './use-reason';

type Props = Readonly<{ workspace: string; deliveries: readonly DeliveryRow[] }>;

/** What was sent and what came back, the newest first; each line unfolds to the message and every try. */
export function DeliveryLog({ workspace, deliveries }: Props) {
  const t = useTranslations('webhooks.log');
  if (deliveries.length === 0) return <p className="text-ink-soft">{t('empty')}</p>;
  return (
    <ul className="divide-y divide-line">
      {deliveries.map((delivery) => (
        <li key={delivery.id}>
          <Delivery workspace={workspace} delivery={delivery} />
        </li>
      ))}
    </ul>
  );
}

const TONES = { queued: 'info', sending: 'info', delivered: 'success', failed: 'danger' } as const;

function Delivery({ workspace, delivery }: Readonly<{ workspace: string; delivery: DeliveryRow }>) {
  const t = useTranslations('webhooks.log');
  const format = useFormatter();
  const { id, type, state, attempts, body, runAt, createdAt, tries } = delivery;
  const at = (when: Date) => format.dateTime(when, { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <details className="group py-1">
      <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-3 gap-y-1 rounded-sm py-1.5">
        <span className="min-w-0 break-words font-medium">{useTypeName(type)}</span>
        <Badge tone={TONES[state]}>{t(state === 'failed' ? 'failedState' : state)}</Badge>
        <span className="text-ink-faint text-sm">
          {attempts > 0 && t('tries', { count: attempts })}
          {state === 'queued' && attempts > 0 && ` · ${t('next', { at: at(runAt) })}`}
        </span>
        <time dateTime={createdAt.toISOString()} className="ml-auto text-ink-faint text-sm">
          {at(createdAt)}
        </time>
      </summary>
      <div className="flex flex-col gap-3 pb-3">
        <p className="font-medium text-sm">{t('message')}</p>
        <Raw text={body} />
        {tries.map((each) => (
          <Try key={each.number} tried={each} at={at(each.at)} />
        ))}
        <div className="flex justify-end">
          <Resend workspace={workspace} deliveryId={id} />
        </div>
      </div>
    </details>
  );
}

type Tried = DeliveryRow['tries'][number];

function Try({ tried, at }: Readonly<{ tried: Tried; at: string }>) {
  const t = useTranslations('webhooks.log');
  const reason = useReason();
  const { number, status, durationMs, response, error } = tried;
  const answer =
    status === null
      ? t('noAnswer', { reason: reason(error) })
      : t('answer', { status: String(status), ms: String(durationMs) });
  return (
    <div>
      <p className="text-sm">
        <span className="font-medium">{t('try', { number: String(number) })}</span>
        <span className="text-ink-faint"> · {at} · </span>
        {answer}
      </p>
      {response && <Raw text={response} />}
    </div>
  );
}

/** Text of a machine, as it is. */
function Raw({ text }: Readonly<{ text: string }>) {
  return (
    <pre className="whitespace-pre-wrap break-all rounded-md border border-line bg-sunken p-3 font-mono text-xs">
      {text}
    </pre>
  );
}

function useTypeName(type: string): string {
  const t = useTranslations('webhooks');
  const known = WEBHOOK_TYPES.find((each) => each === type);
  if (known) return t(`type.${known.replace('.', '_') as 'ticket_created'}`);
  return type === 'endpoint.test' ? t('log.testType') : t('log.ruleType');
}

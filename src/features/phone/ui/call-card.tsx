import { PhoneIncoming, PhoneMissed, PhoneOutgoing, Voicemail } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';
import type { CallCard as Call } from '../queries';
import { clockText } from './clock-text';

type Props = Readonly<{ call: Call; workspace: string }>;

/** What a call came to, under its message on the timeline: for colleagues only. */
export function CallCard({ call, workspace }: Props) {
  const t = useTranslations('phone.card');
  const Icon = iconOf(call);
  const spoke = call.completion === 'completed' || call.completion === null;
  return (
    <div className="mt-3 flex flex-col gap-2 rounded-md border border-line bg-canvas p-3 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft">
        <span className="flex items-center gap-1.5 font-medium text-ink">
          <Icon aria-hidden className="size-4" />
          {call.completion ? t(`completion.${call.completion}`) : t('running')}
        </span>
        {call.number && <span className="tabular-nums">{call.number}</span>}
        {call.agent && <span>{spoke ? t('agent', { name: call.agent }) : call.agent}</span>}
        {call.disposition && <Badge tone="accent">{call.disposition}</Badge>}
      </div>
      <Times call={call} />
      {call.note && <p className="whitespace-pre-line break-words text-ink">{call.note}</p>}
      <Recording call={call} workspace={workspace} />
    </div>
  );
}

function iconOf({ completion, direction }: Call) {
  if (completion === 'voicemail') return Voicemail;
  if (direction === 'outbound') return PhoneOutgoing;
  return completion === 'completed' || completion === null ? PhoneIncoming : PhoneMissed;
}

function Times({ call }: Readonly<{ call: Call }>) {
  const t = useTranslations('phone.card');
  const times = [
    ['wait', call.waitSeconds],
    ['talk', call.talkSeconds],
    ['hold', call.holdSeconds],
    ['wrapUp', call.wrapUpSeconds],
  ] as const;
  const shown = times.filter(([, seconds]) => seconds > 0);
  if (shown.length === 0) return null;
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-1 text-ink-soft">
      {shown.map(([name, seconds]) => (
        <div key={name} className="flex gap-1.5">
          <dt>{t(name)}</dt>
          <dd className="text-ink tabular-nums">{clockText(seconds)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Recording({ call, workspace }: Props) {
  const t = useTranslations('phone.card');
  const format = useFormatter();
  const { recordingState: state, recordingUntil: until, recordingConsent: consent } = call;
  const told = consent && t(`consent.${consent}`);
  if (consent === 'opted_out' && state !== 'stored') return <p className="text-ink-faint">{told}</p>;
  if (!state) return null;
  if (state !== 'stored') return <p className="text-ink-faint">{t(`recording.${state}`)}</p>;
  return (
    <figure className="flex flex-col gap-1">
      {/* biome-ignore lint/a11y/useMediaCaption: what was said stands below where a transcript is known */}
      <audio
        controls
        preload="none"
        aria-label={t('recording.label')}
        src={`/api/desk/${workspace}/recordings/${call.id}`}
        className="h-10 w-full max-w-md"
      />
      <figcaption className="text-ink-faint">
        {[told, until && t('recording.until', { at: format.dateTime(until, { dateStyle: 'medium' }) })]
          .filter(Boolean)
          .join(' · ')}
      </figcaption>
      {call.transcript && (
        <details className="text-ink-soft">
          <summary className="cursor-pointer">{t('transcript')}</summary>
          <p className="mt-1 whitespace-pre-line break-words text-ink">{call.transcript}</p>
        </details>
      )}
    </figure>
  );
}

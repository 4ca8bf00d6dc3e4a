'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { SlaMetric } from '@/domain/sla/clock';
import { PRIORITIES, type Priority, type TicketStatus } from '@/domain/ticket/ticket';
import { ChooseMany } from '@/features/conditions/ui/choose-many.client';
import { classNames } from '@/ui/class-names';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { Select } from '@/ui/select';
import { METRICS, type MetricDraft, type PolicyDraft, type PolicyWrong } from './policy-draft';

/** The statuses in which a clock may stand still; a solved ticket ends its clocks anyway. */
const PAUSES: readonly TicketStatus[] = ['new', 'open', 'pending', 'on_hold'];
const GRID =
  '@[54rem]:grid @[54rem]:grid-cols-[minmax(9rem,1fr)_repeat(4,5.75rem)_9.25rem_9rem] @[54rem]:gap-x-2';

type Props = Readonly<{
  metrics: PolicyDraft['metrics'];
  wrong: PolicyWrong | null;
  onChange: (metrics: PolicyDraft['metrics']) => void;
}>;

/** What is promised, by metric and priority: a table where there is room, a card for each metric where there is not. */
export function TargetFields({ metrics, wrong, onChange }: Props) {
  const t = useTranslations('policy.targets');
  const common = useTranslations('common.priority');
  return (
    <Panel title={t('title')} description={t('body')}>
      {wrong?.nothing && (
        <Notice tone="danger" live className="mb-3">
          {t('noneError')}
        </Notice>
      )}
      <div className="@container">
        <div aria-hidden className={classNames('hidden pb-2 font-medium text-ink-faint text-xs', GRID)}>
          <span>{t('metric')}</span>
          {PRIORITIES.map((priority) => (
            <span key={priority}>{common(priority)}</span>
          ))}
          <span>{t('hours')}</span>
          <span>{t('pauses')}</span>
        </div>
        <div className="divide-y divide-line border-line @[54rem]:border-t">
          {METRICS.map((metric) => (
            <MetricLine
              key={metric}
              metric={metric}
              draft={metrics[metric]}
              wrong={wrong?.times ?? []}
              onChange={(draft) => onChange({ ...metrics, [metric]: draft })}
            />
          ))}
        </div>
      </div>
    </Panel>
  );
}

type LineProps = Readonly<{
  metric: SlaMetric;
  draft: MetricDraft;
  wrong: readonly string[];
  onChange: (draft: MetricDraft) => void;
}>;

function MetricLine({ metric, draft, wrong, onChange }: LineProps) {
  const t = useTranslations('policy');
  const statuses = useTranslations('common.status');
  const id = useId();
  const name = t(`metric.${metric}`);
  const option = (value: TicketStatus) => ({ value, label: statuses(value) });
  return (
    <fieldset
      aria-labelledby={`${id}-name`}
      className={classNames(
        'grid grid-cols-2 gap-3 py-4 @[32rem]:grid-cols-4 @[54rem]:items-start @[54rem]:py-3',
        GRID,
      )}
    >
      <div className="col-span-full @[54rem]:col-span-1">
        <p id={`${id}-name`} className="font-medium text-ink">
          {name}
        </p>
        <p className="text-ink-faint text-sm">{t(`metricHint.${metric}`)}</p>
      </div>
      {PRIORITIES.map((priority) => (
        <TimeField
          key={priority}
          place={{ metric: name, priority }}
          value={draft.times[priority]}
          wrong={wrong.includes(`${metric}/${priority}`)}
          onChange={(time) => onChange({ ...draft, times: { ...draft.times, [priority]: time } })}
        />
      ))}
      <div className="@[32rem]:col-span-2 @[54rem]:col-span-1">
        <p aria-hidden className="mb-1 font-medium text-ink text-sm @[54rem]:hidden">
          {t('targets.hours')}
        </p>
        <Select
          aria-label={t('targets.hoursOf', { metric: name })}
          value={draft.hours}
          onChange={(event) => onChange({ ...draft, hours: event.target.value as MetricDraft['hours'] })}
        >
          <option value="business">{t('targets.business')}</option>
          <option value="calendar">{t('targets.calendar')}</option>
        </Select>
      </div>
      <div className="@[32rem]:col-span-2 @[54rem]:col-span-1">
        <p aria-hidden className="mb-1 font-medium text-ink text-sm @[54rem]:hidden">
          {t('targets.pauses')}
        </p>
        <ChooseMany
          label={t('targets.pausesOf', { metric: name })}
          chosen={draft.pauseOn.map(option)}
          options={PAUSES.map(option)}
          empty={t('targets.noPause')}
          onChange={(chosen) =>
            onChange({
              ...draft,
              pauseOn: PAUSES.filter((each) => chosen.some(({ value }) => value === each)),
            })
          }
        />
      </div>
    </fieldset>
  );
}

type TimeProps = Readonly<{
  place: Readonly<{ metric: string; priority: Priority }>;
  value: string;
  wrong: boolean;
  onChange: (time: string) => void;
}>;

function TimeField({ place, value, wrong, onChange }: TimeProps) {
  const t = useTranslations('policy.targets');
  const common = useTranslations('common.priority');
  const id = useId();
  const priority = common(place.priority);
  return (
    <div>
      <p aria-hidden className="mb-1 font-medium text-ink text-sm @[54rem]:hidden">
        {priority}
      </p>
      <Input
        value={value}
        maxLength={30}
        autoComplete="off"
        placeholder="–"
        className="px-2 tabular-nums"
        aria-label={t('time', { metric: place.metric, priority })}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {wrong && (
        <p id={`${id}-error`} className="mt-1 text-danger-ink text-sm">
          {t('error')}
        </p>
      )}
    </div>
  );
}

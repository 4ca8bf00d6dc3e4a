'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import type { DayKind, DayProblem, DraftDay } from './calendar-draft';
import { TimeInput } from './time-input.client';

const KINDS: readonly DayKind[] = ['closed', 'part', 'extra'];

type Props = Readonly<{
  day: DraftDay;
  problem: DayProblem | undefined;
  /** True for a line that was just added. */
  focused: boolean;
  onChange: (day: DraftDay) => void;
  /** The button that takes the line away. */
  remove: ReactNode;
}>;

/** One day that is not as its weekday. */
export function DayLine({ day, problem, focused, onChange, remove }: Props) {
  const t = useTranslations('calendar.days');
  const dateError = problem === 'date' ? t('dateError') : problem === 'twice' && t('twiceError');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-3 @[48rem]:grid-cols-[10rem_minmax(8rem,1fr)_13rem_11rem_auto]">
      <Field label={t('date')} error={dateError}>
        <Input
          type="date"
          min="2000-01-01"
          max="2099-12-31"
          value={day.date}
          ref={focused && day.date === '' ? (node) => node?.focus() : undefined}
          onChange={(event) => onChange({ ...day, date: event.target.value })}
        />
      </Field>
      <Field label={t('name')} className="col-span-2 @[48rem]:col-span-1">
        <Input
          value={day.name}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => onChange({ ...day, name: event.target.value })}
        />
      </Field>
      <Field label={t('kind')} className="col-span-2 @[48rem]:col-span-1">
        <Select
          value={day.kind}
          onChange={(event) => onChange({ ...day, kind: event.target.value as DayKind })}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      {day.kind === 'closed' ? (
        <span className="hidden @[48rem]:block" />
      ) : (
        <div className="col-span-2 grid grid-cols-2 gap-2 @[48rem]:col-span-1">
          <Field label={t('from')}>
            <TimeInput value={day.from} onTime={(time) => onChange({ ...day, from: time })} />
          </Field>
          <Field label={t('to')} error={problem === 'time' ? t('timeError') : null}>
            <TimeInput value={day.to} onTime={(time) => onChange({ ...day, to: time })} />
          </Field>
        </div>
      )}
      <div className="col-start-2 row-start-1 pt-6 @[48rem]:col-auto @[48rem]:row-auto">{remove}</div>
    </div>
  );
}

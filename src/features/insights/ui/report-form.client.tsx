'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { BOARDS } from '@/domain/insights/boards';
import { REPORT_PACES } from '@/domain/insights/report-times';
import { LOCALES } from '@/i18n/locales';
import { Button, ButtonLink } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { useSubmit } from '@/ui/use-submit.client';
import { saveReportAction, updateReportAction } from '../actions';
import type { FilterOption } from './filter-choice.client';
import { ReportFilters, reportQueryOf } from './report-filters.client';

type Props = Readonly<{
  workspace: string;
  /** What is changed; null for a new one. */
  reportId: string | null;
  board: string;
  time: Readonly<{ pace: string; weekday: number; hour: number; locale: string | null }>;
  readerId: string;
  readers: readonly Readonly<{ id: string; name: string }>[];
  boards: readonly FilterOption[];
  languages: readonly FilterOption[];
  weekdays: readonly string[];
}> &
  React.ComponentProps<typeof ReportFilters>;

/** Lets a board come by mail, or come otherwise. */
export function ReportForm({
  workspace,
  reportId,
  readerId,
  readers,
  compared,
  hours,
  filters,
  ...what
}: Props) {
  const t = useTranslations('reports');
  const common = useTranslations('common');
  const problems = useTranslations('problem');
  const router = useRouter();
  const here = `/${workspace}/insights/settings`;
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (typed) => {
      const fields = fieldsOf(typed);
      return reportId === null
        ? saveReportAction(workspace, fields)
        : updateReportAction(workspace, { reportId, ...fields });
    },
    onDone: () => {
      toast(t(reportId === null ? 'saved' : 'changed'));
      if (reportId !== null) router.push(`${here}#mail`);
    },
  });
  return (
    <form ref={ref} onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
      <WhatAndWhen {...what} />
      <ReportFilters compared={compared} hours={hours} filters={filters} />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-medium text-ink">{t('readers')}</legend>
        <div className="grid max-h-48 gap-x-6 gap-y-1.5 overflow-y-auto sm:grid-cols-2 lg:grid-cols-3">
          {readers.map(({ id, name }) => (
            <Checkbox key={id} name="reader" value={id} defaultChecked={id === readerId} label={name} />
          ))}
        </div>
        {wrong('userIds') && <p className="text-danger-ink text-sm">{t('readerMissing')}</p>}
      </fieldset>
      {problem && !problem.code.startsWith('input') && (
        <Notice tone="danger" live>
          {problems(problem.code)}
        </Notice>
      )}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" pending={pending}>
          {reportId === null ? t('create') : common('save')}
        </Button>
        {reportId !== null && <ButtonLink href={`${here}#mail`}>{common('cancel')}</ButtonLink>}
      </div>
    </form>
  );
}

function fieldsOf(typed: FormData) {
  return {
    board: BOARDS.find((each) => each === typed.get('board')) ?? BOARDS[0],
    query: reportQueryOf(typed),
    pace: REPORT_PACES.find((each) => each === typed.get('pace')) ?? 'weekly',
    weekday: Number(typed.get('weekday') ?? 1),
    hour: Number(typed.get('hour')),
    locale: LOCALES.find((each) => each === typed.get('locale')) ?? null,
    userIds: typed.getAll('reader').map(String),
  };
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

type WhatProps = Pick<Props, 'board' | 'time' | 'boards' | 'languages' | 'weekdays'>;

/** Which board, how often, when, and in which language. */
function WhatAndWhen({ board, time, boards, languages, weekdays }: WhatProps) {
  const t = useTranslations('reports');
  const [pace, setPace] = useState(time.pace);
  return (
    <div className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
      <Field label={t('board')}>
        <Select name="board" defaultValue={board} className="w-full sm:w-44">
          <Options options={boards} />
        </Select>
      </Field>
      <Field label={t('pace')}>
        <Select
          name="pace"
          value={pace}
          onChange={({ target }) => setPace(target.value)}
          className="w-full sm:w-44"
        >
          <Options options={REPORT_PACES.map((value) => ({ value, label: t(`paces.${value}`) }))} />
        </Select>
      </Field>
      {pace === 'weekly' && (
        <Field label={t('weekday')}>
          <Select name="weekday" defaultValue={String(time.weekday)} className="w-full sm:w-36">
            <Options options={weekdays.map((label, index) => ({ value: String(index + 1), label }))} />
          </Select>
        </Field>
      )}
      <Field label={t('hour')}>
        <Select name="hour" defaultValue={String(time.hour)} className="w-full sm:w-28">
          <Options
            options={HOURS.map((hour) => ({
              value: String(hour),
              label: `${String(hour).padStart(2, '0')}:00`,
            }))}
          />
        </Select>
      </Field>
      <Field label={t('language')}>
        <Select name="locale" defaultValue={time.locale ?? ''} className="w-full sm:w-44">
          <option value="">{t('ownLanguage')}</option>
          <Options options={languages} />
        </Select>
      </Field>
    </div>
  );
}

const Options = ({ options }: Readonly<{ options: readonly FilterOption[] }>) =>
  options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));

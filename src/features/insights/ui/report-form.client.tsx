'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { BOARDS } from '@/domain/insights/boards';
import { REPORT_PACES } from '@/domain/insights/report-times';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { useSubmit } from '@/ui/use-submit.client';
import { saveReportAction } from '../actions';

type Props = Readonly<{
  workspace: string;
  userId: string;
  /** The board and the filters with which one came. */
  board: string;
  query: string;
  filters: string;
  boards: Readonly<Record<string, string>>;
  readers: readonly Readonly<{ id: string; name: string }>[];
  weekdays: readonly string[];
}>;

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const USUAL_HOUR = 8;

/** Lets a board come by mail. */
export function ReportForm({ workspace, userId, board, query, filters, boards, readers, weekdays }: Props) {
  const t = useTranslations('reports');
  const problems = useTranslations('problem');
  const [pace, setPace] = useState<string>('weekly');
  const { ref, onSubmit, pending, problem, wrong } = useSubmit({
    send: (typed) =>
      saveReportAction(workspace, {
        reportId: null,
        board: BOARDS.find((each) => each === typed.get('board')) ?? BOARDS[0],
        query,
        pace: REPORT_PACES.find((each) => each === typed.get('pace')) ?? 'weekly',
        weekday: Number(typed.get('weekday') ?? 1),
        hour: Number(typed.get('hour')),
        userIds: typed.getAll('reader').map(String),
      }),
    onDone: () => {
      toast(t('saved'));
    },
  });
  return (
    <form ref={ref} onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t('board')}>
          <Select name="board" defaultValue={board} className="w-44">
            {BOARDS.map((name) => (
              <option key={name} value={name}>
                {boards[name]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('pace')}>
          <Select name="pace" value={pace} onChange={({ target }) => setPace(target.value)} className="w-44">
            {REPORT_PACES.map((each) => (
              <option key={each} value={each}>
                {t(`paces.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
        {pace === 'weekly' && (
          <Field label={t('weekday')}>
            <Select name="weekday" defaultValue="1" className="w-36">
              {weekdays.map((name, index) => (
                <option key={name} value={index + 1}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field label={t('hour')}>
          <Select name="hour" defaultValue={String(USUAL_HOUR)} className="w-28">
            {HOURS.map((hour) => (
              <option key={hour} value={hour}>
                {`${String(hour).padStart(2, '0')}:00`}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <p className="text-ink-soft text-sm">{filters ? t('withFilters', { filters }) : t('noFilters')}</p>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-medium text-ink">{t('readers')}</legend>
        <div className="grid max-h-48 gap-x-6 gap-y-1.5 overflow-y-auto sm:grid-cols-2 lg:grid-cols-3">
          {readers.map(({ id, name }) => (
            <Checkbox key={id} name="reader" value={id} defaultChecked={id === userId} label={name} />
          ))}
        </div>
        {wrong('userIds') && <p className="text-danger-ink text-sm">{t('readerMissing')}</p>}
      </fieldset>
      {problem && !problem.code.startsWith('input') && (
        <Notice tone="danger" live>
          {problems(problem.code)}
        </Notice>
      )}
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          {t('create')}
        </Button>
      </div>
    </form>
  );
}

'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { saveCalendarAction } from '@/features/sla/actions';
import type { CalendarPage } from '@/features/sla/queries';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { useKept } from '@/ui/use-kept';
import { useShowWrong } from '@/ui/use-show-wrong';
import { type CalendarDraft, calendarDraft, calendarOfDraft, wrongInCalendar } from './calendar-draft';
import { CalendarGeneral } from './calendar-general.client';
import { CalendarPreview } from './calendar-preview.client';
import { DayFields } from './day-fields.client';
import { RestoredNotice } from './restored-notice.client';
import { WeekFields } from './week-fields.client';

type Props = Readonly<{
  workspace: string;
  /** Null for a new one. */
  calendar: CalendarPage | null;
  zones: readonly string[];
  /** The time zone of a new one. */
  timeZone: string;
  /** The present, as an ISO 8601 instant of the server. */
  now: string;
}>;

type Refused = 'input.invalid' | 'not_found' | 'name.taken' | 'calendar.never_open';

/** The form of a business calendar, with its preview. */
export function CalendarEditor({ workspace, calendar, zones, timeZone, now }: Props) {
  const t = useTranslations('calendar.form');
  const sentence = useTranslations('problem');
  const key = `calendar/${workspace}/${calendar?.id ?? 'new'}/${calendar?.version ?? 0}`;
  const kept = useKept<CalendarDraft>(key, calendarDraft(calendar, timeZone));
  const { value: draft, change } = kept;
  const { send, problem, asked, pending, form } = useSave({
    workspace,
    calendar,
    draft,
    zones,
    done: () => window.sessionStorage.removeItem(key),
  });
  const wrong = asked ? wrongInCalendar(draft, zones) : null;
  return (
    <form ref={form} onSubmit={send} className="flex flex-col gap-5" noValidate>
      {kept.restored && <RestoredNotice namespace="calendar" onDiscard={kept.forget} />}
      {(problem || wrong) && (
        <Notice tone="danger" live>
          {sentence(problem ?? 'input.invalid')}
        </Notice>
      )}
      <CalendarGeneral
        draft={draft}
        zones={zones}
        taken={problem === 'name.taken'}
        wrong={wrong}
        onChange={change}
      />
      <WeekFields draft={draft} wrong={wrong?.stretches ?? {}} onChange={change} />
      <DayFields
        days={draft.days}
        wrong={wrong?.days ?? {}}
        year={Number(now.slice(0, 4))}
        onChange={(days) => change({ days })}
      />
      <CalendarPreview draft={draft} zones={zones} now={now} />
      <div className="sticky bottom-0 z-20 -mx-1 border-line border-t bg-canvas px-1 py-3">
        <Button type="submit" variant="primary" pending={pending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

type Save = Readonly<{
  workspace: string;
  calendar: CalendarPage | null;
  draft: CalendarDraft;
  zones: readonly string[];
  done: () => void;
}>;

/** Sends the form when nothing in it is wrong; `asked` is true once somebody wanted that. */
function useSave({ workspace, calendar, draft, zones, done }: Save) {
  const t = useTranslations('calendar.form');
  const router = useRouter();
  const [attempts, setAttempts] = useState(0);
  const [problem, setProblem] = useState<Refused | null>(null);
  const [pending, start] = useTransition();
  function send(event: FormEvent): void {
    event.preventDefault();
    setAttempts(attempts + 1);
    setProblem(null);
    if (wrongInCalendar(draft, zones)) return;
    start(async () => {
      const saved = await saveCalendarAction(workspace, calendarOfDraft(draft, calendar?.id));
      if (!saved.ok) {
        setProblem(saved.error.code);
        return;
      }
      toast(t('saved', { name: draft.name }));
      done();
      router.push(`/${workspace}/admin/calendars`);
    });
  }
  return { send, asked: attempts > 0, problem, pending, form: useShowWrong(attempts, problem) };
}

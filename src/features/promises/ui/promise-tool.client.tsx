'use client';

import { Handshake } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState, useTransition } from 'react';
import type { PromiseAbout } from '@/domain/promise/promise';
import { instantOf } from '@/domain/shared/local-time';
import type { ProblemCode } from '@/domain/shared/result';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { Popover } from '@/ui/popover.client';
import type { PromiseToolProps } from '@/ui/promise-tool';
import { Select } from '@/ui/select';
import { useDates } from '@/ui/use-dates';
import { offerTimesAction, proposePromiseAction } from '../actions';
import type { OfferedTime } from '../proposals';

type Props = PromiseToolProps & Readonly<{ workspace: string; timeZone: string }>;

const SHORT = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
} as const;

/** Promises a time with what is being written: a choice of times, or one's own; the sentence for it is ready. */
export function PromiseTool(props: Props) {
  const t = useTranslations('promise');
  const dates = useDates();
  const [open, setOpen] = useState(false);
  const { promise } = props;
  const words = promise
    ? t('tool.promised', {
        about: t(`about.${promise.about}`),
        at: dates.dateTime(new Date(promise.dueAt), SHORT),
      })
    : t('panel.make');
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t('panel.make')}
      className="w-96"
      trigger={
        <Button
          variant={promise ? 'secondary' : 'ghost'}
          size={promise ? 'sm' : 'icon-sm'}
          aria-label={words}
          title={words}
        >
          <Handshake aria-hidden />
          {promise && <span className="max-w-56 truncate">{words}</span>}
        </Button>
      }
    >
      <Choice {...props} onDone={() => setOpen(false)} />
    </Popover>
  );
}

function Choice({
  workspace,
  timeZone,
  ticketId,
  promise,
  onPromise,
  onDone,
}: Props & { onDone: () => void }) {
  const t = useTranslations('promise');
  const problemOf = useTranslations('problem');
  const [about, setAbout] = useState<PromiseAbout>(promise?.about ?? 'answer');
  const [problem, setProblem] = useState<ProblemCode | null>(null);
  const take = (dueAt: string, sentence: string) => {
    onPromise({ about, dueAt, sentence });
    onDone();
  };
  const drop = () => {
    onPromise(null);
    onDone();
  };
  return (
    <div className="flex flex-col gap-3">
      {problem && (
        <Notice tone="danger" live>
          {problemOf(problem)}
        </Notice>
      )}
      <Field label={t('form.about')}>
        <Select value={about} onChange={(event) => setAbout(event.target.value as PromiseAbout)}>
          <option value="answer">{t('about.answer')}</option>
          <option value="resolution">{t('about.resolution')}</option>
        </Select>
      </Field>
      <Offers key={about} {...{ workspace, ticketId, about, onProblem: setProblem }} onTake={take} />
      <OwnTime {...{ workspace, ticketId, about, timeZone, onProblem: setProblem }} onTake={take} />
      {promise && (
        <Button size="sm" variant="ghost" className="self-start" onClick={drop}>
          {t('tool.none')}
        </Button>
      )}
    </div>
  );
}

type Taking = Readonly<{
  workspace: string;
  ticketId: string;
  about: PromiseAbout;
  onProblem: (problem: ProblemCode | null) => void;
  onTake: (dueAt: string, sentence: string) => void;
}>;

function Offers({ workspace, ticketId, about, onProblem, onTake }: Taking) {
  const t = useTranslations('promise');
  const dates = useDates();
  const times = useOffers({ workspace, ticketId, about, onProblem });
  if (!times) return <p className="text-ink-faint text-sm">{t('form.loading')}</p>;
  return (
    <ul className="-mx-1 flex flex-col" aria-label={t('tool.times')}>
      {times.map((time) => (
        <li key={time.dueAt}>
          <button
            type="button"
            onClick={() => onTake(time.dueAt, time.sentence)}
            className="flex min-h-8 w-full items-baseline justify-between gap-3 rounded-md px-2 py-1 text-left hover:bg-hover"
          >
            <span className="shrink-0 font-medium text-ink tabular-nums">
              {dates.dateTime(new Date(time.dueAt), SHORT)}
            </span>
            <Ground time={time} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function useOffers({ workspace, ticketId, about, onProblem }: Omit<Taking, 'onTake'>) {
  const [times, setTimes] = useState<readonly OfferedTime[] | null>(null);
  const say = useRef(onProblem);
  useEffect(() => {
    let left = false;
    void offerTimesAction(workspace, { ticketId, about }).then((found) => {
      if (left) return;
      if (found.ok) setTimes(found.value);
      else say.current(found.error.code);
    });
    return () => {
      left = true;
    };
  }, [workspace, ticketId, about]);
  return times;
}

function Ground({ time: { source, sample } }: Readonly<{ time: OfferedTime }>) {
  const t = useTranslations('promise.tool');
  if (source === 'manual') return null;
  return (
    <span className="min-w-0 truncate text-ink-faint text-sm">
      {source === 'statistical' ? t('ground.statistical', { sample: sample ?? 0 }) : t(`ground.${source}`)}
    </span>
  );
}

function OwnTime({ workspace, ticketId, about, timeZone, onProblem, onTake }: Taking & { timeZone: string }) {
  const t = useTranslations('promise');
  const [local, setLocal] = useState('');
  const [wrong, setWrong] = useState(false);
  const [pending, ask] = useTransition();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const dueAt = instantOf(local, timeZone);
    const isPast = !dueAt || dueAt.getTime() <= Date.now();
    setWrong(isPast);
    if (isPast) return;
    ask(async () => {
      const found = await proposePromiseAction(workspace, { ticketId, about, dueAt });
      if (found.ok) onTake(dueAt.toISOString(), found.value.sentence);
      else onProblem(found.error.code);
    });
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-wrap items-end gap-2">
      <Field label={t('tool.other')} error={wrong && t('form.dueWrong')}>
        <Input
          type="datetime-local"
          className="max-w-60"
          value={local}
          onChange={(event) => setLocal(event.target.value)}
        />
      </Field>
      <Button type="submit" size="sm" pending={pending}>
        {t('tool.take')}
      </Button>
    </form>
  );
}

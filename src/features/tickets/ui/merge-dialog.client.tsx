'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState, useTransition } from 'react';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Dialog } from '@/ui/dialog.client';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { StatusIcon } from '@/ui/ticket-icons';
import { mergeAction, undoMergeAction } from '../actions';
import type { MergeTarget } from '../queries-merge';
import { reached } from './reached';
import { say, sayProblem } from './say';

type Props = Readonly<{
  workspace: string;
  ticketId: string;
  number: number;
  /** Whether the reader may join tickets of different customers. */
  mayAcross: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}>;

/** Asks into which ticket this one is to be merged, and leads there. */
export function MergeDialog({ workspace, ticketId, number, mayAcross, open, onOpenChange }: Props) {
  const t = useTranslations('ticket.merge');
  const common = useTranslations('common');
  const problem = useTranslations('problem');
  const router = useRouter();
  const [chosen, choose] = useState<MergeTarget | null>(null);
  const [sure, setSure] = useState(false);
  const [pending, start] = useTransition();
  const undo = (mergeId: string) => async () => {
    const result = await reached(undoMergeAction(workspace, { mergeId }));
    if (!result.ok) return void sayProblem(problem(result.error.code));
    say(t('undone', { number: String(result.value.number) }));
    return void router.push(`/${workspace}/desk/tickets/${result.value.number}`);
  };
  const merge = (into: MergeTarget) =>
    start(async () => {
      const asked = { ticketId, intoNumber: into.number, acrossCustomers: !into.same && sure };
      const result = await reached(mergeAction(workspace, asked));
      if (!result.ok) return void sayProblem(problem(result.error.code));
      onOpenChange(false);
      router.push(`/${workspace}/desk/tickets/${into.number}`);
      say(t('done', { from: String(number), into: String(into.number) }), {
        duration: 10_000,
        action: { label: common('undo'), onClick: undo(result.value.mergeId) },
      });
    });
  const isAllowed = chosen !== null && (chosen.same || (mayAcross && sure));
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title', { number: String(number) })}
      description={t('hint', { number: String(number) })}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{common('cancel')}</Button>
          <Button
            variant="primary"
            disabled={!isAllowed}
            pending={pending}
            onClick={() => chosen && merge(chosen)}
          >
            {t('do')}
          </Button>
        </>
      }
    >
      <Targets workspace={workspace} number={number} chosen={chosen} onChoose={choose} />
      {chosen && !chosen.same && (
        <Notice tone="warning" className="mt-3">
          <p>{t('otherCustomer', { name: chosen.requester })}</p>
          {mayAcross ? (
            <Checkbox
              className="mt-2"
              checked={sure}
              onChange={({ target }) => setSure(target.checked)}
              label={t('confirm')}
            />
          ) : (
            <p className="mt-1">{t('notAllowed')}</p>
          )}
        </Notice>
      )}
    </Dialog>
  );
}

type TargetsProps = Readonly<{
  workspace: string;
  number: number;
  chosen: MergeTarget | null;
  onChoose: (target: MergeTarget | null) => void;
}>;

function Targets({ workspace, number, chosen, onChoose }: TargetsProps) {
  const t = useTranslations('ticket.merge');
  const [q, setQ] = useState('');
  const found = useTargets(workspace, number, q);
  return (
    <div className="flex flex-col gap-3">
      <Field label={t('find')}>
        <Input
          type="search"
          value={q}
          placeholder={t('search')}
          autoComplete="off"
          onChange={({ target }) => {
            setQ(target.value);
            onChoose(null);
          }}
        />
      </Field>
      <fieldset>
        <legend className="mb-1 font-medium text-ink-faint text-xs">{t(q.trim() ? 'found' : 'own')}</legend>
        <div aria-live="polite">
          {found === null && <p className="py-2 text-ink-faint">{t('waiting')}</p>}
          {found?.length === 0 && <p className="py-2 text-ink-soft">{t('none')}</p>}
          {found?.map((target) => (
            <label
              key={target.number}
              className="flex cursor-pointer items-center gap-2.5 rounded-md px-2 py-2 hover:bg-hover has-checked:bg-accent-soft"
            >
              <input
                type="radio"
                name="target"
                className="accent-accent"
                checked={chosen?.number === target.number}
                onChange={() => onChoose(target)}
              />
              <StatusIcon status={target.status} />
              <span className="text-ink-faint tabular-nums">#{target.number}</span>
              <span className="min-w-0 flex-1 truncate text-ink">{target.subject}</span>
              <span className="max-w-40 truncate text-ink-soft text-sm">{target.requester}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

const PAUSE_MILLISECONDS = 200;

/** What the server finds for what is typed; null while it looks. */
function useTargets(workspace: string, number: number, q: string): readonly MergeTarget[] | null {
  const [found, setFound] = useState<Readonly<{ q: string; tickets: readonly MergeTarget[] }> | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const look = async () => {
      const asked = new URLSearchParams({ for: String(number), q });
      const answer = await fetch(`/api/desk/${workspace}/tickets?${asked}`, { signal: stop.signal });
      const { tickets } = (await answer.json()) as { tickets: readonly MergeTarget[] };
      setFound({ q, tickets });
    };
    const timer = setTimeout(() => look().catch(() => {}), q ? PAUSE_MILLISECONDS : 0);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [workspace, number, q]);
  return found?.q === q ? found.tickets : null;
}

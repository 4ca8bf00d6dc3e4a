'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Dialog } from '@/ui/dialog.client';
import { Notice } from '@/ui/notice';
import { TicketSearch } from '@/ui/ticket-search.client';
import { mergeAction, undoMergeAction } from '../actions';
import type { MergeTarget } from '../queries-merge';
import { reached } from './reached';
import { say, sayProblem, sayWithUndo } from './say';

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
      sayWithUndo(t('done', { from: String(number), into: String(into.number) }), {
        label: common('undo'),
        undo: undo(result.value.mergeId),
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
      <TicketSearch<MergeTarget>
        address={`/api/desk/${workspace}/tickets?for=${number}`}
        words={{
          find: t('find'),
          placeholder: t('search'),
          found: t('found'),
          offered: t('own'),
          none: t('none'),
          waiting: t('waiting'),
        }}
        chosen={chosen}
        onChoose={choose}
      />
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

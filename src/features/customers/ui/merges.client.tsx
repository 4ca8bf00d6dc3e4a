'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { unmergeCustomersAction } from '../actions';
import type { MergeRow } from '../merge-queries';

type Props = Readonly<{ workspace: string; merges: readonly MergeRow[]; mayMerge: boolean }>;

/** What was merged into this record, each with its way back. */
export function Merges({ workspace, merges, mayMerge }: Props) {
  const t = useTranslations('customer.merge');
  const format = useFormatter();
  const problems = useTranslations('problem');
  const [pending, start] = useTransition();
  const undo = ({ id: mergeId, name }: MergeRow) =>
    start(async () => {
      const done = await unmergeCustomersAction(workspace, { mergeId });
      if (done.ok) toast(t('undone', { name }));
      else toast.error(problems(done.error.code));
    });
  return (
    <ul className="flex flex-col gap-2">
      {merges.map((merge) => (
        <li key={merge.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-48 flex-1">
            <span className="break-words font-medium">{merge.name}</span>
            <span className="block text-ink-soft text-sm">
              {format.dateTime(merge.at, { dateStyle: 'medium', timeStyle: 'short' })},{' '}
              {t(`reason.${reasonOf(merge.reason)}`, { name: merge.byName })}
            </span>
          </span>
          {mayMerge && (
            <Button
              size="sm"
              pending={pending}
              aria-label={t('undoNamed', { name: merge.name })}
              onClick={() => undo(merge)}
            >
              {t('undo')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

const reasonOf = (reason: string) =>
  reason === 'vouched' || reason === 'signed_email' || reason === 'proved_email'
    ? reason
    : ('by_hand' as const);

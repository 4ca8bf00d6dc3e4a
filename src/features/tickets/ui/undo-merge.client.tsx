'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Button } from '@/ui/button';
import { undoMergeAction } from '../actions';
import { reached } from './reached';
import { say, sayProblem } from './say';

type Props = Readonly<{ workspace: string; mergeId: string }>;

/** Parts two joined tickets again, however long ago they were joined. */
export function UndoMerge({ workspace, mergeId }: Props) {
  const t = useTranslations('ticket.merge');
  const problem = useTranslations('problem');
  const router = useRouter();
  const [pending, start] = useTransition();
  const undo = () =>
    start(async () => {
      const result = await reached(undoMergeAction(workspace, { mergeId }));
      if (!result.ok) return void sayProblem(problem(result.error.code));
      const number = String(result.value.number);
      const leave = () => router.push(`/${workspace}/desk/tickets/${number}`);
      say(t('undone', { number }), { action: { label: t('open'), onClick: leave } });
    });
  return (
    <Button variant="link" size="sm" pending={pending} onClick={undo} className="ml-2">
      {t('undo')}
    </Button>
  );
}

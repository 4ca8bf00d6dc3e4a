'use client';

import { Check, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { endSideAction } from '../../actions';
import { reached } from '../reached';
import { sayProblem } from '../say';

type Props = Readonly<{
  workspace: string;
  side: Readonly<{ id: string; state: 'open' | 'done' }>;
}>;

/** Whether the conversation is done, and the way to say so. */
export function SideState({ workspace, side }: Props) {
  const t = useTranslations('ticket.side');
  const problem = useTranslations('problem');
  const [busy, start] = useTransition();
  const isDone = side.state === 'done';
  const turn = () =>
    start(async () => {
      const result = await reached(endSideAction(workspace, { sideId: side.id, done: !isDone }));
      if (!result.ok) sayProblem(problem(result.error.code));
    });
  return (
    <div className="flex items-center justify-between gap-2">
      <Badge tone={isDone ? 'success' : 'neutral'}>{t(isDone ? 'done' : 'open')}</Badge>
      <Button size="sm" pending={busy} onClick={turn}>
        {isDone ? <RotateCcw aria-hidden /> : <Check aria-hidden />}
        {t(isDone ? 'reopen' : 'finish')}
      </Button>
    </div>
  );
}

'use client';

import { CheckCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { useProblem } from '@/features/fields/shared/use-problem';
import { useActs } from '@/ui/acts';
import { Button } from '@/ui/button';
import { useShortcuts } from '@/ui/use-shortcuts';
import { readNoticesAction } from '../actions';

type Props = Readonly<{ workspace: string /** As in the list. */; until: number }>;

/** Marks everything that the reader has before them as read; what comes in the meantime stays. */
export function ReadAll({ workspace, until }: Props) {
  const t = useTranslations('notification');
  const problem = useProblem();
  const [pending, start] = useTransition();
  const readAll = () =>
    start(async () => {
      const result = await readNoticesAction(workspace, { ticketId: null, until: new Date(until) });
      if (result.ok) toast(t('allReadDone', result.value));
      else toast.error(problem(result.error));
    });
  useShortcuts({ E: readAll });
  useActs({ readAll });
  return (
    <Button onClick={readAll} pending={pending} aria-keyshortcuts="Shift+E">
      <CheckCheck aria-hidden />
      {t('allRead')}
    </Button>
  );
}

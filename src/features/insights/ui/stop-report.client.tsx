'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { stopReportAction } from '../actions';

type Props = Readonly<{ workspace: string; reportId: string; name: string }>;

/** Lets a board come no more. */
export function StopReport({ workspace, reportId, name }: Props) {
  const t = useTranslations('reports');
  const problems = useTranslations('problem');
  const [pending, start] = useTransition();
  const run = () =>
    start(async () => {
      const done = await stopReportAction(workspace, { reportId });
      if (done.ok) toast(t('stopped'));
      else toast.error(problems(done.error.code));
    });
  return (
    <Button size="sm" pending={pending} onClick={run} aria-label={t('stopNamed', { name })}>
      {t('stop')}
    </Button>
  );
}

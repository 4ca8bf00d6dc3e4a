'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { cancelImportAction, resumeImportAction } from '../actions';

type Props = Readonly<{ workspace: string; importId: string; stopped: boolean }>;

/** Stops a file that is at work, or goes on with one that was stopped. */
export function StopImport({ workspace, importId, stopped }: Props) {
  const t = useTranslations('imports');
  const problems = useTranslations('problem');
  const [pending, start] = useTransition();
  const act = () =>
    start(async () => {
      const act = stopped ? resumeImportAction : cancelImportAction;
      const done = await act(workspace, { importId });
      if (!done.ok)
        toast.error(problems(done.error.code === 'import.busy' ? 'changed.meanwhile' : done.error.code));
    });
  return (
    <Button pending={pending} onClick={act}>
      {t(stopped ? 'resume' : 'cancel')}
    </Button>
  );
}

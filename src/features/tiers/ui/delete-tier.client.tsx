'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { deleteTierAction } from '../actions';

type Props = Readonly<{ workspace: string; tierId: string; name: string }>;

/** Takes a tier away; one that customers have stays, and says so. */
export function DeleteTier({ workspace, tierId, name }: Props) {
  const t = useTranslations('tier');
  const problems = useTranslations('problem');
  const [pending, start] = useTransition();
  const run = () =>
    start(async () => {
      const done = await deleteTierAction(workspace, { tierId });
      if (done.ok) toast(t('deleted', { name }));
      else toast.error(problems(done.error.code));
    });
  return (
    <Button variant="ghost" size="icon-sm" pending={pending} aria-label={t('delete', { name })} onClick={run}>
      <Trash2 aria-hidden />
    </Button>
  );
}

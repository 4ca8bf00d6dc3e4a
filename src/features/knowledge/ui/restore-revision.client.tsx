'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { restoreRevisionAction } from '../actions';

type Props = Readonly<{ workspace: string; translationId: string; number: number }>;

/** Makes an old revision the text at work again. */
export function RestoreRevision({ workspace, translationId, number }: Props) {
  const t = useTranslations('knowledge.history');
  const problem = useTranslations('problem');
  const [pending, start] = useTransition();
  const restore = () =>
    start(async () => {
      const done = await restoreRevisionAction(workspace, { translationId, number });
      if (!done.ok) {
        toast.error(problem(done.error.code));
        return;
      }
      window.localStorage.removeItem(`kalauz-text-${translationId}`);
      toast(t('restored', { number }));
    });
  return (
    <Button
      variant="link"
      size="sm"
      pending={pending}
      onClick={restore}
      aria-label={`${t('restore')}: ${number}`}
    >
      {t('restore')}
    </Button>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { settleMissAction } from '../actions';

type Props = Readonly<{ workspace: string; missId: string; text: string }>;

/** Says that no article is needed for what was looked for. */
export function SettleMiss({ workspace, missId, text }: Props) {
  const t = useTranslations('knowledge.gaps');
  const problem = useTranslations('problem');
  const [pending, start] = useTransition();
  const settle = () =>
    start(async () => {
      const done = await settleMissAction(workspace, { missId });
      if (done.ok) toast(t('settled'));
      else toast.error(problem(done.error.code));
    });
  return (
    <Button
      size="sm"
      variant="ghost"
      pending={pending}
      onClick={settle}
      aria-label={`${t('settle')}: ${text}`}
    >
      {t('settle')}
    </Button>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { renewAppSecretAction } from '../actions';

type Props = Readonly<{ workspace: string; accountId: string }>;

/** A new secret and key for an app; the old ones are good for a day longer. */
export function RenewSecret({ workspace, accountId }: Props) {
  const t = useTranslations('social.api.renew');
  const problems = useTranslations('problem');
  const [pending, start] = useTransition();
  const run = () =>
    start(async () => {
      const done = await renewAppSecretAction(workspace, { accountId });
      if (done.ok) toast(t('done'));
      else toast.error(problems(done.error.code));
    });
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-ink-soft">{t('body')}</p>
      <Button pending={pending} onClick={run}>
        {t('run')}
      </Button>
    </div>
  );
}

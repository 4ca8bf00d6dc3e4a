'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { NOT_SENT } from '@/domain/shared/form-state';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { optOutAction } from '../actions';

/** Asks once more before nobody asks any more: a program that only opens the page stops nothing. */
export function StopForm({ token, workspace }: Readonly<{ token: string; workspace: string }>) {
  const t = useTranslations('survey');
  const [{ problem, done }, submit, pending] = useActionState(optOutAction, NOT_SENT);
  if (done) {
    return (
      <Notice tone="success" title={t('stop.doneTitle')} live>
        {t('stop.done')}
      </Notice>
    );
  }
  return (
    <form action={submit} className="flex flex-col items-start gap-5">
      <input type="hidden" name="token" value={token} />
      {problem && (
        <Notice tone="danger" live>
          {t('page.unknown')}
        </Notice>
      )}
      <p className="text-ink">{t('stop.body', { workspace })}</p>
      <Button type="submit" variant="primary" pending={pending} className="min-h-12 sm:min-h-10">
        {t('stop.button')}
      </Button>
    </form>
  );
}

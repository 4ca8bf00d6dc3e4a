'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';

type Props = Readonly<{ namespace: 'calendar' | 'policy'; onDiscard: () => void }>;

/** Says that the form holds what was typed before, and lets it go. */
export function RestoredNotice({ namespace, onDiscard }: Props) {
  const t = useTranslations(`${namespace}.form`);
  return (
    <Notice tone="info" live>
      <span className="flex flex-wrap items-center justify-between gap-2">
        {t('restored')}
        <Button size="sm" onClick={onDiscard}>
          {t('discard')}
        </Button>
      </span>
    </Notice>
  );
}

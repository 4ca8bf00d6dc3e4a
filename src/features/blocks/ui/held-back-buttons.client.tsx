'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/ui/button';
import { releaseBlockedAction, setBlockedAsideAction } from '../actions';
import type { HeldItem } from '../queries';

type Props = Readonly<{ workspace: string; item: Pick<HeldItem, 'source' | 'id'>; who: string }>;

/** Lets in what was held back, or takes it off the list. */
export function HeldBackButtons({ workspace, item: { source, id }, who }: Props) {
  const t = useTranslations('blocks.held');
  const sentence = useTranslations('problem');
  const [pending, start] = useTransition();
  const release = () =>
    start(async () => {
      const done = await releaseBlockedAction(workspace, { source, id });
      if (!done.ok) toast.error(sentence(done.error.code));
      else
        toast(
          done.value.number === null
            ? t('releasedSoon')
            : t('released', { number: String(done.value.number) }),
        );
    });
  const aside = () =>
    start(async () => {
      const done = await setBlockedAsideAction(workspace, { source, id });
      if (done.ok) toast(t('setAside'));
      else toast.error(sentence(done.error.code));
    });
  return (
    <>
      <Button size="sm" pending={pending} aria-label={t('releaseNamed', { who })} onClick={release}>
        {t('release')}
      </Button>
      <Button
        size="sm"
        variant="ghost"
        pending={pending}
        aria-label={t('asideNamed', { who })}
        onClick={aside}
      >
        {t('aside')}
      </Button>
    </>
  );
}

'use client';

import { CloudAlert } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { startTransition } from 'react';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';

type Props = Readonly<{ error: Error & { digest?: string }; reset: () => void }>;

/** What stands where a page broke: no word of the error itself, but the number under which it is in the log. */
export function Broken({ error, reset }: Props) {
  const t = useTranslations('common');
  const router = useRouter();

  function tryAgain() {
    startTransition(() => {
      router.refresh();
      reset();
    });
  }

  return (
    <div className="grid min-h-[70dvh] place-items-center">
      <EmptyState
        icon={CloudAlert}
        level={1}
        title={t('broken.title')}
        actions={
          <Button variant="primary" onClick={tryAgain}>
            {t('tryAgain')}
          </Button>
        }
      >
        <p role="alert">{error.digest ? t('broken.body') : t('broken.noNumber')}</p>
        {error.digest && <p className="mt-2 select-all font-mono text-ink">{error.digest}</p>}
      </EmptyState>
    </div>
  );
}

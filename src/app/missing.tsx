import { Compass } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';

/** What stands where there is nothing, or nothing that this reader may see; leads to `home`. */
export async function Missing({ home }: Readonly<{ home: string }>) {
  const t = await getTranslations('common.notFound');
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        icon={Compass}
        level={1}
        title={t('title')}
        actions={
          <ButtonLink href={home} variant="primary">
            {t('home')}
          </ButtonLink>
        }
      >
        {t('body')}
      </EmptyState>
    </main>
  );
}

import { Compass } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common.notFound');
  return { title: t('title') };
}

export default async function NotFound() {
  const t = await getTranslations('common.notFound');
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        icon={Compass}
        level={1}
        title={t('title')}
        actions={
          <ButtonLink href="/" variant="primary">
            {t('home')}
          </ButtonLink>
        }
      >
        {t('body')}
      </EmptyState>
    </main>
  );
}

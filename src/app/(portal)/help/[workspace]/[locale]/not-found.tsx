import { Compass } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/ui/empty-state';

/** What is not there, and what may not be seen, look the same. */
export default async function NotInPortal() {
  const t = await getTranslations('portal.notFound');
  return (
    <div data-not-found="" className="my-auto">
      <EmptyState icon={Compass} level={1} title={t('title')}>
        {t('body')}
      </EmptyState>
    </div>
  );
}

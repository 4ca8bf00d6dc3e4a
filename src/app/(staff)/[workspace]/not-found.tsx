import { Compass } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';

/** Within a workspace: what is not there, and what may not be seen, look the same. */
export default async function NotFoundHere() {
  const t = await getTranslations('desk.notFound');
  return (
    <EmptyState
      icon={Compass}
      level={1}
      className="my-auto"
      title={t('title')}
      actions={
        <ButtonLink href="/desk" variant="primary">
          {t('back')}
        </ButtonLink>
      }
    >
      {t('body')}
    </EmptyState>
  );
}

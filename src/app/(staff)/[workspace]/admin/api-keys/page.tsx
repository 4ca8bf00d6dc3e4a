import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listApiKeys } from '@/features/api-keys/queries';
import { CreateKey } from '@/features/api-keys/ui/create-key.client';
import { KeyTable } from '@/features/api-keys/ui/key-table';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('api.keys');
  return { title: t('title') };
}

export default async function ApiKeysPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'api_key.manage');
  const [t, keys] = await Promise.all([getTranslations('api.keys'), listApiKeys(ctx)]);
  return (
    <IslandMessages namespaces={['api', 'common', 'problem']}>
      <div className="flex flex-col gap-6">
        <PageHeader
          title={t('title')}
          description={t('description')}
          actions={
            <>
              <ButtonLink href="/api/v1/docs" prefetch={false}>
                {t('docs')}
              </ButtonLink>
              <CreateKey workspace={workspace.slug} />
            </>
          }
        />
        <KeyTable workspace={workspace.slug} keys={keys} />
      </div>
    </IslandMessages>
  );
}

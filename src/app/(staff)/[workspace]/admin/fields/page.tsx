import { FormInput, Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FIELD_ENTITIES } from '@/domain/field/field';
import { listFields } from '@/features/fields/queries';
import { FieldList } from '@/features/fields/ui/field-list.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { TabLinks } from '@/ui/tab-links';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ entity?: string }>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('fields');
  return { title: t('title') };
}

export default async function FieldsPage({ params, searchParams }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'workspace.manage');
  const asked = (await searchParams).entity;
  const entity = FIELD_ENTITIES.find((each) => each === asked) ?? 'ticket';
  const [t, fields] = await Promise.all([getTranslations('fields'), listFields(ctx, entity)]);
  const root = `/${workspace.slug}/admin/fields`;
  return (
    <IslandMessages namespaces={['fields']}>
      <div className="flex flex-col gap-6">
        <PageHeader
          title={t('title')}
          description={t('description')}
          actions={
            <ButtonLink href={`${root}/new?entity=${entity}`} variant="primary">
              <Plus aria-hidden />
              {t('add')}
            </ButtonLink>
          }
        />
        <TabLinks
          label={t('entities')}
          tabs={FIELD_ENTITIES.map((each) => ({
            href: `${root}?entity=${each}`,
            label: t(`entity.${each}`),
            current: each === entity,
          }))}
        />
        {fields.length > 0 ? (
          <FieldList workspace={workspace.slug} entity={entity} fields={fields} />
        ) : (
          <EmptyState icon={FormInput} title={t('emptyTitle')}>
            {t('emptyBody')}
          </EmptyState>
        )}
      </div>
    </IslandMessages>
  );
}

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { may } from '@/domain/permission/can';
import { listCategories } from '@/features/knowledge/queries-category';
import { ImportArticles } from '@/features/knowledge/ui/import-articles.client';
import { isLocale } from '@/i18n/locales';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('knowledge.section');
  return { title: t('import') };
}

export default async function ImportPage({ params }: Props) {
  const { ctx, workspace, user } = await staffPage((await params).workspace, 'knowledge.read');
  const locale = isLocale(user.locale) ? user.locale : 'en';
  const [t, categories] = await Promise.all([getTranslations('knowledge'), listCategories(ctx, locale)]);
  return (
    <>
      <PageHeader title={t('section.import')} />
      <div className="grid max-w-3xl gap-6">
        {may(ctx.actor, 'knowledge.write') && (
          <Panel title={t('import.title')} description={t('import.body')}>
            <ImportArticles workspace={workspace.slug} locale={locale} categories={categories} />
          </Panel>
        )}
        <Panel title={t('import.exportTitle')} description={t('import.exportBody')}>
          <ButtonLink href={`/api/desk/${workspace.slug}/articles/export`} prefetch={false} download>
            {t('import.exportAll')}
          </ButtonLink>
        </Panel>
      </div>
    </>
  );
}

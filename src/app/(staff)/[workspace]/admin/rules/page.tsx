import { Clock, Plus, ScrollText, Workflow } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { RULE_TEMPLATE_KEYS, templateName } from '@/domain/rule/templates';
import { listRules } from '@/features/rules/queries';
import { RuleGallery } from '@/features/rules/ui/gallery.client';
import { ExportRules, ImportRules } from '@/features/rules/ui/import-export.client';
import { RuleLists } from '@/features/rules/ui/rule-lists.client';
import { RuleSentence } from '@/features/rules/ui/rule-sentence';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rules');
  return { title: t('title') };
}

export default async function RulesPage({ params }: Props) {
  const { workspace: slug } = await params;
  const { ctx } = await staffPage(slug, 'workspace.manage');
  const [t, locale, { rules, names }] = await Promise.all([
    getTranslations('rules'),
    getLocale(),
    listRules(ctx),
  ]);
  const root = `/${slug}/admin/rules`;
  const items = rules.map((rule) => ({
    id: rule.id,
    kind: rule.kind,
    name: rule.name,
    active: rule.active,
    runs: rule.runs,
    failures: rule.failures,
    lastRunAt: rule.lastRunAt,
    limitedAt: rule.limitedAt,
    sentence: <RuleSentence rule={rule} names={names} />,
  }));
  const templates = RULE_TEMPLATE_KEYS.map((key) => ({ key, name: templateName(key, locale) }));
  return (
    <IslandMessages namespaces={['rules', 'problem']}>
      <div className="flex flex-col gap-6">
        <PageHeader
          title={t('title')}
          description={t('description')}
          actions={
            <>
              <ImportRules workspace={slug} />
              {items.length > 0 && <ExportRules workspace={slug} />}
              <ButtonLink href={`${root}/log`}>
                <ScrollText aria-hidden />
                {t('log')}
              </ButtonLink>
              <ButtonLink href={`${root}/new?kind=automation`}>
                <Clock aria-hidden />
                {t('newAutomation')}
              </ButtonLink>
              <ButtonLink href={`${root}/new`} variant="primary">
                <Plus aria-hidden />
                {t('newTrigger')}
              </ButtonLink>
            </>
          }
        />
        {items.length > 0 ? (
          <RuleLists workspace={slug} rules={items} />
        ) : (
          <EmptyState icon={Workflow} title={t('emptyTitle')} className="py-8">
            {t('emptyBody')}
          </EmptyState>
        )}
        <RuleGallery workspace={slug} templates={templates} />
      </div>
    </IslandMessages>
  );
}

import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ruleChoices } from '@/features/rules/choices';
import { RuleEditor } from '@/features/rules/ui/rule-editor.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rules');
  return { title: t('new') };
}

export default async function NewRulePage({ params, searchParams }: Props) {
  const { workspace: slug } = await params;
  const { ctx } = await staffPage(slug, 'workspace.manage');
  const kind = (await searchParams)['kind'] === 'automation' ? 'automation' : 'trigger';
  const [t, choices] = await Promise.all([getTranslations('rules'), ruleChoices(ctx, await getLocale())]);
  const root = `/${slug}/admin/rules`;
  return (
    <IslandMessages namespaces={['rules', 'condition', 'action', 'template', 'problem']}>
      <div className="flex max-w-5xl flex-col gap-5">
        <div>
          <ButtonLink href={root} variant="link" size="sm" className="mb-2">
            <ArrowLeft aria-hidden />
            {t('back')}
          </ButtonLink>
          <PageHeader title={t('new')} description={t(kind === 'trigger' ? 'triggers' : 'automations')} />
        </div>
        <RuleEditor key={kind} workspace={slug} kind={kind} rule={null} choices={choices} names={{}} />
      </div>
    </IslandMessages>
  );
}

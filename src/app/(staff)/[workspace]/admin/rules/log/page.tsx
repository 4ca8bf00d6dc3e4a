import { ArrowLeft, ScrollText } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { getRule, ruleRuns } from '@/features/rules/queries';
import { RunLog } from '@/features/rules/ui/run-log';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}>;

const asked = z.object({
  rule: z.uuid().optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rules.runLog');
  return { title: t('title') };
}

export default async function RuleLogPage({ params, searchParams }: Props) {
  const { workspace: slug } = await params;
  const { ctx } = await staffPage(slug, 'workspace.manage');
  const { rule: ruleId, before } = asked.parse(await searchParams);
  const [t, rules, rule, page] = await Promise.all([
    getTranslations('rules.runLog'),
    getTranslations('rules'),
    ruleId ? getRule(ctx, ruleId) : null,
    ruleRuns(ctx, { ...(ruleId && { ruleId }), ...(before && { before }) }),
  ]);
  const root = `/${slug}/admin/rules`;
  const query = (extra: Record<string, string>) =>
    new URLSearchParams({ ...(ruleId && { rule: ruleId }), ...extra });
  return (
    <div className="flex max-w-5xl flex-col gap-5">
      <div>
        <ButtonLink href={root} variant="link" size="sm" className="mb-2">
          <ArrowLeft aria-hidden />
          {rules('back')}
        </ButtonLink>
        <PageHeader
          title={rule ? t('ofRule', { name: rule.rule.name }) : t('title')}
          description={t('description')}
          actions={ruleId && <ButtonLink href={`${root}/log`}>{t('all')}</ButtonLink>}
        />
      </div>
      {page.runs.length > 0 ? (
        <RunLog workspace={slug} runs={page.runs} names={page.names} />
      ) : (
        <EmptyState icon={ScrollText} title={t('empty')} />
      )}
      <nav aria-label={t('title')} className="flex gap-2 empty:hidden">
        {before && <ButtonLink href={`${root}/log?${query({})}`}>{t('newest')}</ButtonLink>}
        {page.next && (
          <ButtonLink href={`${root}/log?${query({ before: page.next })}`}>{t('older')}</ButtonLink>
        )}
      </nav>
    </div>
  );
}

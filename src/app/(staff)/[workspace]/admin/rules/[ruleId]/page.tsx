import { ArrowLeft, ScrollText } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ruleChoices } from '@/features/rules/choices';
import { getRule } from '@/features/rules/queries';
import { DeleteRule } from '@/features/rules/ui/delete-rule.client';
import { RuleEditor } from '@/features/rules/ui/rule-editor.client';
import { RuleSentence } from '@/features/rules/ui/rule-sentence';
import { RuleSwitch } from '@/features/rules/ui/rule-switch.client';
import { RuleVersions } from '@/features/rules/ui/rule-versions.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';

type Props = Readonly<{ params: Promise<{ workspace: string; ruleId: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rules');
  return { title: t('title') };
}

export default async function RulePage({ params }: Props) {
  const { workspace: slug, ruleId } = await params;
  const { ctx } = await staffPage(slug, 'workspace.manage');
  const id = z.uuid().safeParse(ruleId);
  const page = id.success ? await getRule(ctx, id.data) : null;
  if (!page) notFound();
  const { rule, versions, names } = page;
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
          <PageHeader
            title={rule.name}
            actions={
              <>
                <RuleSwitch workspace={slug} ruleId={rule.id} name={rule.name} active={rule.active} />
                <ButtonLink href={`${root}/log?rule=${rule.id}`}>
                  <ScrollText aria-hidden />
                  {t('log')}
                </ButtonLink>
              </>
            }
          />
        </div>
        <RuleSentence rule={rule} names={names} />
        <RuleEditor
          key={`${rule.version} ${rule.active}`}
          workspace={slug}
          kind={rule.kind}
          rule={rule}
          choices={choices}
          names={names}
        />
        <Panel title={t('versions.title')} description={t('versions.body')}>
          <RuleVersions workspace={slug} ruleId={rule.id} versions={versions} names={names} />
        </Panel>
        <Panel title={t('delete.title')} description={t('delete.body')}>
          <DeleteRule workspace={slug} ruleId={rule.id} name={rule.name} />
        </Panel>
      </div>
    </IslandMessages>
  );
}

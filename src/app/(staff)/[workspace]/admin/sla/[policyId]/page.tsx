import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { conditionChoices } from '@/features/sla/condition-values';
import { getPolicy, listCalendars, listWebhookNames } from '@/features/sla/queries';
import { DeleteSetting } from '@/features/sla/ui/delete-setting.client';
import { PolicyEditor } from '@/features/sla/ui/policy-editor.client';
import { PolicyVersions } from '@/features/sla/ui/policy-versions';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';

type Props = Readonly<{ params: Promise<{ workspace: string; policyId: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('policy');
  return { title: t('title') };
}

export default async function PolicyRoute({ params }: Props) {
  const { workspace: slug, policyId } = await params;
  const { ctx } = await staffPage(slug, 'workspace.manage');
  const id = z.uuid().safeParse(policyId);
  const page = id.success ? await getPolicy(ctx, id.data) : null;
  if (!page) notFound();
  const { policy, versions, names } = page;
  const [t, calendars, choices, webhooks] = await Promise.all([
    getTranslations('policy'),
    listCalendars(ctx),
    conditionChoices(ctx, await getLocale()),
    listWebhookNames(ctx),
  ]);
  return (
    <IslandMessages namespaces={['policy', 'condition', 'problem']}>
      <div className="flex max-w-5xl flex-col gap-5">
        <div>
          <ButtonLink href={`/${slug}/admin/sla`} variant="link" size="sm" className="mb-2">
            <ArrowLeft aria-hidden />
            {t('back')}
          </ButtonLink>
          <PageHeader title={policy.name} />
        </div>
        <PolicyEditor
          key={policy.version}
          workspace={slug}
          policy={policy}
          calendars={calendars}
          choices={choices}
          webhooks={webhooks}
          names={names}
        />
        <Panel title={t('versions.title')} description={t('versions.body')}>
          <PolicyVersions
            workspace={slug}
            policyId={policy.id}
            versions={versions}
            calendars={calendars}
            names={names}
          />
        </Panel>
        <Panel title={t('delete.title')} description={t('delete.body')}>
          <DeleteSetting workspace={slug} kind="policy" id={policy.id} name={policy.name} />
        </Panel>
      </div>
    </IslandMessages>
  );
}

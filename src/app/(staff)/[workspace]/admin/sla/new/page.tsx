import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { conditionChoices } from '@/features/sla/condition-values';
import { listCalendars, listWebhookNames } from '@/features/sla/queries';
import { PolicyEditor } from '@/features/sla/ui/policy-editor.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('policy');
  return { title: t('new') };
}

export default async function NewPolicyPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'workspace.manage');
  const root = `/${workspace.slug}/admin/sla`;
  const [t, calendars, choices, webhooks] = await Promise.all([
    getTranslations('policy'),
    listCalendars(ctx),
    conditionChoices(ctx, await getLocale()),
    listWebhookNames(ctx),
  ]);
  if (calendars.length === 0) redirect(root);
  return (
    <IslandMessages namespaces={['policy', 'condition', 'problem']}>
      <div className="flex max-w-5xl flex-col gap-5">
        <div>
          <ButtonLink href={root} variant="link" size="sm" className="mb-2">
            <ArrowLeft aria-hidden />
            {t('back')}
          </ButtonLink>
          <PageHeader title={t('new')} />
        </div>
        <PolicyEditor
          workspace={workspace.slug}
          policy={null}
          calendars={calendars}
          choices={choices}
          webhooks={webhooks}
          names={{}}
        />
      </div>
    </IslandMessages>
  );
}

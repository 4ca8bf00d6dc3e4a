import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { getWebhook, webhookDeliveries } from '@/features/webhooks/queries';
import { DeliveryLog } from '@/features/webhooks/ui/delivery-log';
import { EditWebhook } from '@/features/webhooks/ui/edit-webhook.client';
import { EndpointState } from '@/features/webhooks/ui/endpoint-state';
import { DeleteWebhook, RotateSecret, TestWebhook } from '@/features/webhooks/ui/webhook-tools.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';

type Props = Readonly<{
  params: Promise<{ workspace: string; endpointId: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('webhooks');
  return { title: t('title') };
}

export default async function WebhookPage({ params, searchParams }: Props) {
  const { workspace: slug, endpointId } = await params;
  const { ctx } = await staffPage(slug, 'workspace.manage');
  const id = z.uuid().safeParse(endpointId);
  const webhook = id.success ? await getWebhook(ctx, id.data) : null;
  if (!webhook) notFound();
  const before = z.uuid().safeParse((await searchParams).before).data;
  const [t, format, log] = await Promise.all([
    getTranslations('webhooks'),
    getFormatter(),
    webhookDeliveries(ctx, { endpointId: webhook.id, before }),
  ]);
  const { oldSecretUntil, active, name } = webhook;
  const until = oldSecretUntil && oldSecretUntil > ctx.now() ? oldSecretUntil : null;
  return (
    <IslandMessages namespaces={['webhooks', 'common', 'problem']}>
      <div className="flex max-w-4xl flex-col gap-5">
        <div>
          <ButtonLink href={`/${slug}/admin/webhooks`} variant="link" size="sm" className="mb-2">
            <ArrowLeft aria-hidden />
            {t('back')}
          </ButtonLink>
          <PageHeader
            title={name}
            actions={<TestWebhook workspace={slug} endpointId={webhook.id} active={active} />}
          />
          <p className="mt-2">
            <EndpointState webhook={webhook} />
          </p>
        </div>
        <Panel title={t('log.title')}>
          <DeliveryLog workspace={slug} deliveries={log.deliveries} />
          {log.next && (
            <ButtonLink href={`?before=${log.next}`} size="sm" className="mt-3">
              {t('log.older')}
            </ButtonLink>
          )}
        </Panel>
        <Panel title={t('form.title')}>
          <EditWebhook key={webhook.updatedAt.getTime()} workspace={slug} webhook={webhook} />
        </Panel>
        <Panel title={t('secret.title')} description={t('secret.body')}>
          <div className="flex flex-wrap items-center gap-3">
            <RotateSecret workspace={slug} endpointId={webhook.id} />
            {until && (
              <p className="text-ink-soft text-sm">
                {t('secret.both', {
                  until: format.dateTime(until, { dateStyle: 'medium', timeStyle: 'short' }),
                })}
              </p>
            )}
          </div>
        </Panel>
        <Panel title={t('form.delete')} description={t('form.deleteBody')}>
          <DeleteWebhook workspace={slug} endpointId={webhook.id} name={name} />
        </Panel>
      </div>
    </IslandMessages>
  );
}

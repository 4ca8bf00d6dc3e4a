import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { installationOf } from '@/features/channels/installation';
import {
  getMailboxForm,
  getTestTicket,
  listTeamChoices,
  type MailboxForm as Stored,
} from '@/features/channels/queries';
import { InboundAddress } from '@/features/channels/ui/inbound-address.client';
import { MailboxForm } from '@/features/channels/ui/mailbox-form.client';
import { TestMail } from '@/features/channels/ui/test-mail.client';
import { IslandMessages } from '@/i18n/island-messages';
import { type StaffPage, staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';

type Props = Readonly<{
  params: Promise<{ workspace: string; channelId: string }>;
  searchParams: Promise<{ test?: string }>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('channels');
  return { title: t('title') };
}

export default async function ChannelPage({ params, searchParams }: Props) {
  const { workspace: slug, channelId } = await params;
  const page = await staffPage(slug, 'channel.manage');
  const { ctx, workspace } = page;
  const mailbox = z.uuid().safeParse(channelId).success ? await getMailboxForm(ctx, channelId) : null;
  if (!mailbox) notFound();
  const [t, teams] = await Promise.all([getTranslations('channels'), listTeamChoices(ctx)]);
  const messageId = (await searchParams).test?.slice(0, 200) ?? null;
  return (
    <IslandMessages namespaces={['channels', 'common', 'problem']}>
      <div className="flex max-w-3xl flex-col gap-6">
        <ButtonLink variant="link" href={`/${workspace.slug}/admin/channels`} className="self-start">
          <ArrowLeft aria-hidden />
          {t('back')}
        </ButtonLink>
        <PageHeader title={mailbox.name} description={mailbox.address} />
        {mailbox.enabled && mailbox.health === 'failing' && (
          <Notice tone="danger" title={t('failingTitle')}>
            {mailbox.healthDetail}
          </Notice>
        )}
        <Trying page={page} mailbox={mailbox} messageId={messageId} />
        <MailboxForm workspace={workspace.slug} stored={mailbox} teams={teams} {...installationOf()} />
      </div>
    </IslandMessages>
  );
}

type TryingProps = Readonly<{ page: StaffPage; mailbox: Stored; messageId: string | null }>;

async function Trying({ page, mailbox, messageId }: TryingProps) {
  const { ctx, workspace } = page;
  const t = await getTranslations('channels');
  const test = messageId ? { messageId, ticket: await getTestTicket(ctx, messageId) } : null;
  return (
    <>
      <Panel title={t('testMail.title')}>
        <TestMail workspace={workspace.slug} channelId={mailbox.id} test={test} />
      </Panel>
      {mailbox.incoming.kind === 'webhook' && (
        <Panel title={t('inbound.title')} description={t('inbound.description')}>
          <InboundAddress workspace={workspace.slug} channelId={mailbox.id} hasKey={mailbox.hasKey} />
        </Panel>
      )}
    </>
  );
}

import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { listTeamChoices } from '@/features/channels/queries';
import { getChatAccount, type ChatAccountForm as Stored } from '@/features/chat/account-queries';
import { ChatAccountForm } from '@/features/chat/ui/setup/account-form.client';
import { ChatHealthLight } from '@/features/chat/ui/setup/account-table';
import { CodeBlock } from '@/features/chat/ui/setup/code-block.client';
import { IdentityPanel } from '@/features/chat/ui/setup/identity-panel.client';
import { TryChat } from '@/features/chat/ui/setup/try-chat.client';
import { listCalendars } from '@/features/sla/queries';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { env } from '@/server/env';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Panel } from '@/ui/panel';

type Props = Readonly<{ params: Promise<{ workspace: string; accountId: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('chatSetup');
  return { title: t('title') };
}

export default async function ChatAccountPage({ params }: Props) {
  const { workspace: slug, accountId } = await params;
  const { ctx, workspace } = await staffPage(slug, 'channel.manage');
  const stored = z.uuid().safeParse(accountId).success ? await getChatAccount(ctx, accountId) : null;
  if (!stored) notFound();
  const [t, teams, calendars] = await Promise.all([
    getTranslations('chatSetup'),
    listTeamChoices(ctx),
    listCalendars(ctx),
  ]);
  const { publicKey, health, kids, ...initial } = stored;
  return (
    <IslandMessages namespaces={['chatSetup', 'common', 'problem']}>
      <div className="flex max-w-4xl flex-col gap-6">
        <ButtonLink variant="link" href={`/${workspace.slug}/admin/chat`} className="self-start">
          <ArrowLeft aria-hidden />
          {t('back')}
        </ButtonLink>
        <PageHeader
          title={initial.name}
          description={t(`healthHint.${health}`)}
          actions={<ChatHealthLight health={health} />}
        />
        <Snippet publicKey={publicKey} />
        <Panel title={t('test.title')}>
          <TryChat workspace={workspace.slug} accountId={accountId} />
        </Panel>
        <ChatAccountForm workspace={workspace.slug} initial={initial} teams={teams} calendars={calendars} />
        <Panel title={t('identity.title')} description={t('identity.body')}>
          <IdentityPanel workspace={workspace.slug} accountId={accountId} publicKey={publicKey} kids={kids} />
        </Panel>
      </div>
    </IslandMessages>
  );
}

async function Snippet({ publicKey }: Pick<Stored, 'publicKey'>) {
  const t = await getTranslations('chatSetup.snippet');
  const origin = env().PUBLIC_URL;
  return (
    <Panel title={t('title')} description={t('body')}>
      <div className="flex flex-col gap-2">
        <CodeBlock
          label={t('title')}
          code={`<script async src="${origin}/widget.js" data-key="${publicKey}"></script>`}
        />
        <p className="text-ink-soft text-sm">{t('csp', { origin })}</p>
      </div>
    </Panel>
  );
}

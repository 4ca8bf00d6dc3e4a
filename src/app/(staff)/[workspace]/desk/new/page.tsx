import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { may } from '@/domain/permission/can';
import { ticketChoices } from '@/features/tickets/queries-side';
import { NewTicketForm } from '@/features/tickets/ui/new-ticket/new-ticket-form.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk.new');
  return { title: t('title') };
}

export default async function NewTicketPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'ticket.create');
  const [t, { people, teams, tags, fields }] = await Promise.all([
    getTranslations('desk.new'),
    ticketChoices(ctx),
  ]);
  return (
    <IslandMessages namespaces={['desk', 'problem', 'fields.own']}>
      <div className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 py-6 sm:px-6">
        <PageHeader title={t('title')} description={t('description')} />
        <NewTicketForm
          workspace={workspace.slug}
          choices={{ people, teams, tags }}
          fields={fields}
          mayReply={may(ctx.actor, 'ticket.reply')}
        />
      </div>
    </IslandMessages>
  );
}

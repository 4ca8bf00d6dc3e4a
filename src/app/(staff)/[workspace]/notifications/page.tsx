import { BellRing, Settings } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listNotices } from '@/features/notifications/queries';
import { NoticeList } from '@/features/notifications/ui/notice-list.client';
import { ReadAll } from '@/features/notifications/ui/read-all.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { TabLinks } from '@/ui/tab-links';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ show?: string | string[]; after?: string | string[] }>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notification');
  return { title: t('title') };
}

export default async function NotificationsPage({ params, searchParams }: Props) {
  const { ctx, workspace, user } = await staffPage((await params).workspace, 'ticket.read');
  const { show, after } = await searchParams;
  const which = show === 'all' ? 'all' : 'unread';
  const until = ctx.now().getTime();
  const asked = { userId: user.id, unreadOnly: which === 'unread' };
  const [t, { groups, next }] = await Promise.all([
    getTranslations('notification'),
    listNotices(ctx, user, { ...asked, after: typeof after === 'string' ? after : undefined }),
  ]);
  const here = `/${workspace.slug}/notifications?show=`;
  return (
    <IslandMessages namespaces={['notification']}>
      <div className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
        <PageHeader
          title={t('title')}
          description={t('description')}
          actions={
            <>
              <ReadAll workspace={workspace.slug} until={until} />
              <ButtonLink variant="ghost" href={`/${workspace.slug}/me/notifications`}>
                <Settings aria-hidden />
                {t('settings')}
              </ButtonLink>
            </>
          }
        />
        <TabLinks
          label={t('tabs')}
          tabs={(['unread', 'all'] as const).map((each) => ({
            href: `${here}${each}`,
            label: t(each),
            current: each === which,
          }))}
        />
        {groups.length === 0 ? (
          <EmptyState icon={BellRing} title={t(`empty.${which}`)}>
            {t(`empty.${which}Body`)}
          </EmptyState>
        ) : (
          <NoticeList workspace={workspace.slug} groups={groups} until={until} />
        )}
        {next && (
          <ButtonLink href={`${here}${which}&after=${next}`} className="self-start">
            {t('older')}
          </ButtonLink>
        )}
      </div>
    </IslandMessages>
  );
}

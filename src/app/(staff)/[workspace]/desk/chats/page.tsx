import { MessagesSquare } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listTeamChoices } from '@/features/channels/queries';
import { chatNews, listChats } from '@/features/chat/queries';
import { ChatColumn } from '@/features/chat/ui/chat-column.client';
import { KeepBoard } from '@/features/chat/ui/keep-board.client';
import { SoundSwitch, WaitingList } from '@/features/chat/ui/waiting-list.client';
import { MacroProvider } from '@/features/macros/ui/macro-provider.client';
import { PromiseProvider } from '@/features/promises/ui/promise-provider.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

/** Side by side; who has more finds the rest at the side. */
const MOST_SHOWN = 6;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('chat');
  return { title: t('title') };
}

export default async function ChatsPage({ params }: Props) {
  const { ctx, workspace, user } = await staffPage((await params).workspace, 'ticket.reply');
  const [t, { mine }, teams] = await Promise.all([
    getTranslations('chat'),
    listChats(ctx),
    listTeamChoices(ctx),
  ]);
  const { slug } = workspace;
  const shown = mine
    .slice(0, MOST_SHOWN)
    .map(({ id }) => chatNews(ctx, { sessionId: id, after: 0, workspace: slug }));
  const chats = (await Promise.all(shown)).flatMap((news) => news ?? []);
  return (
    <IslandMessages namespaces={['chat', 'macro', 'problem', 'common', 'promise']}>
      <div className="flex h-[calc(100dvh-3rem)] min-h-[30rem] flex-col gap-4 p-4 lg:h-dvh">
        <PageHeader title={t('title')} description={t('description')} actions={<SoundSwitch />} />
        <div className="flex min-h-0 flex-1 gap-4 max-sm:flex-col max-sm:overflow-y-auto">
          <WaitingList />
          <div className="flex min-h-0 min-w-0 flex-1 snap-x gap-3 overflow-x-auto max-sm:min-h-[28rem]">
            {chats.length === 0 && (
              <EmptyState icon={MessagesSquare} title={t('mine.none')}>
                {t('mine.noneBody')}
              </EmptyState>
            )}
            {chats.map((news) => (
              <MacroProvider
                key={news.chat.id}
                workspace={slug}
                ticketId={news.chat.ticketId}
                language={news.chat.language}
              >
                <PromiseProvider workspace={slug} timeZone={user.timeZone}>
                  <ChatColumn workspace={slug} news={news} teams={teams} />
                </PromiseProvider>
              </MacroProvider>
            ))}
          </div>
        </div>
      </div>
      <KeepBoard shown={chats.map(({ chat }) => chat.id)} most={MOST_SHOWN} />
    </IslandMessages>
  );
}

import { BookOpen, ChartColumn, Gauge, MessageSquareHeart, Plus, Settings } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { may } from '@/domain/permission/can';
import type { StaffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { Kbd } from '@/ui/kbd';
import { COUNT_LIMIT, type ViewCounts } from '../queries';
import type { ViewLine } from '../saved-views';
import { RailLink } from './rail-link.client';
import { SavedNav } from './saved-nav.client';
import { SearchBox } from './search-box.client';
import { ShortcutSheet } from './shortcut-sheet.client';
import { ViewNav } from './view-nav.client';
import { WorkspaceSwitcher } from './workspace-switcher.client';

type Props = Readonly<{
  page: StaffPage;
  counts: ViewCounts;
  /** The saved views that the person sees. */
  saved: readonly ViewLine[];
  /** When the page began to read, in milliseconds since 1970. */
  at: number;
  /** The menu of the person's own account. */
  account: ReactNode;
  /** How to get the next ticket of one's queues, for those who have any. */
  next: ReactNode;
  /** The person's chats, where the workspace has any. */
  chats: ReactNode;
}>;

/** What stands at the left of every staff page: where I am, what waits, and where else to go. */
export async function Rail({ page, counts, saved, at, account, next, chats }: Props) {
  const { ctx, workspace, workspaces, user } = page;
  const t = await getTranslations('desk.rail');
  const mayAdmin = may(ctx.actor, 'admin.read');
  const mayCreate = may(ctx.actor, 'ticket.create');
  return (
    <div className="flex h-full min-h-0 flex-col gap-4 overflow-y-auto p-3">
      <div className="in-data-drawer:pr-9">
        <WorkspaceSwitcher current={workspace} workspaces={workspaces} />
      </div>
      <div className="flex flex-col gap-2">
        <SearchBox workspace={workspace.slug} userId={user.id} />
        {mayCreate && (
          <ButtonLink href={`/${workspace.slug}/desk/new`} className="h-8 justify-start px-2">
            <Plus aria-hidden />
            <span className="min-w-0 flex-1 truncate text-left">{t('newTicket')}</span>
            <span aria-hidden className="hidden lg:block">
              <Kbd>C</Kbd>
            </span>
          </ButtonLink>
        )}
        {next}
      </div>
      <ViewNav
        workspace={workspace.slug}
        counts={counts}
        countLimit={COUNT_LIMIT}
        mayTrash={may(ctx.actor, 'ticket.delete')}
      />
      <SavedNav workspace={workspace.slug} views={saved} at={at} countLimit={COUNT_LIMIT} />
      {chats}
      <div className="mt-auto flex flex-col gap-px border-line border-t pt-3">
        {may(ctx.actor, 'knowledge.read') && (
          <RailLink href={`/${workspace.slug}/knowledge`} icon={<BookOpen aria-hidden strokeWidth={1.75} />}>
            {t('knowledge')}
          </RailLink>
        )}
        {may(ctx.actor, 'insights.read') && (
          <RailLink
            href={`/${workspace.slug}/insights`}
            icon={<ChartColumn aria-hidden strokeWidth={1.75} />}
          >
            {t('insights')}
          </RailLink>
        )}
        {may(ctx.actor, 'workload.read') && (
          <RailLink href={`/${workspace.slug}/workload`} icon={<Gauge aria-hidden strokeWidth={1.75} />}>
            {t('workload')}
          </RailLink>
        )}
        <RailLink
          href={`/${workspace.slug}/feedback`}
          icon={<MessageSquareHeart aria-hidden strokeWidth={1.75} />}
        >
          {t('feedback')}
        </RailLink>
        {mayAdmin && (
          <RailLink href={`/${workspace.slug}/admin`} icon={<Settings aria-hidden strokeWidth={1.75} />}>
            {t('admin')}
          </RailLink>
        )}
        <div className="max-lg:hidden">
          <ShortcutSheet
            workspace={workspace.slug}
            switchedOff={!user.shortcuts}
            mayAdmin={mayAdmin}
            mayCreate={mayCreate}
          />
        </div>
        {account}
      </div>
    </div>
  );
}

import { Bell, Contact, Handshake, PhoneForwarded, Plus, Sun } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { may } from '@/domain/permission/can';
import { hasChat, listChats } from '@/features/chat/queries';
import { ChatSwitcher } from '@/features/chat/ui/chat-switcher.client';
import { ConnectionBanner, Live } from '@/features/live/live.client';
import { bellOf } from '@/features/notifications/queries';
import { BellCount } from '@/features/notifications/ui/bell-count';
import { BrowserNotices } from '@/features/notifications/ui/browser-notices.client';
import { PhoneButton } from '@/features/phone/ui/phone-button';
import { PhoneDock } from '@/features/phone/ui/phone-dock';
import { getOwnStanding } from '@/features/routing/queries';
import { NextTicket } from '@/features/routing/ui/next-ticket.client';
import { OutboxBar } from '@/features/tickets/ui/outbox-bar.client';
import { countViews } from '@/features/views/queries';
import { listSavedViews } from '@/features/views/saved-views';
import { Palette } from '@/features/views/ui/palette.client';
import { PaletteButton } from '@/features/views/ui/palette-button.client';
import { Rail } from '@/features/views/ui/rail';
import { RailDrawer } from '@/features/views/ui/rail-drawer.client';
import { RailLink } from '@/features/views/ui/rail-link.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { UndoKey } from '@/ui/undo-key.client';
import { AccountMenu } from './account-menu.client';
import { Parts } from './parts';

/** Counters may be a few seconds old; lists and tickets ask for themselves, and sooner. */
const CALM_MILLISECONDS = 10_000;

/** What the islands of the frame and of its lists say; pages add what is theirs. */
const FRAME_MESSAGES = [
  'desk.views',
  'views.rail',
  'desk.rail',
  'desk.list',
  'desk.preview',
  'desk.bulk',
  'desk.trail',
  'desk.live',
  'desk.outbox',
  'desk.keys',
  'desk.palette',
  'sla.metric',
  'sla.countdown',
  'sla.duration',
  'routing',
  'chat',
] as const;

type Props = Readonly<{ children: ReactNode; params: Promise<{ workspace: string }> }>;

export default async function StaffLayout({ children, params }: Props) {
  const page = await staffPage((await params).workspace, 'ticket.read');
  const { ctx, workspace, user } = page;
  const since = ctx.now().getTime();
  const [t, common, counts, saved, standing, chats, bell] = await Promise.all([
    getTranslations('desk.rail'),
    getTranslations('common'),
    countViews(ctx),
    listSavedViews(ctx),
    getOwnStanding(ctx),
    hasChat(ctx).then((has) => (has && may(ctx.actor, 'ticket.reply') ? listChats(ctx) : null)),
    bellOf(ctx, user),
  ]);
  const account = (
    <AccountMenu
      workspace={workspace.slug}
      name={user.name}
      email={user.email}
      availability={standing?.state ?? null}
      onPhone={standing?.onPhone ?? null}
    />
  );
  const next = (
    <div className="flex flex-col gap-px">
      <PaletteButton />
      <RailLink
        href={`/${workspace.slug}/notifications`}
        icon={<Bell aria-hidden strokeWidth={1.75} />}
        count={<BellCount unread={bell.unread} />}
      >
        {t('notifications')}
      </RailLink>
      {may(ctx.actor, 'insights.own') && (
        <RailLink href={`/${workspace.slug}/today`} icon={<Sun aria-hidden strokeWidth={1.75} />}>
          {t('today')}
        </RailLink>
      )}
      {standing?.mayAskForNext && <NextTicket workspace={workspace.slug} />}
      <PhoneButton page={page} look="rail" />
      <RailLink href={`/${workspace.slug}/customers`} icon={<Contact aria-hidden strokeWidth={1.75} />}>
        {t('customers')}
      </RailLink>
      {may(ctx.actor, 'ticket.reply') && (
        <RailLink
          href={`/${workspace.slug}/callbacks`}
          icon={<PhoneForwarded aria-hidden strokeWidth={1.75} />}
        >
          {t('callbacks')}
        </RailLink>
      )}
      <RailLink href={`/${workspace.slug}/promises`} icon={<Handshake aria-hidden strokeWidth={1.75} />}>
        {t('promises')}
      </RailLink>
    </div>
  );
  const rail = (
    <Rail
      page={page}
      counts={counts}
      saved={saved}
      at={since}
      account={account}
      next={next}
      chats={chats && <ChatSwitcher />}
    />
  );
  return (
    <IslandMessages namespaces={FRAME_MESSAGES}>
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {common('skipToContent')}
      </a>
      <UndoKey />
      <Parts workspace={workspace.slug} chats={chats}>
        <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] print:block">
          <aside
            aria-label={t('navigation')}
            className="sticky top-0 hidden h-dvh border-line border-r bg-sunken lg:block print:hidden"
          >
            {rail}
          </aside>
          <header className="sticky top-0 z-30 flex h-12 items-center gap-1 border-line border-b bg-sunken px-2 lg:hidden print:hidden">
            <RailDrawer>{rail}</RailDrawer>
            <span className="min-w-0 flex-1 truncate px-1 font-semibold">{workspace.name}</span>
            <ButtonLink
              variant="ghost"
              size="icon"
              href={`/${workspace.slug}/notifications`}
              className="relative"
            >
              <Bell aria-hidden />
              <span className="sr-only">{t('notifications')}</span>
              <BellCount unread={bell.unread} className="absolute top-0.5 right-0" />
            </ButtonLink>
            <PhoneButton page={page} look="icon" />
            {may(ctx.actor, 'ticket.create') && (
              <ButtonLink
                variant="ghost"
                size="icon"
                href={`/${workspace.slug}/desk/new`}
                aria-label={t('newTicket')}
              >
                <Plus aria-hidden />
              </ButtonLink>
            )}
          </header>
          <div className="flex min-w-0 flex-col">
            <ConnectionBanner workspace={workspace.slug}>
              <OutboxBar workspace={workspace.slug} userId={user.id} />
            </ConnectionBanner>
            <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
              {children}
            </main>
          </div>
        </div>
      </Parts>
      <Palette workspace={workspace.slug} />
      <PhoneDock page={page} />
      <BrowserNotices workspace={workspace.slug} fresh={bell.fresh} />
      <Live workspace={workspace.slug} topics={['calls', 'notices']} since={since} pauseMilliseconds={250} />
      <Live
        workspace={workspace.slug}
        topics={['tickets']}
        since={since}
        pauseMilliseconds={CALM_MILLISECONDS}
      />
    </IslandMessages>
  );
}

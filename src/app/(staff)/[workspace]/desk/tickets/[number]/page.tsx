import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { may } from '@/domain/permission/can';
import { toneLanguage } from '@/domain/tone/phrase';
import { chatOfTicket } from '@/features/chat/queries';
import { ColleaguesHere } from '@/features/collision/ui/colleagues.client';
import { CustomerPanel } from '@/features/customers/ui/customer-panel';
import { focusOnTicket } from '@/features/focus/queries';
import { FocusPanel, MeasuredFocus } from '@/features/focus/ui/focus-panel';
import { TicketArticles } from '@/features/knowledge/ui/ticket-articles.client';
import { linksOnTicket } from '@/features/links/queries';
import { LinkMenuItem } from '@/features/links/ui/link-openers.client';
import { LinksPanel } from '@/features/links/ui/links-panel';
import { SimilarPanel } from '@/features/links/ui/similar-panel.client';
import { Live } from '@/features/live/live.client';
import { MacroPicker } from '@/features/macros/ui/macro-picker.client';
import { TicketFollowers } from '@/features/notifications/ui/ticket-followers';
import { type CallCard as CallOnTicket, listCallsOfTicket } from '@/features/phone/queries';
import { CallCard } from '@/features/phone/ui/call-card';
import { TicketPhone } from '@/features/phone/ui/ticket-phone';
import { guestLinksUntil } from '@/features/portal/guest-links';
import { GuestLinkPanel } from '@/features/portal/ui/guest-link-panel.client';
import { promisesOnTicket } from '@/features/promises/queries';
import { PromisePanel } from '@/features/promises/ui/promise-panel';
import { clocksOnTicket } from '@/features/sla/clocks-on-ticket';
import { ClockPanel } from '@/features/sla/ui/clock-panel';
import { surveysByHand } from '@/features/surveys/queries-choice';
import { FeedbackPanel } from '@/features/surveys/ui/feedback-panel';
import { sidesOnTicket } from '@/features/tickets/commands/read-sides';
import { getTicketPage, type TicketPage } from '@/features/tickets/queries';
import { Seen } from '@/features/tickets/ui/seen.client';
import { SidesPanel } from '@/features/tickets/ui/side/sides-panel';
import { TicketScreen } from '@/features/tickets/ui/ticket-screen';
import { WayItems, WayKeys } from '@/features/tickets/ui/ways-on.client';
import { uploadLimit } from '@/features/tickets/upload-limit';
import { ListTrail } from '@/features/views/ui/list-trail';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import type { StaffContext } from '@/server/context';
import { Answering } from './answering';
import { BesideTicket, besideTicket } from './beside';
import { Checklists } from './checklists';
import { Helpers } from './helpers';
import { OpenSide } from './open-side';

/** What the islands of a ticket say, besides those of the frame. */
const TICKET_MESSAGES = [
  'ticket',
  'customer.block',
  'social.hindrance',
  'social.limits',
  'social.refused',
  'social.warning',
  'social.switch',
  'social.templates',
  'social.message',
  'social.resend',
  'macro.picker',
  'macro.snippets',
  'action.kind',
  'action.field',
  'tone',
  'promise.panel',
  'promise.about',
  'promise.form',
  'promise.tool',
  'promise.group',
  'knowledge.fromTicket',
  'notification.followers',
  'feedback.ask',
  'focus.dialog',
  'link',
  'action.editor',
  'template',
] as const;

type Search = Readonly<Record<string, string | string[] | undefined>>;
type Props = Readonly<{
  params: Promise<{ workspace: string; number: string }>;
  searchParams: Promise<Search>;
}>;

const NUMBER = /^[1-9]\d{0,8}$/;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Title and page ask for the same; the database is asked once. */
const load = cache(async (workspace: string, number: string, ...[from, opened]: (string | null)[]) => {
  const staff = await staffPage(workspace, 'ticket.read');
  const since = staff.ctx.now();
  const shown = { from: idsIn(from)[0] ?? null, open: idsIn(opened) };
  const page = NUMBER.test(number) ? await getTicketPage(staff.ctx, Number(number), shown) : null;
  return { staff, page, since };
});

const idsIn = (text: string | null | undefined) => (text ?? '').split(',').filter((id) => ID.test(id));

const asked = async ({ params, searchParams }: Props) => {
  const [{ workspace, number }, search] = await Promise.all([params, searchParams]);
  const loaded = await load(workspace, number, one(search, 'from'), one(search, 'open'));
  return { ...loaded, workspace, number, search };
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { number, page } = await asked(props);
  const t = await getTranslations('ticket');
  if (!page || !('ticket' in page)) return {};
  return { title: t('pageTitle', { number, subject: page.ticket.subject }) };
}

export default async function TicketRoute(props: Props) {
  const { workspace, number, search, staff, page, since } = await asked(props);
  if (!page) notFound();
  if ('mergedInto' in page) redirect(withSearch(workspace, page.mergedInto, { ...search, merged: number }));
  const { ticket, others, earlier } = page;
  const merged = one(search, 'merged');
  const allHref = withSearch(workspace, ticket.number, { ...search, links: 'all' });
  const sideHref = sideHrefs(workspace, ticket.number, search);
  const [clocks, promises, chat, calls, beside, linkUntil, focus, links, surveys, sides] = await around(
    staff.ctx,
    page,
    one(search, 'links') === 'all',
  );
  return (
    <IslandMessages namespaces={TICKET_MESSAGES}>
      <Helpers staff={staff} ticket={ticket}>
        <TicketScreen
          page={page}
          staff={staff}
          limit={uploadLimit()}
          mergedFrom={merged && NUMBER.test(merged) ? Number(merged) : null}
          earlierHref={earlier && withSearch(workspace, ticket.number, { ...search, from: earlier })}
          trail={
            <ListTrail
              ctx={staff.ctx}
              workspace={workspace}
              timeZone={staff.user.timeZone}
              searchParams={search}
            />
          }
          forwardHref={(forward) => sideHref({ side: 'new', forward })}
          more={
            <>
              {page.may.update && <LinkMenuItem />}
              <WayItems ticketHref={`/${workspace}/desk/tickets/${ticket.number}`} />
            </>
          }
          company={<ColleaguesHere workspace={workspace} ticketId={ticket.id} />}
          macros={page.may.note && <MacroPicker workspace={workspace} ticketId={ticket.id} />}
          chat={(composer) => (
            <Answering staff={staff} page={page} chat={chat} promises={promises} links={links}>
              {composer}
            </Answering>
          )}
          beneath={callCards(workspace, calls)}
          customer={
            <>
              <TicketPhone page={staff} ticket={ticket} />
              <ClockPanel shown={clocks} />
              <Checklists staff={staff} page={page} />
              <LinksPanel workspace={workspace} groups={links} allHref={allHref} may={page.may} />
              <SimilarPanel key={ticket.id} workspace={workspace} ticketId={ticket.id} may={page.may} />
              <SidesPanel sides={sides} hrefOf={(side) => sideHref({ side })} mayWrite={page.may.reply} />
              <TicketFollowers staff={staff} page={page} />
              <PromisePanel workspace={workspace} timeZone={staff.user.timeZone} shown={promises} />
              <FocusPanel workspace={workspace} focus={focus} />
              <FeedbackPanel
                notes={beside.notes}
                asking={page.may.reply ? { workspace, ticketId: ticket.id, surveys } : null}
              />
              <TicketArticles
                workspace={workspace}
                ticketId={ticket.id}
                locale={toneLanguage(ticket.language, staff.workspace.locale)}
                may={{
                  reply: page.may.reply,
                  note: page.may.note,
                  write: may(staff.ctx.actor, 'knowledge.write'),
                }}
              />
              <GuestLinks
                workspace={workspace}
                ticketId={ticket.id}
                until={linkUntil}
                mayRevoke={page.may.reply}
              />
              <CustomerPanel
                workspace={workspace}
                ticket={ticket}
                others={others}
                fields={page.choices.customerFields}
                now={since}
                mayBlock={may(staff.ctx.actor, 'customer.block')}
              >
                <BesideTicket workspace={workspace} customerId={ticket.requesterId} beside={beside} />
              </CustomerPanel>
            </>
          }
        />
      </Helpers>
      <OpenSide
        staff={staff}
        page={page}
        asked={{ side: one(search, 'side'), forward: one(search, 'forward') }}
        hrefOf={(side) => sideHref(side ? { side } : {})}
      />
      <WayKeys ticketHref={`/${workspace}/desk/tickets/${ticket.number}`} />
      <MeasuredFocus workspace={workspace} focus={focus} />
      <Seen
        workspace={workspace}
        ticketId={ticket.id}
        at={since.getTime()}
        activityAt={ticket.activityAt.getTime()}
      />
      <Live
        workspace={workspace}
        topics={[`ticket:${ticket.id}`]}
        since={since.getTime()}
        pauseMilliseconds={250}
      />
    </IslandMessages>
  );
}

/** What stands around the conversation of a ticket, each asked of the feature that owns it, all at once. */
const around = (ctx: StaffContext, { ticket, may }: TicketPage, all: boolean) =>
  Promise.all([
    clocksOnTicket(ctx, ticket.id),
    promisesOnTicket(ctx, ticket.id),
    chatOfTicket(ctx, ticket.id),
    listCallsOfTicket(ctx, ticket.id),
    besideTicket(ctx, { ticketId: ticket.id, customerId: ticket.requesterId }),
    guestLinksUntil(ctx, ticket.id),
    focusOnTicket(ctx, ticket.id),
    linksOnTicket(ctx, { ticketId: ticket.id, all }),
    may.reply ? surveysByHand(ctx) : [],
    sidesOnTicket(ctx, ticket.id),
  ]);

/** The address of the ticket with a conversation beside it open, and nothing else changed. */
function sideHrefs(workspace: string, number: number, { side: _, forward: __, ...search }: Search) {
  return (open: Search) => withSearch(workspace, number, { ...search, ...open });
}

type GuestLinksProps = Readonly<{
  workspace: string;
  ticketId: string;
  until: Date | null;
  mayRevoke: boolean;
}>;

/** Until when mailed links open this request; nothing where none do. */
const GuestLinks = ({ until, ...rest }: GuestLinksProps) =>
  until && <GuestLinkPanel {...rest} until={until} />;

/** What is shown below the messages that stand for calls, by their ids. */
const callCards = (workspace: string, calls: readonly CallOnTicket[]) =>
  Object.fromEntries(
    calls.flatMap((call) =>
      call.messageId ? [[call.messageId, <CallCard key={call.id} call={call} workspace={workspace} />]] : [],
    ),
  );

function one(search: Search, name: string): string | null {
  const value = search[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

function withSearch(workspace: string, number: number, search: Search): string {
  const kept = Object.entries(search).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  );
  const query = new URLSearchParams(kept).toString();
  return `/${workspace}/desk/tickets/${number}${query && `?${query}`}`;
}

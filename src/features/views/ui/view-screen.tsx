import { AlarmClock } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { hasBoard } from '@/domain/view/board';
import {
  type DueSpan,
  duePlaceToText,
  dueRange,
  isAsideView,
  placeToText,
  type View,
} from '@/domain/view/view';
import type { StaffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import type { DueAddress, ViewAddress } from '../address';
import { listByDue } from '../due-list';
import { type ListPage, listView } from '../queries';
import { lineRows } from '../ticket-rows';
import { bulkUser } from './bulk-user';
import { DueLinks } from './due-links';
import { LayoutLinks } from './layout-links';
import { ListFrame } from './list-frame';
import { Pager } from './pager';
import { SortLinks } from './sort-links';
import { TicketList } from './ticket-list.client';
import { VIEW_ICONS } from './view-icons';
import { type ListAsked, listQuery, viewHref } from './view-links';

type Props = Readonly<{ staff: StaffPage; address: ViewAddress }>;

/** One page of a view. */
export async function ViewScreen({ staff, address }: Props) {
  const { view, sort, after, before } = address;
  const workspace = staff.workspace.slug;
  const span = sort === 'due' ? address.span : null;
  const [t, sla, page] = await Promise.all([
    getTranslations('desk'),
    getTranslations('sla.list'),
    sort === 'due' ? dueList(staff, address) : listView(staff.ctx, address),
  ]);
  const name = t(`views.${view}`);
  const asked = { view, sort, span };
  const shown = {
    workspace,
    caption: sort === 'due' ? sla('caption', { view: name }) : t('list.caption', { view: name }),
  };
  return (
    <ListFrame
      title={name}
      pager={
        <>
          {hasBoard(view) && (
            <>
              <LayoutLinks workspace={workspace} view={view} layout="list" />
              <SortLinks workspace={workspace} asked={asked} />
            </>
          )}
          <Pager {...waysFrom(workspace, asked, page)} byDue={sort === 'due'} />
        </>
      }
    >
      {sort === 'due' && <DueLinks workspace={workspace} view={view} span={span} />}
      {page.rows.length === 0 ? (
        <EmptyView view={view} span={span} workspace={workspace} />
      ) : (
        <TicketList
          key={`${view} ${sort} ${span} ${after?.id} ${before?.id}`}
          {...shown}
          rows={lineRows(page.rows)}
          trail={listQuery(asked)}
          byDue={sort === 'due'}
          bulk={bulkUser(staff)}
          aside={isAsideView(view) ? view : null}
          rest={restOf(address, page)}
          live={!page.newer && sort !== 'due'}
        />
      )}
    </ListFrame>
  );
}

/** The view, where other pages have more of its tickets; by due time it may be a part of it only. */
const restOf = ({ view, sort }: ViewAddress, { older, newer }: ListPage): View | null =>
  sort !== 'due' && (older || newer) ? view : null;

function dueList({ ctx, user }: StaffPage, { view, span, after, before }: DueAddress): Promise<ListPage> {
  const range = span && dueRange(span, ctx.now(), user.timeZone);
  return listByDue(ctx, { view, range, after, before });
}

function waysFrom(workspace: string, asked: ListAsked, { rows, newer, older }: ListPage) {
  const href = viewHref(workspace, asked.view, asked);
  const placeOf = asked.sort === 'due' ? duePlaceToText : placeToText;
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    newer: newer && first ? `${href}&before=${placeOf(first)}` : null,
    older: older && last ? `${href}&after=${placeOf(last)}` : null,
  };
}

type EmptyProps = Readonly<{ view: View; span: DueSpan | null; workspace: string }>;

async function EmptyView({ view, span, workspace }: EmptyProps) {
  const [t, sla] = await Promise.all([getTranslations('desk'), getTranslations('sla.list')]);
  if (span) {
    const all = <ButtonLink href={viewHref(workspace, view, { sort: 'due' })}>{sla('span.all')}</ButtonLink>;
    return <EmptyState icon={AlarmClock} title={sla(`empty.${span}`)} actions={all} />;
  }
  const action =
    view === 'mine' ? (
      <ButtonLink href={viewHref(workspace, 'unassigned')}>{t('views.unassigned')}</ButtonLink>
    ) : null;
  return (
    <EmptyState icon={VIEW_ICONS[view]} title={t(`empty.${view}.title`)} actions={action}>
      {t(`empty.${view}.body`)}
    </EmptyState>
  );
}

import { ListFilter, Pencil } from 'lucide-react';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ViewGroup } from '@/domain/view/saved-view';
import { ownChoices } from '@/features/fields/commands/own-choices';
import { IslandMessages } from '@/i18n/island-messages';
import type { StaffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import type { SavedAddress } from '../address';
import { listTickets } from '../queries';
import { cellsFor } from '../saved-cells';
import { pageOfView } from '../saved-list';
import { fitsOrder, type SavedPlace, savedPlaceFromText, savedPlaceToText } from '../saved-place';
import { getShownView, type ShownView } from '../saved-views';
import { lineRows, type TicketRow } from '../ticket-rows';
import { bulkUser } from './bulk-user';
import { inListOrder } from './list-columns';
import { ListFrame } from './list-frame';
import { Pager } from './pager';
import { TicketList } from './ticket-list.client';
import { savedHref } from './view-links';
import { ViewLookMenu } from './view-look.client';

type Props = Readonly<{ staff: StaffPage; address: SavedAddress }>;

/** One page of a saved view, as the view says or as this reader wants it. */
export async function SavedScreen({ staff, address }: Props) {
  const { ctx, workspace } = staff;
  const view = await getShownView(ctx, address.viewId);
  if (!view) notFound();
  const { look } = view;
  const [t, own, page] = await Promise.all([
    getTranslations('views'),
    ownChoices(ctx, await getLocale()),
    listOf(staff, view, address),
  ]);
  const columns = inListOrder(look.columns);
  return (
    <IslandMessages namespaces={['views', 'problem']}>
      <ListFrame
        title={view.name}
        pager={
          <>
            <ButtonLink
              href={`/${workspace.slug}/views/${view.id}`}
              variant="ghost"
              size="sm"
              aria-label={t('open', { name: view.name })}
            >
              <Pencil aria-hidden />
              <span className="max-sm:sr-only">{t('conditions')}</span>
            </ButtonLink>
            <ViewLookMenu
              key={JSON.stringify(look)}
              workspace={workspace.slug}
              viewId={view.id}
              look={look}
              isOwn={view.isOwnLook}
              own={own.map(({ id, name }) => ({ column: `ticket.${id}`, name }))}
            />
            <Pager {...page.ways} />
          </>
        }
      >
        {page.rows.length === 0 ? (
          <EmptyState icon={ListFilter} title={t('empty')}>
            {t('emptyBody')}
          </EmptyState>
        ) : (
          <TicketList
            key={`${view.id} ${JSON.stringify(look)} ${address.after} ${address.before}`}
            workspace={workspace.slug}
            caption={view.name}
            rows={page.rows}
            trail={`view=${view.id}`}
            bulk={bulkUser(staff)}
            rest={page.ways.older || page.ways.newer ? view.id : null}
            live={page.isTop && look.sort === 'activity' && look.groupBy === null}
            columns={columns}
            heads={page.heads}
            density={look.density}
          />
        )}
      </ListFrame>
    </IslandMessages>
  );
}

async function listOf({ ctx, workspace }: StaffPage, view: ShownView, address: SavedAddress) {
  const { look } = view;
  const placeIn = (text: string | null): SavedPlace | null => {
    const place = savedPlaceFromText(text ?? undefined);
    return place && fitsOrder(place, look) ? place : null;
  };
  const asked = { conditions: view.conditions, ...look, timeZone: view.timeZone };
  const places = { after: placeIn(address.after), before: placeIn(address.before) };
  const { found, newer, older } = await pageOfView(ctx, asked, places);
  const ids = found.map(({ id }) => id);
  const [tickets, cells, groupOf] = await Promise.all([
    listTickets(ctx, ids),
    cellsFor(ctx, { columns: look.columns, ids }),
    groupNames(look.groupBy),
  ]);
  const placeOf = new Map(found.map(({ id, place }) => [id, savedPlaceToText(place)]));
  const rows = lineRows(tickets).map((line, index) => ({
    ...line,
    place: placeOf.get(line.id) ?? '',
    cells: cells.of(line.id),
    ...(groupOf && { group: groupOf(tickets[index] as TicketRow) }),
  }));
  const href = savedHref(workspace.slug, view.id);
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    heads: cells.heads,
    isTop: !newer,
    ways: {
      newer: newer && first ? `${href}&before=${first.place}` : null,
      older: older && last ? `${href}&after=${last.place}` : null,
    },
  };
}

async function groupNames(groupBy: ViewGroup | null): Promise<((row: TicketRow) => string) | null> {
  if (groupBy === null) return null;
  const [t, common] = await Promise.all([getTranslations('views'), getTranslations('common')]);
  const names: Readonly<Record<ViewGroup, (row: TicketRow) => string>> = {
    status: (row) => common(`status.${row.status}`),
    priority: (row) => common(`priority.${row.priority}`),
    channel: (row) => common(`channel.${row.channel}`),
    assignee: (row) => row.assignee ?? t('nobody'),
    team: (row) => row.team ?? t('noTeam'),
  };
  return names[groupBy];
}

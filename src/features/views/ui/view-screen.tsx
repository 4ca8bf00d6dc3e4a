import { getTranslations } from 'next-intl/server';
import { duePlaceToText, placeToText, type View } from '@/domain/view/view';
import type { StaffContext } from '@/server/context';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import type { ListAddress } from '../address';
import { type ListPage, listByDue, listView } from '../queries';
import { ListFrame } from './list-frame';
import { Pager } from './pager';
import { SortLinks } from './sort-links';
import { TicketList } from './ticket-list.client';
import { VIEW_ICONS } from './view-icons';
import { viewHref } from './view-links';

type Props = Readonly<{
  ctx: StaffContext;
  workspace: string;
  address: Extract<ListAddress, { kind: 'view' }>;
}>;

/** One page of a view. */
export async function ViewScreen({ ctx, workspace, address }: Props) {
  const { view, sort, after, before, dueAfter } = address;
  const isDue = sort === 'due';
  const [t, sla, page] = await Promise.all([
    getTranslations('desk'),
    getTranslations('sla.list'),
    isDue ? listByDue(ctx, address) : listView(ctx, address),
  ]);
  const name = t(`views.${view}`);
  const href = viewHref(workspace, view, sort);
  const ways = isDue ? dueWaysFrom(href, page) : waysFrom(href, page);
  const key = `${view} ${sort} ${after?.id} ${before?.id} ${dueAfter?.id}`;
  const pager = (
    <>
      {view !== 'solved' && <SortLinks workspace={workspace} view={view} sort={sort} />}
      <Pager {...ways} />
    </>
  );
  return (
    <ListFrame title={name} pager={pager}>
      {page.rows.length === 0 ? (
        <EmptyView view={view} workspace={workspace} />
      ) : (
        <TicketList
          key={key}
          workspace={workspace}
          caption={isDue ? sla('caption', { view: name }) : t('list.caption', { view: name })}
          rows={page.rows}
          trail={`view=${view}${isDue ? '&sort=due' : ''}`}
          live={!page.newer && !isDue}
        />
      )}
    </ListFrame>
  );
}

function waysFrom(href: string, { rows, newer, older }: ListPage) {
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    newer: newer && first ? `${href}&before=${placeToText(first)}` : null,
    older: older && last ? `${href}&after=${placeToText(last)}` : null,
  };
}

/** In the order of what is due, back leads to the beginning: what was above may be due no more. */
function dueWaysFrom(href: string, { rows, newer, older }: ListPage) {
  const last = rows.at(-1);
  return {
    newer: newer ? href : null,
    older: older && last ? `${href}&after=${duePlaceToText(last)}` : null,
  };
}

async function EmptyView({ view, workspace }: Readonly<{ view: View; workspace: string }>) {
  const t = await getTranslations('desk');
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

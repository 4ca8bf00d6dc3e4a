import { getTranslations } from 'next-intl/server';
import { placeToText, type View } from '@/domain/view/view';
import type { StaffContext } from '@/server/context';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import type { ListAddress } from '../address';
import { type ListPage, listView } from '../queries';
import { ListFrame } from './list-frame';
import { Pager } from './pager';
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
  const { view, after, before } = address;
  const [t, page] = await Promise.all([getTranslations('desk'), listView(ctx, address)]);
  const name = t(`views.${view}`);
  const ways = waysFrom(viewHref(workspace, view), page);
  const key = `${view} ${after?.id} ${before?.id}`;
  return (
    <ListFrame title={name} pager={<Pager {...ways} />}>
      {page.rows.length === 0 ? (
        <EmptyView view={view} workspace={workspace} />
      ) : (
        <TicketList
          key={key}
          workspace={workspace}
          caption={t('list.caption', { view: name })}
          rows={page.rows}
          trail={`view=${view}`}
          live={!page.newer}
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

import { getTranslations } from 'next-intl/server';
import { duePlaceToText, dueRange, placeToText } from '@/domain/view/view';
import type { StaffContext } from '@/server/context';
import { readListAddress, type ViewAddress } from '../address';
import { dueNeighbours } from '../due-list';
import { getNeighbours } from '../queries';
import { SavedTrail } from './saved-trail';
import { TrailLinks } from './trail-links.client';
import { listQuery, viewHref } from './view-links';

type Props = Readonly<{
  ctx: StaffContext;
  workspace: string;
  /** The reader's, for what is due today. */
  timeZone: string;
  /** The parameters with which the ticket was opened from a list. */
  searchParams: Readonly<Record<string, string | string[] | undefined>>;
}>;

/** The way back to the list that a ticket was opened from, and on to the tickets above and below it there. */
export async function ListTrail({ ctx, workspace, timeZone, searchParams }: Props) {
  const t = await getTranslations('desk');
  const { q } = searchParams;
  if (typeof q === 'string' && q !== '') {
    const back = { href: `/${workspace}/desk?${new URLSearchParams({ q })}`, label: t('trail.backToSearch') };
    return <TrailLinks label={t('trail.label')} back={back} newer={null} older={null} />;
  }
  const address = readListAddress({ ...searchParams, after: searchParams['at'], before: undefined });
  if (address.kind === 'search') return null;
  if (address.kind === 'saved') return <SavedTrail ctx={ctx} workspace={workspace} address={address} />;
  const asked = {
    view: address.view,
    sort: address.sort,
    span: address.sort === 'due' ? address.span : null,
    board: address.sort === 'activity' && address.board,
  };
  const { newer, older } = await around({ ctx, timeZone, address });
  const hrefOf = (ticket: Neighbour | null) =>
    ticket && `/${workspace}/desk/tickets/${ticket.number}?${listQuery(asked)}&at=${ticket.place}`;
  return (
    <TrailLinks
      label={t('trail.label')}
      back={{
        href: viewHref(workspace, asked.view, asked),
        label: t('trail.back', { view: t(`views.${asked.view}`) }),
      }}
      newer={hrefOf(newer)}
      older={hrefOf(older)}
    />
  );
}

type Neighbour = Readonly<{ number: number; place: string }>;
type Around = Readonly<{ newer: Neighbour | null; older: Neighbour | null }>;
type Asked = Readonly<{ ctx: StaffContext; timeZone: string; address: ViewAddress }>;

async function around({ ctx, timeZone, address }: Asked): Promise<Around> {
  if (!address.after) return { newer: null, older: null };
  if (address.sort === 'due') {
    const range = address.span && dueRange(address.span, ctx.now(), timeZone);
    const found = await dueNeighbours(ctx, { view: address.view, range, at: address.after });
    return { newer: placed(found.newer, duePlaceToText), older: placed(found.older, duePlaceToText) };
  }
  const found = await getNeighbours(ctx, { view: address.view, at: address.after });
  return { newer: placed(found.newer, placeToText), older: placed(found.older, placeToText) };
}

function placed<At extends Readonly<{ number: number }>>(
  ticket: At | null,
  placeOf: (at: At) => string,
): Neighbour | null {
  return ticket && { number: ticket.number, place: placeOf(ticket) };
}

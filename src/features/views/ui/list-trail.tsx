import { getTranslations } from 'next-intl/server';
import { isView, type Place, placeFromText, placeToText } from '@/domain/view/view';
import type { StaffContext } from '@/server/context';
import { getNeighbours } from '../queries';
import { TrailLinks } from './trail-links.client';
import { viewHref } from './view-links';

type Props = Readonly<{
  ctx: StaffContext;
  workspace: string;
  /** The parameters with which the ticket was opened from a list. */
  searchParams: Readonly<Record<string, string | string[] | undefined>>;
}>;

/** The way back to the list that a ticket was opened from, and on to the tickets above and below it there. */
export async function ListTrail({ ctx, workspace, searchParams }: Props) {
  const t = await getTranslations('desk');
  const { view, at, q, sort } = searchParams;
  if (typeof q === 'string' && q !== '') {
    const back = { href: `/${workspace}/desk?${new URLSearchParams({ q })}`, label: t('trail.backToSearch') };
    return <TrailLinks label={t('trail.label')} back={back} newer={null} older={null} />;
  }
  const known = isView(view) ? view : 'mine';
  const isDue = sort === 'due';
  const place = typeof at === 'string' && !isDue ? placeFromText(at) : null;
  const around = isView(view) && place ? await getNeighbours(ctx, { view, at: place }) : NOBODY;
  const hrefOf = (ticket: (Place & Readonly<{ number: number }>) | null) =>
    ticket && `/${workspace}/desk/tickets/${ticket.number}?view=${known}&at=${placeToText(ticket)}`;
  return (
    <TrailLinks
      label={t('trail.label')}
      back={{
        href: viewHref(workspace, known, isDue ? 'due' : 'activity'),
        label: t('trail.back', { view: t(`views.${known}`) }),
      }}
      newer={hrefOf(around.newer)}
      older={hrefOf(around.older)}
    />
  );
}

const NOBODY = { newer: null, older: null };

import { getTranslations } from 'next-intl/server';
import type { StaffContext } from '@/server/context';
import type { SavedAddress } from '../address';
import { ticketsFrom } from '../saved-list';
import { fitsOrder, savedPlaceFromText, savedPlaceToText } from '../saved-place';
import { getShownView } from '../saved-views';
import { TrailLinks } from './trail-links.client';
import { savedHref } from './view-links';

type Props = Readonly<{ ctx: StaffContext; workspace: string; address: SavedAddress }>;

/** The way back to a saved view, and on to the tickets above and below in it. */
export async function SavedTrail({ ctx, workspace, address }: Props) {
  const [t, view] = await Promise.all([getTranslations('desk.trail'), getShownView(ctx, address.viewId)]);
  if (!view) return null;
  const { look } = view;
  const from = savedPlaceFromText(address.after ?? undefined);
  const asked = { conditions: view.conditions, ...look, timeZone: view.timeZone };
  const near = (towards: 'after' | 'before') =>
    from && fitsOrder(from, look) ? ticketsFrom(ctx, asked, { from, towards, limit: 1 }) : [];
  const [[newer], [older]] = await Promise.all([near('before'), near('after')]);
  const hrefOf = (ticket: typeof newer) =>
    ticket
      ? `/${workspace}/desk/tickets/${ticket.number}?view=${view.id}&at=${savedPlaceToText(ticket.place)}`
      : null;
  return (
    <TrailLinks
      label={t('label')}
      back={{ href: savedHref(workspace, view.id), label: t('back', { view: view.name }) }}
      newer={hrefOf(newer)}
      older={hrefOf(older)}
    />
  );
}

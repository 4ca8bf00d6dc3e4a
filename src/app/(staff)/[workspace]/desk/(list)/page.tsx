import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Live } from '@/features/live/live.client';
import { readListAddress } from '@/features/views/address';
import { getShownView } from '@/features/views/saved-views';
import { BoardScreen } from '@/features/views/ui/board-screen';
import { SavedScreen } from '@/features/views/ui/saved-screen';
import { SearchScreen } from '@/features/views/ui/search-screen';
import { ViewScreen } from '@/features/views/ui/view-screen';
import { staffPage } from '@/server/auth/require-staff';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [address, t] = [readListAddress(await searchParams), await getTranslations('desk')];
  if (address.kind === 'search') return { title: t('search.title', { q: address.q }) };
  if (address.kind === 'saved') {
    const { ctx } = await staffPage((await params).workspace, 'ticket.read');
    return { title: (await getShownView(ctx, address.viewId))?.name ?? t('views.title') };
  }
  return { title: t(`views.${address.view}`) };
}

export default async function DeskPage({ params, searchParams }: Props) {
  const staff = await staffPage((await params).workspace, 'ticket.read');
  const { ctx, workspace } = staff;
  const address = readListAddress(await searchParams);
  const since = ctx.now().getTime();
  return (
    <>
      {address.kind === 'search' && <SearchScreen staff={staff} address={address} />}
      {address.kind === 'saved' && <SavedScreen staff={staff} address={address} />}
      {address.kind === 'view' &&
        (address.sort === 'activity' && address.board ? (
          <BoardScreen staff={staff} view={address.view} />
        ) : (
          <ViewScreen staff={staff} address={address} />
        ))}
      <Live workspace={workspace.slug} topics={['tickets', 'seen']} since={since} pauseMilliseconds={1_000} />
    </>
  );
}

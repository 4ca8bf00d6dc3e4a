import { SearchX } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { searchTickets } from '@/features/search/queries';
import type { StaffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { hitPlaceToText, type ListAddress } from '../address';
import { PAGE_SIZE } from '../page-size';
import { listTickets } from '../queries';
import { lineRows } from '../ticket-rows';
import { bulkUser } from './bulk-user';
import { ListFrame } from './list-frame';
import { TicketList } from './ticket-list.client';

type Props = Readonly<{
  staff: StaffPage;
  address: Extract<ListAddress, { kind: 'search' }>;
}>;

/** What was found, with the words marked that were looked for. */
export async function SearchScreen({ staff, address }: Props) {
  const { ctx } = staff;
  const workspace = staff.workspace.slug;
  const { q, after } = address;
  const t = await getTranslations('desk');
  const { hits, next, corrected } = await searchTickets(ctx, { q, limit: PAGE_SIZE, after });
  const rows = await listTickets(
    ctx,
    hits.map(({ id }) => id),
  );
  const trail = new URLSearchParams({ q }).toString();
  const more = next && `/${workspace}/desk?${trail}&after=${hitPlaceToText(next)}`;
  return (
    <ListFrame
      title={t('search.title', { q })}
      note={corrected.length > 0 && t('search.corrected', { words: corrected.join(', ') })}
      pager={
        <ButtonLink href={`/${workspace}/desk`} variant="ghost" size="sm">
          {t('search.clear')}
        </ButtonLink>
      }
    >
      {rows.length === 0 ? (
        <EmptyState icon={SearchX} title={t('empty.search.title')}>
          {t('empty.search.body')}
        </EmptyState>
      ) : (
        <TicketList
          key={`${q} ${after?.id}`}
          workspace={workspace}
          caption={t('search.caption', { q })}
          rows={lineRows(rows)}
          trail={trail}
          bulk={bulkUser(staff)}
          words={[...q.split(/\s+/), ...corrected]}
          live={false}
        />
      )}
      {more && (
        <div className="flex justify-center p-6">
          <ButtonLink href={more} prefetch={false}>
            {t('search.more')}
          </ButtonLink>
        </div>
      )}
    </ListFrame>
  );
}

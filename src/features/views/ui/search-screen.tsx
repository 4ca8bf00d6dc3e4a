import { SearchX } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { StaffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { hitPlaceToText, type ListAddress } from '../address';
import { findTickets } from '../commands/find-tickets';
import { PAGE_SIZE } from '../page-size';
import { listTickets } from '../queries';
import { lineRows } from '../ticket-rows';
import { bulkUser } from './bulk-user';
import { FoundArticles } from './found-articles';
import { FoundCustomers } from './found-customers';
import { ListFrame } from './list-frame';
import { isWrong, SearchProblems } from './search-problems';
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
  const found = await findTickets(ctx, { q, limit: PAGE_SIZE, after });
  const { hits, next, corrected, words } = found;
  const hasWords = words.trim() !== '';
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
        <>
          {found.conditions && <KeepSearch href={`/${workspace}/views/new?${trail}`} hasWords={hasWords} />}
          <ButtonLink href={`/${workspace}/desk`} variant="ghost" size="sm">
            {t('search.clear')}
          </ButtonLink>
        </>
      }
    >
      <SearchProblems problems={found.problems} />
      {after === null && !isWrong(found.problems) && <FoundBesides staff={staff} words={words} />}
      {rows.length === 0 && <NothingFound found={found} />}
      {rows.length > 0 && (
        <TicketList
          key={`${q} ${after?.id}`}
          workspace={workspace}
          caption={t('search.caption', { q })}
          rows={lineRows(rows)}
          trail={trail}
          bulk={bulkUser(staff)}
          words={[...words.split(/\s+/), ...corrected].filter(Boolean)}
          live={false}
        />
      )}
      {more && (
        <div className="flex flex-col items-center gap-2 p-6">
          {found.partly && <p className="text-ink-soft">{t('search.partly')}</p>}
          <ButtonLink href={more} prefetch={false}>
            {t(found.partly ? 'search.further' : 'search.more')}
          </ButtonLink>
        </div>
      )}
    </ListFrame>
  );
}

/** Makes a view of what was asked; words do not stand in views, and it says so. */
async function KeepSearch({ href, hasWords }: Readonly<{ href: string; hasWords: boolean }>) {
  const t = await getTranslations('desk.search');
  return (
    <ButtonLink href={href} variant="ghost" size="sm" title={hasWords ? t('keepHint') : undefined}>
      {t(hasWords ? 'keepConditions' : 'keep')}
    </ButtonLink>
  );
}

/** Only where all was looked at; what was not understood tells of itself. */
async function NothingFound({ found }: Readonly<{ found: Awaited<ReturnType<typeof findTickets>> }>) {
  const t = await getTranslations('desk.empty.search');
  if (found.partly || isWrong(found.problems)) return null;
  return (
    <EmptyState icon={SearchX} title={t('title')}>
      {t('body')}
    </EmptyState>
  );
}

const FoundBesides = (props: Readonly<{ staff: StaffPage; words: string }>) => (
  <>
    <FoundCustomers {...props} />
    <FoundArticles {...props} />
  </>
);

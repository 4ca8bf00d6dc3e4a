import { Contact } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { searchCustomers } from '@/features/search/queries';
import type { StaffPage } from '@/server/auth/require-staff';
import { Marked } from './marked';

const MOST = 4;

/** The customers who bear the words of a search, above its tickets; nothing where there are none. */
export async function FoundCustomers({ staff, words }: Readonly<{ staff: StaffPage; words: string }>) {
  const t = await getTranslations('desk.search');
  const { hits } = await searchCustomers(staff.ctx, { q: words, limit: MOST });
  if (hits.length === 0) return null;
  const sought = words.split(/\s+/).filter(Boolean);
  return (
    <section aria-label={t('customers')} className="border-line border-b px-4 py-3">
      <h2 className="mb-1 font-medium text-ink-faint text-xs">{t('customers')}</h2>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {hits.map(({ id, name, address }) => (
          <li key={id} className="min-w-0">
            <Link
              href={`/${staff.workspace.slug}/desk/customers/${id}`}
              prefetch={false}
              className="flex min-h-7 min-w-0 items-center gap-2 rounded-md hover:underline"
            >
              <Contact aria-hidden className="size-4 shrink-0 text-ink-faint" />
              <span className="truncate">
                <Marked text={name || (address ?? '')} words={sought} />
              </span>
              {name && address && <span className="truncate text-ink-soft text-sm">{address}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Contact } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { searchCustomers } from '@/features/search/queries';
import type { StaffPage } from '@/server/auth/require-staff';
import { FoundSection } from './found-section';
import { Marked } from './marked';

const MOST = 4;

/** The customers who bear the words of a search, above its tickets; nothing where there are none. */
export async function FoundCustomers({ staff, words }: Readonly<{ staff: StaffPage; words: string }>) {
  const t = await getTranslations('desk.search');
  const { hits } = await searchCustomers(staff.ctx, { q: words, limit: MOST });
  if (hits.length === 0) return null;
  const sought = words.split(/\s+/).filter(Boolean);
  const all = new URLSearchParams({ q: words.trim() }).toString();
  return (
    <FoundSection title={t('customers')} all={`/${staff.workspace.slug}/customers?${all}`}>
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
    </FoundSection>
  );
}

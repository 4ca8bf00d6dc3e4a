import { BookOpen } from 'lucide-react';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { findPublished } from '@/features/knowledge/commands/find-published';
import type { Locale } from '@/i18n/locales';
import type { StaffPage } from '@/server/auth/require-staff';
import { Badge } from '@/ui/badge';
import { FoundSection } from './found-section';
import { Marked } from './marked';

const MOST = 4;

/** The articles that say what was searched for, above its tickets; nothing where there are none. */
export async function FoundArticles({ staff, words }: Readonly<{ staff: StaffPage; words: string }>) {
  const t = await getTranslations('desk.search');
  const audience = await getTranslations('knowledge.audience');
  const locale = (await getLocale()) as Locale;
  const hits = await findPublished(staff.ctx, { locale, text: words, most: MOST });
  const workspace = staff.workspace.slug;
  const sought = words.split(/\s+/).filter(Boolean);
  const all = new URLSearchParams({ q: words.trim(), locale }).toString();
  if (hits.length === 0) return null;
  return (
    <FoundSection title={t('articles')} all={`/${workspace}/knowledge/search?${all}`}>
      {hits.map((hit) => (
        <li key={hit.translationId} className="min-w-0">
          <Link
            href={`/${workspace}/knowledge/${hit.articleId}/read?locale=${hit.locale}`}
            prefetch={false}
            lang={hit.locale}
            className="flex min-h-7 min-w-0 items-center gap-2 rounded-md hover:underline"
          >
            <BookOpen aria-hidden className="size-4 shrink-0 text-ink-faint" />
            <span className="truncate">
              <Marked text={hit.plainTitle} words={sought} />
            </span>
            {hit.audience === 'internal' && <Badge tone="warning">{audience('internal')}</Badge>}
            {hit.locale !== locale && <Badge tone="outline">{hit.locale.toUpperCase()}</Badge>}
          </Link>
        </li>
      ))}
    </FoundSection>
  );
}

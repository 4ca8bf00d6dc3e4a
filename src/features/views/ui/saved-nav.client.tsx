'use client';

import { ListFilter, Plus } from 'lucide-react';
import { useParams, usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import type { ViewAudience } from '@/domain/view/saved-view';
import { classNames } from '@/ui/class-names';
import { useHearing } from '@/ui/hearing.client';
import { NearLink } from '@/ui/near-link.client';
import { useShortcuts } from '@/ui/use-shortcuts';
import type { ViewLine } from '../saved-views';
import { savedHref } from './view-links';
import { Count } from './view-nav.client';

/** What was read, and when, in milliseconds since 1970. */
type Read = Readonly<{ views: readonly ViewLine[]; at: number }>;
type Props = Read & Readonly<{ workspace: string; countLimit: number }>;

const ORDER: readonly ViewAudience[] = ['everyone', 'team', 'personal'];
const FEW = 9;

/** The saved views with what waits in each, as it is now; the first nine also by the keys G and 1 to 9. */
export function SavedNav({ workspace, views, at, countLimit }: Props) {
  const t = useTranslations('views.rail');
  const router = useRouter();
  const shown = useFresh(workspace, { views, at });
  const current = useCurrent(workspace);
  useShortcuts({
    ...Object.fromEntries(
      shown
        .slice(0, FEW)
        .map(({ id }, index) => [`g ${index + 1}`, () => router.push(savedHref(workspace, id))]),
    ),
    'g v': () => router.push(`/${workspace}/views`),
  });
  return (
    <nav aria-label={t('title')}>
      <div className="mb-1 flex items-center justify-between gap-2 pl-2">
        <NearLink
          href={`/${workspace}/views`}
          className="rounded-sm font-medium text-ink-faint text-xs underline-offset-2 hover:text-ink hover:underline"
        >
          {t('title')}
        </NearLink>
        <NearLink
          href={`/${workspace}/views/new`}
          aria-label={t('add')}
          title={t('add')}
          className="inline-flex size-6 items-center justify-center rounded-md text-ink-faint hover:bg-hover hover:text-ink"
        >
          <Plus aria-hidden className="size-4" />
        </NearLink>
      </div>
      <ul className="flex flex-col gap-px empty:hidden">
        {ORDER.flatMap((audience) => shown.filter((view) => view.audience === audience)).map((view) => (
          <li key={view.id}>
            <NearLink
              href={savedHref(workspace, view.id)}
              title={t(`audience.${view.audience}`)}
              aria-current={view.id === current ? 'page' : undefined}
              className={classNames(
                'flex h-8 items-center gap-2.5 rounded-md px-2 text-ink-soft hover:bg-hover hover:text-ink',
                view.id === current &&
                  'bg-accent-soft font-medium text-accent-ink hover:bg-accent-soft hover:text-accent-ink',
              )}
            >
              <ListFilter aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
              <span className="min-w-0 flex-1 truncate">{view.name}</span>
              <Count count={view.count ?? 0} limit={countLimit} atLeast={view.partial} />
            </NearLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/**
 * The views as the page has them, and after that as the server tells of them, without the page being made anew. What was read
 * last counts, not what came last: a page may be on its way while the counters are told.
 */
function useFresh(workspace: string, { views, at }: Read): readonly ViewLine[] {
  const [shown, setShown] = useState<Read>({ views, at });
  const show = useCallback((read: Read) => setShown((before) => (read.at < before.at ? before : read)), []);
  useEffect(() => show({ views, at }), [views, at, show]);
  useHearing(['views'], () => {
    fetch(`/api/desk/${workspace}/views/counts`)
      .then(async (answer) => {
        if (answer.ok) show((await answer.json()) as Read);
      })
      .catch(() => undefined);
  });
  return shown.views;
}

function useCurrent(workspace: string): string | null {
  const path = usePathname();
  const search = useSearchParams();
  const { number } = useParams<{ number?: string }>();
  if (path !== `/${workspace}/desk` && number === undefined) return null;
  return search.get('q') ? null : search.get('view');
}

'use client';

import { useParams, usePathname, useSearchParams } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { isView, VIEWS, type View } from '@/domain/view/view';
import { classNames } from '@/ui/class-names';
import { NearLink } from '@/ui/near-link.client';
import { VIEW_ICONS } from './view-icons';
import { viewHref } from './view-links';

type Props = Readonly<{
  workspace: string;
  counts: Readonly<Partial<Record<View, number>>>;
  /** What the counters stop at; one more is shown as "1 000+". */
  countLimit: number;
  /** What lies in the trash is for those who may take it out. */
  mayTrash: boolean;
}>;

/** The views with what waits in each. The view that the reader came from stays marked while a ticket is open. */
export function ViewNav({ workspace, counts, countLimit, mayTrash }: Props) {
  const t = useTranslations('desk.views');
  const current = useCurrentView(workspace);
  return (
    <nav aria-label={t('title')}>
      <ul className="flex flex-col gap-px">
        {VIEWS.filter((view) => view !== 'trash' || mayTrash).map((view) => {
          const Icon = VIEW_ICONS[view];
          const marked = view === current;
          return (
            <li key={view}>
              <NearLink
                href={viewHref(workspace, view)}
                aria-current={marked ? 'page' : undefined}
                className={classNames(
                  'flex h-8 items-center gap-2.5 rounded-md px-2 text-ink-soft hover:bg-hover hover:text-ink',
                  marked &&
                    'bg-accent-soft font-medium text-accent-ink hover:bg-accent-soft hover:text-accent-ink',
                )}
              >
                <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
                <span className="min-w-0 flex-1 truncate">{t(view)}</span>
                <Count count={counts[view]} limit={countLimit} />
              </NearLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

type CountProps = Readonly<{
  count: number | undefined;
  limit: number;
  /** There may be more than was counted. */
  atLeast?: boolean;
}>;

/** How many tickets wait in a view; nothing for none. */
export function Count({ count = 0, limit, atLeast = false }: CountProps) {
  const t = useTranslations('desk.views');
  const format = useFormatter();
  if (count === 0) return null;
  const capped = count > limit || atLeast;
  const shown = Math.min(count, limit);
  return (
    <span className="shrink-0 text-ink-faint text-xs">
      <span aria-hidden>
        {format.number(shown)}
        {capped && '+'}
      </span>
      <span className="sr-only">
        {', '}
        {t(capped ? 'countCapped' : 'count', { count: shown })}
      </span>
    </span>
  );
}

function useCurrentView(workspace: string): View | null {
  const path = usePathname();
  const search = useSearchParams();
  const { number } = useParams<{ number?: string }>();
  const asked = search.get('view');
  if (path !== `/${workspace}/desk` && number === undefined) return null;
  if (search.get('q')) return null;
  if (isView(asked)) return asked;
  return number === undefined ? 'mine' : null;
}

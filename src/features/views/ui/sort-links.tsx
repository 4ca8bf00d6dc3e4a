import { AlarmClock, History } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { SORTS, type Sort } from '@/domain/view/view';
import { ButtonLink } from '@/ui/button';
import { type ListAsked, viewHref } from './view-links';

const ICONS = { activity: History, due: AlarmClock } as const satisfies Record<Sort, unknown>;

type Props = Readonly<{ workspace: string; asked: ListAsked }>;

/** The ways to the same list in another order. */
export async function SortLinks({ workspace, asked: { view, sort } }: Props) {
  const t = await getTranslations('sla.list');
  return (
    <nav aria-label={t('sort')} className="flex gap-1">
      {SORTS.map((each) => {
        const Icon = ICONS[each];
        return (
          <ButtonLink
            key={each}
            href={viewHref(workspace, view, { sort: each })}
            variant={each === sort ? 'secondary' : 'ghost'}
            size="sm"
            aria-current={each === sort ? 'true' : undefined}
            title={t(each)}
            prefetch={false}
          >
            <Icon aria-hidden />
            <span className="max-sm:sr-only">{t(each)}</span>
          </ButtonLink>
        );
      })}
    </nav>
  );
}

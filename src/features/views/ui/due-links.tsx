import { getTranslations } from 'next-intl/server';
import { DUE_SPANS, type DueSpan, type View } from '@/domain/view/view';
import { ButtonLink } from '@/ui/button';
import { viewHref } from './view-links';

type Props = Readonly<{ workspace: string; view: View; span: DueSpan | null }>;

/** The ways to the part of a list that is late, or due soon. */
export async function DueLinks({ workspace, view, span }: Props) {
  const t = await getTranslations('sla.list');
  return (
    <nav aria-label={t('span.label')} className="flex flex-wrap gap-1 border-line border-b px-3 py-1.5">
      {[null, ...DUE_SPANS].map((each) => (
        <ButtonLink
          key={each}
          href={viewHref(workspace, view, { sort: 'due', span: each })}
          variant={each === span ? 'secondary' : 'ghost'}
          size="sm"
          aria-current={each === span ? 'true' : undefined}
          prefetch={false}
        >
          {t(`span.${each ?? 'all'}`)}
        </ButtonLink>
      ))}
    </nav>
  );
}

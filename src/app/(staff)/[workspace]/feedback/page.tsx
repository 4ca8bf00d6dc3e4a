import { MessageSquareHeart } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { may } from '@/domain/permission/can';
import { type FeedbackFilter, feedbackFilter, getFeedback } from '@/features/surveys/queries-feedback';
import { FeedbackFilters } from '@/features/surveys/ui/feedback-filters';
import { FeedbackList } from '@/features/surveys/ui/feedback-list';
import { ScoreSummary } from '@/features/surveys/ui/score-summary';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('feedback');
  return { title: t('title') };
}

export default async function FeedbackPage({ params, searchParams }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'ticket.read');
  const filter = feedbackFilter.parse(await searchParams);
  const [t, feedback] = await Promise.all([getTranslations('feedback'), getFeedback(ctx, filter)]);
  const { survey, counts, rate, places, rows, next, all } = feedback;
  const settings = may(ctx.actor, 'survey.manage') && (
    <ButtonLink href={`/${workspace.slug}/admin/surveys`}>{t('setUp')}</ButtonLink>
  );
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
      <PageHeader
        title={t('title')}
        description={t(all ? 'description' : 'descriptionOwn')}
        actions={settings}
      />
      {survey === null ? (
        <EmptyState icon={MessageSquareHeart} title={t('noSurveys')} actions={settings}>
          {t('noSurveysBody')}
        </EmptyState>
      ) : (
        <>
          <FeedbackFilters feedback={feedback} filter={filter} />
          <ScoreSummary terms={survey.terms} counts={counts} rate={rate} places={places} />
          {rows.length === 0 ? (
            <EmptyState icon={MessageSquareHeart} title={t('nothing')}>
              {t('nothingBody')}
            </EmptyState>
          ) : (
            <FeedbackList workspace={workspace.slug} terms={survey.terms} rows={rows} now={ctx.now()} />
          )}
          <Paging
            slug={workspace.slug}
            filter={filter}
            next={next}
            words={{ older: t('older'), newest: t('newest') }}
          />
        </>
      )}
    </div>
  );
}

type PagingProps = Readonly<{
  slug: string;
  filter: FeedbackFilter;
  next: string | null;
  words: Readonly<{ older: string; newest: string }>;
}>;

function Paging({ slug, filter, next, words }: PagingProps) {
  const address = (before: string | undefined) => {
    const named = Object.entries({ ...filter, before }).filter((entry): entry is [string, string] =>
      Boolean(entry[1]),
    );
    return `/${slug}/feedback?${new URLSearchParams(named)}`;
  };
  return (
    <div className="flex gap-2">
      {filter.before && <ButtonLink href={address(undefined)}>{words.newest}</ButtonLink>}
      {next && <ButtonLink href={address(next)}>{words.older}</ButtonLink>}
    </div>
  );
}

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { surveyLines } from '@/features/surveys/queries-admin';
import { SurveyListScreen } from '@/features/surveys/ui/survey-screens';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('surveyAdmin');
  return { title: t('title') };
}

export default async function SurveysPage({ params }: Props) {
  const { workspace: slug } = await params;
  const { ctx } = await staffPage(slug, 'survey.manage');
  return (
    <IslandMessages namespaces={['surveyAdmin']}>
      <SurveyListScreen workspace={slug} surveys={await surveyLines(ctx)} />
    </IslandMessages>
  );
}

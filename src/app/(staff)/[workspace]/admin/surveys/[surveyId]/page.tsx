import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { conditionChoices, namesIn } from '@/features/sla/condition-values';
import { getSurvey } from '@/features/surveys/queries';
import { possibleFollowers, shippedWords, surveyVersions } from '@/features/surveys/queries-admin';
import { SurveyEditor } from '@/features/surveys/ui/survey-editor.client';
import { SurveyEditorScreen, SurveyVersions } from '@/features/surveys/ui/survey-screens';
import { SurveyTools } from '@/features/surveys/ui/survey-tools.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string; surveyId: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('surveyAdmin');
  return { title: t('title') };
}

export default async function EditSurveyPage({ params }: Props) {
  const { workspace: slug, surveyId } = await params;
  const { ctx, workspace } = await staffPage(slug, 'survey.manage');
  const id = z.uuid().safeParse(surveyId);
  const survey = id.success ? await getSurvey(ctx, id.data) : null;
  if (!survey) notFound();
  const [choices, names, people, shipped, versions] = await Promise.all([
    conditionChoices(ctx, await getLocale()),
    namesIn(ctx, [survey.terms.condition]),
    possibleFollowers(ctx),
    shippedWords(workspace.name),
    surveyVersions(ctx, survey.id),
  ]);
  return (
    <IslandMessages namespaces={['surveyAdmin', 'condition', 'problem']}>
      <SurveyEditorScreen root={`/${slug}/admin/surveys`} title={survey.name}>
        <SurveyEditor
          key={survey.version}
          workspace={slug}
          survey={survey}
          choices={choices}
          names={names}
          people={people}
          shipped={shipped}
        />
        <SurveyTools workspace={slug} surveyId={survey.id} />
        <SurveyVersions workspace={slug} surveyId={survey.id} versions={versions} />
      </SurveyEditorScreen>
    </IslandMessages>
  );
}

import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { conditionChoices } from '@/features/sla/condition-values';
import { possibleFollowers, shippedWords } from '@/features/surveys/queries-admin';
import { SurveyEditor } from '@/features/surveys/ui/survey-editor.client';
import { SurveyEditorScreen } from '@/features/surveys/ui/survey-screens';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('surveyAdmin');
  return { title: t('list.new') };
}

export default async function NewSurveyPage({ params }: Props) {
  const { workspace: slug } = await params;
  const { ctx, workspace } = await staffPage(slug, 'survey.manage');
  const [choices, people, shipped] = await Promise.all([
    conditionChoices(ctx, await getLocale()),
    possibleFollowers(ctx),
    shippedWords(workspace.name),
  ]);
  return (
    <IslandMessages namespaces={['surveyAdmin', 'condition', 'problem']}>
      <SurveyEditorScreen root={`/${slug}/admin/surveys`} title={null}>
        <SurveyEditor
          workspace={slug}
          survey={null}
          choices={choices}
          names={{}}
          people={people}
          shipped={shipped}
        />
      </SurveyEditorScreen>
    </IslandMessages>
  );
}

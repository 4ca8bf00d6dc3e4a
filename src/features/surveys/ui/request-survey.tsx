import { useTranslations } from 'next-intl';
import { Panel } from '@/ui/panel';
import type { SurveyPage } from '../queries-page';
import { SurveyForm } from './survey-form.client';
import { SurveyTexts } from './survey-texts';

type Props = Readonly<{ token: string; page: SurveyPage }>;

/** The question below a solved request; who has answered may change it. */
export function RequestSurvey({ token, page }: Props) {
  const t = useTranslations('survey.page');
  return (
    <Panel title={t('onRequest')}>
      <SurveyTexts locale={page.locale}>
        <SurveyForm token={token} page={page} chosen={null} />
      </SurveyTexts>
    </Panel>
  );
}

import { useTranslations } from 'next-intl';
import { Panel } from '@/ui/panel';
import type { QuestionBelow } from '../queries-page';
import { SurveyForm } from './survey-form.client';
import { SurveyTexts } from './survey-texts';

type Props = QuestionBelow & Readonly<{ workspace: string }>;

/**
 * The question below a solved request; who has answered may change it. Where scripts run, the page tells once that somebody
 * has it before them: a program that fetches the page has not.
 */
export function RequestSurvey({ token, page, unseen, workspace }: Props) {
  const t = useTranslations('survey.page');
  return (
    <div {...(unseen && { 'data-asks': `/api/portal/${workspace}/asked`, 'data-token': token })}>
      <Panel title={t('onRequest')}>
        <SurveyTexts locale={page.locale}>
          <SurveyForm token={token} page={page} chosen={null} />
        </SurveyTexts>
      </Panel>
    </div>
  );
}

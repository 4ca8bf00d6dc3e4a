import type { Metadata } from 'next';
import { getSurveyPage } from '@/features/surveys/queries-page';
import { StopForm } from '@/features/surveys/ui/stop-form.client';
import { SurveyCard } from '@/features/surveys/ui/survey-card';
import { SurveyTexts } from '@/features/surveys/ui/survey-texts';
import { translator } from '@/i18n/translator';
import { visitor } from '@/server/auth/visitor';

type Props = Readonly<{
  params: Promise<{ token: string }>;
  searchParams: Promise<{ lang?: string | string[] }>;
}>;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { t } = await opened(props);
  return { title: { absolute: t('stop.title') }, referrer: 'same-origin' };
}

export default async function StopSurveysPage(props: Props) {
  const { page, locale, token, t } = await opened(props);
  const path = `/survey/${encodeURIComponent(token)}/stop`;
  if (!page) {
    return (
      <SurveyCard locale={locale} workspace="" title={t('page.unknownTitle')} path={path}>
        <p className="text-ink-soft">{t('page.unknown')}</p>
      </SurveyCard>
    );
  }
  return (
    <SurveyCard locale={locale} workspace={page.workspace} title={t('stop.title')} path={path}>
      <SurveyTexts locale={page.locale}>
        <StopForm token={token} workspace={page.workspace} />
      </SurveyTexts>
    </SurveyCard>
  );
}

async function opened({ params, searchParams }: Props) {
  const [{ token }, { lang }, stranger] = await Promise.all([params, searchParams, visitor()]);
  const named = decodeURIComponent(token);
  const language = typeof lang === 'string' ? lang : undefined;
  const page = await getSurveyPage(stranger, { token: named, language });
  const locale = page?.locale ?? stranger.locale;
  return { page, locale, token: named, t: await translator(locale, 'survey') };
}

import type { Metadata } from 'next';
import { brandStyle } from '@/domain/portal/brand';
import { scaleOf } from '@/domain/survey/survey';
import { getSurveyPage, type SurveyPage } from '@/features/surveys/queries-page';
import { SurveyCard } from '@/features/surveys/ui/survey-card';
import { SurveyForm } from '@/features/surveys/ui/survey-form.client';
import { SurveyTexts } from '@/features/surveys/ui/survey-texts';
import { translator } from '@/i18n/translator';
import { visitor } from '@/server/auth/visitor';
import { Notice } from '@/ui/notice';

type Props = Readonly<{
  params: Promise<{ token: string }>;
  searchParams: Promise<{ score?: string | string[]; lang?: string | string[] }>;
}>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { page, t } = await opened({ params, searchParams });
  const title = page ? `${t('page.title')} · ${page.workspace}` : t('page.unknownTitle');
  return { title: { absolute: title }, referrer: 'same-origin' };
}

/** Opening it chooses nothing and keeps nothing: programs that look at links in mails open them all. */
export default async function SurveyAnswerPage({ params, searchParams }: Props) {
  const [{ token }, { score }] = await Promise.all([params, searchParams]);
  const { page, t, locale } = await opened({ params, searchParams });
  if (!page) {
    return (
      <SurveyCard
        locale={locale}
        workspace=""
        title={t('page.unknownTitle')}
        path={`/survey/${encodeURIComponent(token)}`}
      >
        <p className="text-ink-soft">{t('page.unknown')}</p>
      </SurveyCard>
    );
  }
  const { workspace, about, expired, trial } = page;
  const path = `/survey/${encodeURIComponent(token)}`;
  const { accent, logo } = page.brand;
  const card = { locale: page.locale, workspace, path, logo };
  if (expired) {
    return (
      <SurveyCard {...card} title={t('page.expiredTitle')}>
        <p className="text-ink-soft">{t('page.expired')}</p>
      </SurveyCard>
    );
  }
  return (
    <SurveyCard {...card} title={about ? t('page.about', { subject: about }) : t('page.title')}>
      {accent && <style>{brandStyle(accent)}</style>}
      <SurveyTexts locale={page.locale}>
        {trial && (
          <Notice tone="warning" className="mb-5">
            {t('page.trial')}
          </Notice>
        )}
        <SurveyForm token={token} page={page} chosen={chosenIn(score, page)} />
        <p className="mt-6 text-sm">
          <a href={`${path}/stop`} className="text-ink-soft underline underline-offset-2">
            {t('page.stop')}
          </a>
        </p>
      </SurveyTexts>
    </SurveyCard>
  );
}

async function opened({ params, searchParams }: Props) {
  const [{ token }, { lang }, stranger] = await Promise.all([params, searchParams, visitor()]);
  const language = typeof lang === 'string' ? lang : undefined;
  const page = await getSurveyPage(stranger, { token: decodeURIComponent(token), language });
  const locale = page?.locale ?? stranger.locale;
  return { page, locale, t: await translator(locale, 'survey') };
}

function chosenIn(score: string | string[] | undefined, { kind, steps }: SurveyPage): number | null {
  if (typeof score !== 'string' || !/^\d{1,2}$/.test(score)) return null;
  const { from, to } = scaleOf({ kind, steps });
  const chosen = Number(score);
  return chosen >= from && chosen <= to ? chosen : null;
}

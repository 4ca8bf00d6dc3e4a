import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readReportToken } from '@/server/crypto/report-token';
import { AuthCard } from '@/ui/auth-card';
import { Button } from '@/ui/button';

type Props = Readonly<{
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reports.stopPage');
  return { title: t('title'), referrer: 'same-origin' };
}

/** Asks once more before a board comes no more: a program that only opens the page stops nothing. */
export default async function StopReportPage({ params, searchParams }: Props) {
  const [{ token }, parameters, t] = await Promise.all([
    params,
    searchParams,
    getTranslations('reports.stopPage'),
  ]);
  if (!readReportToken(token) || parameters['done'] !== undefined) {
    return (
      <AuthCard title={t('title')}>
        <p className="text-ink-soft">{t(parameters['done'] === undefined ? 'unknown' : 'done')}</p>
      </AuthCard>
    );
  }
  return (
    <AuthCard title={t('title')} intro={t('intro')}>
      <form method="post" action={`/api/reports/stop/${token}`}>
        <Button type="submit" variant="primary">
          {t('button')}
        </Button>
      </form>
    </AuthCard>
  );
}

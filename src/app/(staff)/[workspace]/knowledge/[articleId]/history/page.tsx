import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { may } from '@/domain/permission/can';
import { getHistory } from '@/features/knowledge/queries-editor';
import { HistoryScreen } from '@/features/knowledge/ui/history-screen';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';

const number = z.coerce.number().int().min(1).max(1_000_000).optional().catch(undefined);
const query = z.object({ text: z.uuid(), from: number, to: number, before: number });

type Props = Readonly<{
  params: Promise<{ workspace: string; articleId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('knowledge.history');
  return { title: t('title') };
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const { workspace: slug, articleId } = await params;
  const { ctx } = await staffPage(slug, 'knowledge.read');
  const asked = query.safeParse(await searchParams);
  if (!asked.success) notFound();
  const { text: translationId, from, to, before } = asked.data;
  const history = await getHistory(ctx, { translationId, from, to, before });
  if (!history || history.articleId !== articleId) notFound();
  const t = await getTranslations('knowledge.history');
  return (
    <IslandMessages namespaces={['knowledge']}>
      <div className="mx-auto flex w-full max-w-7xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
        <PageHeader
          title={t('title')}
          description={<span lang={history.locale}>{history.title}</span>}
          actions={
            <ButtonLink href={`/${slug}/knowledge/${articleId}?locale=${history.locale}`}>
              {t('back')}
            </ButtonLink>
          }
        />
        <HistoryScreen
          workspace={slug}
          articleId={articleId}
          history={history}
          mayWrite={may(ctx.actor, 'knowledge.write')}
        />
      </div>
    </IslandMessages>
  );
}

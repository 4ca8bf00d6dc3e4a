import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import {
  listReaderWords,
  listTicketsAfterReading,
  listTicketsOfArticle,
  readerPlace,
} from '@/features/knowledge/queries-readers';
import { getReadArticle } from '@/features/knowledge/queries-reading';
import { type ReaderList, ReadersScreen } from '@/features/knowledge/ui/readers-screen';
import { IslandMessages } from '@/i18n/island-messages';
import { isLocale } from '@/i18n/locales';
import { staffPage } from '@/server/auth/require-staff';
import { openCursor } from '@/server/http/cursor';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';

type Search = Readonly<Record<string, string | string[] | undefined>>;
type Props = Readonly<{
  params: Promise<{ workspace: string; articleId: string }>;
  searchParams: Promise<Search>;
}>;

const MOST = 20;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('knowledge.readers');
  return { title: t('title') };
}

export default async function ReadersPage({ params, searchParams }: Props) {
  const { workspace: slug, articleId } = await params;
  const { ctx, user } = await staffPage(slug, 'knowledge.read');
  if (!z.uuid().safeParse(articleId).success) notFound();
  const reader = isLocale(user.locale) ? user.locale : 'en';
  const search = await searchParams;
  const asked = (list: ReaderList) => ({ articleId, after: placeIn(search, list), most: MOST });
  const [t, article, words, after, answers] = await Promise.all([
    getTranslations('knowledge.readers'),
    getReadArticle(ctx, { articleId, locale: undefined, reader }),
    listReaderWords(ctx, asked('words')),
    listTicketsAfterReading(ctx, asked('after')),
    listTicketsOfArticle(ctx, asked('answers')),
  ]);
  if (!article) notFound();
  return (
    <IslandMessages namespaces={['knowledge']}>
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
        <PageHeader
          title={t('title')}
          description={<span lang={article.locale}>{article.title}</span>}
          actions={<ButtonLink href={`/${slug}/knowledge/${articleId}`}>{t('back')}</ButtonLink>}
        />
        <ReadersScreen workspace={slug} articleId={articleId} words={words} after={after} answers={answers} />
      </div>
    </IslandMessages>
  );
}

function placeIn(search: Search, list: ReaderList) {
  const cursor = search[list];
  return typeof cursor === 'string' ? openCursor(`readers-${list}`, cursor, readerPlace) : null;
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { may } from '@/domain/permission/can';
import { listCategories } from '@/features/knowledge/queries-category';
import { getArticlePage, listOwners, listReviewers } from '@/features/knowledge/queries-editor';
import { ArticleDesk } from '@/features/knowledge/ui/article-desk.client';
import { ArticleMenu } from '@/features/knowledge/ui/article-menu.client';
import { ArticleSettings } from '@/features/knowledge/ui/article-settings.client';
import { LanguageTabs } from '@/features/knowledge/ui/language-tabs';
import { hasNewsOfArticle } from '@/features/notifications/queries';
import { ArticleSeen } from '@/features/notifications/ui/article-seen.client';
import { IslandMessages } from '@/i18n/island-messages';
import { isLocale } from '@/i18n/locales';
import { staffPage } from '@/server/auth/require-staff';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{
  params: Promise<{ workspace: string; articleId: string }>;
  searchParams: Promise<{ locale?: string | string[] }>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('knowledge');
  return { title: t('title') };
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const { workspace: slug, articleId } = await params;
  const { ctx, user } = await staffPage(slug, 'knowledge.read');
  const id = z.uuid().safeParse(articleId);
  const { locale } = await searchParams;
  const page = id.success
    ? await getArticlePage(ctx, { articleId: id.data, locale: isLocale(locale) ? locale : undefined })
    : null;
  if (!page) notFound();
  const [categories, people, reviewers, hasNews] = await Promise.all([
    listCategories(ctx, isLocale(user.locale) ? user.locale : 'en'),
    listOwners(ctx),
    listReviewers(ctx),
    hasNewsOfArticle(ctx, page.id),
  ]);
  const allowed = { write: may(ctx.actor, 'knowledge.write'), publish: may(ctx.actor, 'knowledge.publish') };
  const { text } = page;
  return (
    <IslandMessages namespaces={['knowledge']}>
      {hasNews && <ArticleSeen workspace={slug} articleId={page.id} until={ctx.now().getTime()} />}
      <div className="mx-auto flex w-full max-w-[100rem] flex-col gap-5 px-4 py-6 sm:px-8">
        <PageHeader
          title={<span lang={text.locale}>{text.title}</span>}
          actions={
            <ArticleMenu workspace={slug} articleId={page.id} text={text} mayDelete={allowed.publish} />
          }
        />
        <LanguageTabs workspace={slug} page={page} mayWrite={allowed.write} />
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <ArticleDesk key={text.id} workspace={slug} page={page} may={allowed} timeZone={user.timeZone} />
          <ArticleSettings
            workspace={slug}
            page={page}
            mayWrite={allowed.write}
            categories={categories}
            people={people}
            reviewers={reviewers}
            inSixMonths={inSixMonths(ctx.now())}
          />
        </div>
      </div>
    </IslandMessages>
  );
}

function inSixMonths(now: Date): string {
  const then = new Date(now);
  then.setUTCMonth(then.getUTCMonth() + 6);
  return then.toISOString().slice(0, 10);
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { may } from '@/domain/permission/can';
import { getReadArticle } from '@/features/knowledge/queries-reading';
import { ReadScreen } from '@/features/knowledge/ui/read-screen';
import { hasNewsOfArticle } from '@/features/notifications/queries';
import { ArticleSeen } from '@/features/notifications/ui/article-seen.client';
import { IslandMessages } from '@/i18n/island-messages';
import { isLocale } from '@/i18n/locales';
import { staffPage } from '@/server/auth/require-staff';
import { findPortal } from '@/server/portal/portal';
import { portalUrl } from '@/server/portal/portal-url';

type Props = Readonly<{
  params: Promise<{ workspace: string; articleId: string }>;
  searchParams: Promise<{ locale?: string | string[] }>;
}>;

const load = cache(async (slug: string, articleId: string, locale: string | null) => {
  const staff = await staffPage(slug, 'knowledge.read');
  const id = z.uuid().safeParse(articleId);
  const reader = isLocale(staff.user.locale) ? staff.user.locale : 'en';
  const asked = { articleId, locale: isLocale(locale) ? locale : undefined, reader };
  return { staff, article: id.success ? await getReadArticle(staff.ctx, asked) : null };
});

const asked = async ({ params, searchParams }: Props) => {
  const [{ workspace, articleId }, { locale }] = await Promise.all([params, searchParams]);
  return load(workspace, articleId, typeof locale === 'string' ? locale : null);
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await asked(props)).article?.title };
}

export default async function ReadPage(props: Props) {
  const { staff, article } = await asked(props);
  if (!article) notFound();
  const { ctx, workspace } = staff;
  const portal = article.slug ? await findPortal(ctx.db, workspace.slug) : null;
  const hasNews = await hasNewsOfArticle(ctx, article.id);
  const address = portal?.enabled ? portalUrl(portal, article.locale, `/articles/${article.slug}`) : null;
  return (
    <IslandMessages namespaces={['knowledge']}>
      {hasNews && (
        <ArticleSeen workspace={workspace.slug} articleId={article.id} until={ctx.now().getTime()} />
      )}
      <ReadScreen
        workspace={workspace.slug}
        article={article}
        address={address}
        mayWrite={may(ctx.actor, 'knowledge.write')}
      />
    </IslandMessages>
  );
}

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { may } from '@/domain/permission/can';
import { articleFilter } from '@/features/knowledge/article-filter';
import { articlePlace, listArticles } from '@/features/knowledge/queries';
import { listCategories } from '@/features/knowledge/queries-category';
import { listOwners } from '@/features/knowledge/queries-editor';
import { ArticleFilter } from '@/features/knowledge/ui/article-filter';
import { ArticleTable } from '@/features/knowledge/ui/article-table';
import { isLocale } from '@/i18n/locales';
import { staffPage } from '@/server/auth/require-staff';
import { openCursor, sealCursor } from '@/server/http/cursor';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('knowledge');
  return { title: t('title') };
}

export default async function KnowledgePage({ params, searchParams }: Props) {
  const { ctx, workspace, user } = await staffPage((await params).workspace, 'knowledge.read');
  const { after: cursor, ...asked } = await searchParams;
  const filter = articleFilter.parse(asked);
  const after = typeof cursor === 'string' ? openCursor('articles', cursor, articlePlace) : null;
  const reader = isLocale(user.locale) ? user.locale : 'en';
  const [t, { rows, next }, categories, people] = await Promise.all([
    getTranslations('knowledge'),
    listArticles(ctx, { filter, after, reader }),
    listCategories(ctx, reader),
    listOwners(ctx),
  ]);
  const here = `/${workspace.slug}/knowledge`;
  const narrowed = Object.entries(filter).filter((each): each is [string, string] => Boolean(each[1]));
  const at = (cursorOf: object) =>
    `${here}?${new URLSearchParams([...narrowed, ['after', sealCursor('articles', cursorOf)]])}`;
  const mayWrite = may(ctx.actor, 'knowledge.write');
  const create = mayWrite && (
    <ButtonLink variant="primary" href={`${here}/new`}>
      {t('new')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={create} />
      <ArticleFilter href={here} filter={filter} categories={categories} people={people} />
      <ArticleTable
        workspace={workspace.slug}
        rows={rows}
        narrowed={narrowed.length > 0 || after !== null}
        mayWrite={mayWrite}
        actions={create}
      />
      {(after ?? next) && (
        <nav aria-label={t('list.pages')} className="flex flex-wrap gap-2">
          {after && (
            <ButtonLink href={`${here}?${new URLSearchParams(narrowed)}`}>{t('list.newest')}</ButtonLink>
          )}
          {next && <ButtonLink href={at(next)}>{t('list.older')}</ButtonLink>}
        </nav>
      )}
    </>
  );
}

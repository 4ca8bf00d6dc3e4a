import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';
import { ButtonLink } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { PageHeader } from '@/ui/page-header';
import { TabLinks } from '@/ui/tab-links';
import type { ReadArticle } from '../queries-reading';
import { ArticleBody } from './article-body';

type Props = Readonly<{
  workspace: string;
  article: ReadArticle;
  /** Where customers read it; null where they cannot. */
  address: string | null;
  mayWrite: boolean;
}>;

/** An article for colleagues who want to read it, whether it is public or not. */
export function ReadScreen({ workspace, article, address, mayWrite }: Props) {
  const t = useTranslations('knowledge');
  const languages = useTranslations('common.language');
  const { id, locale, locales, title, excerpt, html, isDraft } = article;
  const root = `/${workspace}/knowledge`;
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-5 px-4 py-6 sm:px-8">
      <PageHeader
        title={<span lang={locale}>{title}</span>}
        description={excerpt ? <span lang={locale}>{excerpt}</span> : undefined}
        actions={
          <div className="flex flex-wrap gap-2">
            <ButtonLink href={`${root}/search`}>{t('read.search')}</ButtonLink>
            {address && (
              <ButtonLink href={address} prefetch={false}>
                {t('editor.view')}
              </ButtonLink>
            )}
            <ButtonLink href={`${root}/${id}?locale=${locale}`}>
              {t(mayWrite ? 'read.edit' : 'read.more')}
            </ButtonLink>
          </div>
        }
      />
      <Facts article={article} />
      {isDraft && <Notice tone="warning">{t('read.draft')}</Notice>}
      {locales.length > 1 && (
        <TabLinks
          label={t('editor.languages')}
          tabs={locales.map((each) => ({
            href: `${root}/${id}/read?locale=${each}`,
            label: languages(each),
            current: each === locale,
          }))}
        />
      )}
      <article lang={locale} className="rounded-lg border border-line bg-raised px-5 py-5 sm:px-8 sm:py-6">
        <ArticleBody html={html} />
      </article>
    </div>
  );
}

function Facts({ article }: Pick<Props, 'article'>) {
  const t = useTranslations('knowledge');
  const format = useFormatter();
  const { audience, category, owner, changedAt } = article;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft text-sm">
      <Badge tone={audience === 'internal' ? 'warning' : 'success'}>{t(`audience.${audience}`)}</Badge>
      <span>{category ?? t('list.noCategory')}</span>
      <span>{t('read.owner', { name: owner ?? t('list.noOwner') })}</span>
      <span>{t('read.changed', { at: format.dateTime(changedAt, { dateStyle: 'medium' }) })}</span>
    </p>
  );
}

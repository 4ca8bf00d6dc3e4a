'use client';

import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/ui/button';
import { DeleteDialog } from '@/ui/delete-dialog.client';
import { deleteArticleAction } from '../actions';

type Props = Readonly<{
  workspace: string;
  articleId: string;
  text: Readonly<{ id: string; title: string; locale: string }>;
  mayDelete: boolean;
}>;

/** What else there is of an article: its history, its files, and its end. */
export function ArticleMenu({ workspace, articleId, text, mayDelete }: Props) {
  const t = useTranslations('knowledge.editor');
  const files = `/api/desk/${workspace}/articles/export?text=${text.id}`;
  return (
    <div className="flex flex-wrap gap-2">
      <ButtonLink href={`/${workspace}/knowledge/${articleId}/read?locale=${text.locale}`}>
        {t('read')}
      </ButtonLink>
      <ButtonLink href={`/${workspace}/knowledge/${articleId}/readers`}>{t('readers')}</ButtonLink>
      <ButtonLink href={`/${workspace}/knowledge/${articleId}/history?text=${text.id}`}>
        {t('history')}
      </ButtonLink>
      <ButtonLink href={files} prefetch={false} download>
        {t('exportMarkdown')}
      </ButtonLink>
      <ButtonLink href={`${files}&as=html`} prefetch={false} download>
        {t('exportHtml')}
      </ButtonLink>
      {mayDelete && (
        <DeleteDialog
          words={{
            button: t('delete'),
            sure: t('deleteSure', { title: text.title }),
            body: t('deleteBody'),
            done: t('deleted'),
          }}
          remove={() => deleteArticleAction(workspace, { articleId })}
          leadTo={`/${workspace}/knowledge`}
        />
      )}
    </div>
  );
}

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { sealCursor } from '@/server/http/cursor';
import { ButtonLink } from '@/ui/button';
import type { ArticleTicketRow, Listed, ReaderPlace, ReaderWords } from '../queries-readers';
import { ArticleTickets } from './article-tickets';
import { ReaderWordList } from './reader-words';

/** The lists of the page, by the names that they have in its address. */
export type ReaderList = 'words' | 'after' | 'answers';

type Props = Readonly<{
  workspace: string;
  articleId: string;
  words: Listed<ReaderWords>;
  after: Listed<ArticleTicketRow>;
  answers: Listed<ArticleTicketRow>;
}>;

/** What came of an article: what readers said, which tickets followed all the same, and which it helped to answer. */
export function ReadersScreen({ workspace, articleId, words, after, answers }: Props) {
  const t = useTranslations('knowledge.readers');
  const place = { here: `/${workspace}/knowledge/${articleId}/readers` };
  return (
    <div className="flex flex-col gap-10">
      <Part {...place} list="words" title={t('words')} next={words.next}>
        <ReaderWordList workspace={workspace} rows={words.rows} named={false} />
      </Part>
      <Part {...place} list="after" title={t('after')} next={after.next}>
        <p className="max-w-3xl text-ink-faint text-sm">{t('afterHint')}</p>
        <ArticleTickets workspace={workspace} caption={t('after')} empty={t('noTickets')} rows={after.rows} />
      </Part>
      <Part {...place} list="answers" title={t('answers')} next={answers.next}>
        <ArticleTickets
          workspace={workspace}
          caption={t('answers')}
          empty={t('noAnswers')}
          rows={answers.rows}
          kinds
        />
      </Part>
    </div>
  );
}

type PartProps = Readonly<{
  here: string;
  list: ReaderList;
  title: string;
  next: ReaderPlace | null;
  children: ReactNode;
}>;

function Part({ here, list, title, next, children }: PartProps) {
  const t = useTranslations('knowledge.readers');
  return (
    <section aria-labelledby={list} className="flex flex-col gap-3">
      <h2 id={list} className="font-semibold text-lg">
        {title}
      </h2>
      {children}
      {next && (
        <p>
          <ButtonLink
            href={`${here}?${new URLSearchParams({ [list]: sealCursor(`readers-${list}`, next) })}#${list}`}
            aria-label={`${t('older')}: ${title}`}
          >
            {t('older')}
          </ButtonLink>
        </p>
      )}
    </section>
  );
}

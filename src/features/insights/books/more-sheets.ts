import type { Sheet } from '@/server/spreadsheet/book';
import type { Comment } from '../queries-comments';
import type { KnowledgeParts } from '../queries-knowledge';
import type { BookWords } from './book-words';
import { countCell } from './cells';

/** Languages, articles that lead to tickets, and searches in vain. */
export function knowledgeSheets({ t, partNames }: BookWords, parts: KnowledgeParts): Sheet[] {
  const head = (key: Parameters<typeof keyOf>[0], width = 14) => ({ head: t(keyOf(key)), width });
  const language = (locale: string) => partNames('language')(locale, null);
  return [
    {
      key: 'languages',
      name: t('knowledge.languages'),
      columns: [
        head('language', 18),
        head('views'),
        head('viewsBefore'),
        head('yes'),
        head('no'),
        head('published'),
        head('missing'),
      ],
      rows: parts.languages.map(({ locale, views, viewsBefore, yes, no, published, missing }) => [
        language(locale),
        ...[views, viewsBefore, yes, no, published, missing].map(countCell),
      ]),
    },
    {
      key: 'articles',
      name: t('knowledge.articles'),
      columns: [
        head('article', 50),
        head('language', 18),
        head('tickets'),
        head('yes'),
        head('no'),
        head('views'),
      ],
      rows: parts.articles.map(({ title, locale, tickets, yes, no, views }) => [
        title,
        language(locale),
        ...[tickets, yes, no, views].map(countCell),
      ]),
    },
    {
      key: 'searches',
      name: t('knowledge.searches'),
      columns: [head('words', 50), head('language', 18), head('times'), head('last', 18)],
      rows: parts.searches.map(({ text, locale, count, lastAt }) => [
        text,
        language(locale),
        countCell(count),
        { at: lastAt },
      ]),
    },
  ];
}

const keyOf = (
  key:
    | 'language'
    | 'views'
    | 'viewsBefore'
    | 'yes'
    | 'no'
    | 'published'
    | 'missing'
    | 'article'
    | 'tickets'
    | 'words'
    | 'times'
    | 'last',
) => `knowledge.${key}` as const;

/** What customers wrote beside their scores. */
export function commentsSheet({ t, partNames }: BookWords, comments: readonly Comment[]): Sheet {
  return {
    key: 'comments',
    name: t('comments.title'),
    columns: [
      { head: t('drill.at'), width: 18 },
      { head: t('comments.survey'), width: 26 },
      { head: t('comments.score'), width: 8 },
      { head: t('comments.comment'), width: 80 },
      { head: t('by.language'), width: 14 },
      { head: t('drill.agent'), width: 24 },
      { head: t('by.team'), width: 20 },
      { head: t('drill.ticket'), width: 10 },
    ],
    rows: comments.map(({ at, survey, kind, score, comment, locale, agent, team, ticketNumber }) => [
      { at },
      survey,
      kind === 'resolved' ? t(score === 1 ? 'comments.resolved' : 'comments.unresolved') : countCell(score),
      comment,
      partNames('language')(locale, null),
      agent,
      team,
      ticketNumber === null ? null : countCell(ticketNumber),
    ]),
  };
}

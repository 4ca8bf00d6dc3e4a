import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';
import type { ReaderWords } from '../queries-readers';

type Props = Readonly<{
  workspace: string;
  rows: readonly ReaderWords[];
  /** Where the list tells of many articles: each row names its own. */
  named: boolean;
}>;

/** What readers said of articles, with why. */
export function ReaderWordList({ workspace, rows, named }: Props) {
  const t = useTranslations('knowledge.readers');
  const reasons = useTranslations('help.feedback.reason');
  const languages = useTranslations('common.language');
  const format = useFormatter();
  if (rows.length === 0) return <p className="text-ink-soft">{t('noWords')}</p>;
  return (
    <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-raised">
      {rows.map(({ id, at, articleId, title, locale, helped, reason, comment }) => (
        <li key={id} className="flex flex-col gap-1 px-4 py-3">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-soft text-sm">
            <Badge tone={helped ? 'success' : 'warning'}>{t(helped ? 'helped' : 'helpedNot')}</Badge>
            {reason && <span>{reasons(reason)}</span>}
            <span>{languages(locale)}</span>
            <time dateTime={at.toISOString()}>
              {format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })}
            </time>
          </p>
          {comment && (
            <p lang={locale} className="whitespace-pre-line break-words">
              {comment}
            </p>
          )}
          {named && (
            <p>
              <Link
                href={`/${workspace}/knowledge/${articleId}/readers`}
                lang={locale}
                className="break-words text-accent-ink text-sm underline-offset-2 hover:underline"
              >
                {title}
              </Link>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

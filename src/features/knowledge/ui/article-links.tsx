import { classNames } from '@/ui/class-names';
import type { HelpLink } from '../queries-help';

type Props = Readonly<{ articles: readonly HelpLink[]; href: (path: string) => string; columns?: boolean }>;

/** Articles to read, each with its sentence. */
export function ArticleLinks({ articles, href, columns = false }: Props) {
  if (articles.length === 0) return null;
  return (
    <ul className={classNames('grid gap-x-8 gap-y-4', columns && 'sm:grid-cols-2')}>
      {articles.map(({ title, excerpt, slug }) => (
        <li key={slug}>
          <a
            href={href(`/articles/${slug}`)}
            className="rounded-sm font-medium text-accent-ink underline-offset-4 hover:underline"
          >
            {title}
          </a>
          {excerpt && <p className="mt-0.5 text-base text-ink-soft">{excerpt}</p>}
        </li>
      ))}
    </ul>
  );
}

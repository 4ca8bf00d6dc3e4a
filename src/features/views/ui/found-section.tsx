import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

type Props = Readonly<{
  title: string;
  /** Where all of them are. */
  all: string;
  children: ReactNode;
}>;

/** What else than tickets was found, in a few lines. */
export function FoundSection({ title, all, children }: Props) {
  const t = useTranslations('desk.search');
  return (
    <section aria-label={title} className="border-line border-b px-4 py-3">
      <div className="mb-1 flex items-baseline gap-3">
        <h2 className="font-medium text-ink-faint text-xs">{title}</h2>
        <Link
          href={all}
          prefetch={false}
          aria-label={t('allOf', { what: title })}
          className="text-accent-ink text-xs underline-offset-2 hover:underline"
        >
          {t('all')}
        </Link>
      </div>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">{children}</ul>
    </section>
  );
}

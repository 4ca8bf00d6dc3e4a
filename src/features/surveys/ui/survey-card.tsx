import Image from 'next/image';
import type { ReactNode } from 'react';
import { LOCALES } from '@/i18n/locales';
import { classNames } from '@/ui/class-names';

type Props = Readonly<{
  locale: string;
  workspace: string;
  title: string;
  /** Where the page is, for the same page in another language; null where there is nothing to read in another one. */
  path: string | null;
  /** The address of the workspace's picture. */
  logo?: string | null;
  children: ReactNode;
}>;

/** The one card of a survey's pages, in the workspace's name and the customer's language. */
export function SurveyCard({ locale, workspace, title, path, logo = null, children }: Props) {
  return (
    <div lang={locale} className="flex min-h-dvh flex-col items-center bg-sunken px-4 py-6 sm:py-14">
      <main className="w-full max-w-xl rounded-xl border border-line bg-raised p-5 shadow-raised sm:p-8">
        {workspace !== '' && (
          <p className="flex items-center gap-2.5 font-medium text-ink-soft">
            {logo && (
              <Image
                src={logo}
                alt=""
                width={128}
                height={32}
                unoptimized
                className="h-8 w-auto max-w-32 object-contain"
              />
            )}
            {workspace}
          </p>
        )}
        <h1 className="mt-1 text-balance break-words font-semibold text-ink text-xl tracking-tight">
          {title}
        </h1>
        <div className="mt-5">{children}</div>
      </main>
      {path && (
        <nav aria-label="Language · Nyelv · Valoda" className="mt-5 flex gap-1">
          {LOCALES.map((language) => (
            <a
              key={language}
              href={`${path}?lang=${language}`}
              lang={language}
              hrefLang={language}
              aria-current={language === locale ? 'true' : undefined}
              className={classNames(
                'rounded-md px-3 py-2 text-sm underline-offset-2 hover:underline',
                language === locale ? 'font-semibold text-ink' : 'text-ink-soft',
              )}
            >
              {new Intl.DisplayNames([language], { type: 'language' }).of(language)}
            </a>
          ))}
        </nav>
      )}
    </div>
  );
}

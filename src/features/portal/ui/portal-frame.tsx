import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { PublicPortalPage } from '@/server/portal/portal-page';
import { LanguageLinks } from './language-links.client';

type Props = Readonly<{ page: PublicPortalPage; children: ReactNode }>;

const WAY = 'rounded-sm py-1 text-accent-ink underline-offset-4 hover:underline';

/** What stands around every page of the portal: the brand above, the company's own links and the languages below. */
export async function PortalFrame({ page, children }: Props) {
  const { workspace, locale, href } = page;
  const [t, common, spoken] = await Promise.all([
    getTranslations('portal'),
    getTranslations('common'),
    getTranslations('auth.language'),
  ]);
  const words = workspace.words[locale];
  return (
    <div className="flex min-h-dvh flex-col text-lg">
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {common('skipToContent')}
      </a>
      <header className="border-line border-b bg-canvas">
        <div className="mx-auto flex min-h-16 w-full max-w-5xl flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3 sm:px-6">
          <Link
            href={href()}
            className="mr-auto flex min-w-0 items-center gap-3 rounded-sm font-semibold text-ink"
          >
            {workspace.logo && (
              <picture>
                <img
                  src={`/api/portal/${workspace.slug}/logo?v=${workspace.logo.sha256.slice(0, 12)}`}
                  alt=""
                  className="max-h-9 max-w-40"
                />
              </picture>
            )}
            <span className="min-w-0 break-words">
              {words?.title || t('title', { name: workspace.name })}
            </span>
          </Link>
          <nav
            aria-label={t('navigation')}
            className="flex flex-wrap items-center gap-x-5 gap-y-1 font-medium text-base"
          >
            <Link href={href('/requests/new')} prefetch={false} className={WAY}>
              {t('send')}
            </Link>
            {workspace.signIn !== 'nobody' && (
              <Link href={href('/requests')} prefetch={false} className={WAY}>
                {t('myRequests')}
              </Link>
            )}
          </nav>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="flex w-full min-w-0 flex-1 flex-col outline-none">
        {children}
      </main>
      <footer className="mt-12 border-line border-t bg-sunken text-base text-ink-soft">
        <div className="mx-auto flex w-full max-w-5xl flex-wrap items-center gap-x-6 gap-y-3 px-4 py-6 sm:px-6">
          {words?.footer && <p className="w-full whitespace-pre-line sm:w-auto">{words.footer}</p>}
          {words && words.links.length > 0 && (
            <nav aria-label={t('links')} className="flex flex-wrap gap-x-4 gap-y-2">
              {words.links.map(({ label, url }) => (
                <a
                  key={`${label} ${url}`}
                  href={url}
                  className="rounded-sm py-0.5 text-accent-ink underline-offset-2 hover:underline"
                >
                  {label}
                </a>
              ))}
            </nav>
          )}
          <LanguageLinks
            label={t('language')}
            current={locale}
            places={workspace.locales.map((each) => ({
              locale: each,
              href: workspace.host ? `/${each}` : `/help/${workspace.slug}/${each}`,
              name: spoken(each),
            }))}
          />
        </div>
      </footer>
    </div>
  );
}

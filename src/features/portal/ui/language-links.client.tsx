'use client';

import { usePathname } from 'next/navigation';

type Place = Readonly<{ locale: string; href: string; name: string }>;
type Props = Readonly<{ label: string; current: string; places: readonly Place[] }>;

/** Pages whose address in another language may be of something else: their own routes know where they are read there. */
const NAMED = /^\/(?:articles|categories)\/[^/]+$/;

/** The same page in the other languages, with whatever was searched for. */
export function LanguageLinks({ label, current, places }: Props) {
  const rest = usePathname()
    .replace(/^\/help\/[^/]+/, '')
    .replace(/^\/[a-z]{2}(?=\/|$)/, '');

  const here = places.find(({ locale }) => locale === current)?.href;
  if (places.length < 2) return null;
  return (
    <nav aria-label={label} data-languages="" className="flex flex-wrap gap-1 sm:ml-auto">
      {places.map(({ locale, href, name }) => (
        <a
          key={locale}
          href={NAMED.test(rest) && locale !== current ? `${here}${rest}/in/${locale}` : `${href}${rest}`}
          lang={locale}
          hrefLang={locale}
          aria-current={locale === current ? 'true' : undefined}
          data-keep-search=""
          className="rounded-sm px-2 py-1 text-ink-soft hover:bg-hover hover:text-ink aria-[current]:font-medium aria-[current]:text-ink"
        >
          {name}
        </a>
      ))}
    </nav>
  );
}

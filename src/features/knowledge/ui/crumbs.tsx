import { useTranslations } from 'next-intl';

type Props = Readonly<{
  /** From the first level down; the last is the page itself unless `open`. */
  way: readonly Readonly<{ name: string; path: string }>[];
  href: (path?: string) => string;
  /** True when the page itself is not among them. */
  open?: boolean;
}>;

/** The way from the home of the help centre to this page. */
export function Crumbs({ way, href, open = false }: Props) {
  const t = useTranslations('help');
  const links = open ? way : way.slice(0, -1);
  return (
    <nav aria-label={t('way')}>
      <ol className="flex flex-wrap gap-x-2 text-base text-ink-soft">
        {[{ name: t('home'), path: '' }, ...links].map(({ name, path }, index) => (
          <li key={path} className="flex gap-2">
            {index > 0 && <span aria-hidden>/</span>}
            <a href={href(path)} className="rounded-sm underline-offset-4 hover:underline">
              {name}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

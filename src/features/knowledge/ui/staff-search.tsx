import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { LOCALES, type Locale } from '@/i18n/locales';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import type { ArticleHits } from '../search-articles';
import type { ForeignHit } from '../search-everywhere';
import { MarkedPieces } from './marked-pieces';

type Props = Readonly<{
  workspace: string;
  locale: Locale;
  text: string;
  found: Readonly<{ own: ArticleHits; others: readonly ForeignHit[] }> | null;
}>;

/** What all published articles say, also those that only colleagues may read. */
export function StaffSearch({ workspace, locale, text, found }: Props) {
  const t = useTranslations('knowledge');
  const languages = useTranslations('common.language');
  const hits = found ? [...found.own.hits.map((hit) => ({ ...hit, locale })), ...found.others] : [];
  return (
    <div className="flex flex-col gap-6">
      <search>
        <form
          action={`/${workspace}/knowledge/search`}
          className="flex flex-wrap items-end gap-2"
          aria-label={t('section.search')}
        >
          <Field label={t('search.words')} className="min-w-60 flex-1">
            <Input name="q" type="search" defaultValue={text} autoComplete="off" />
          </Field>
          <Field label={t('list.locale')}>
            <Select name="locale" defaultValue={locale}>
              {LOCALES.map((each) => (
                <option key={each} value={each}>
                  {languages(each)}
                </option>
              ))}
            </Select>
          </Field>
          <Button type="submit" variant="primary">
            {t('search.submit')}
          </Button>
        </form>
      </search>
      {found && (
        <p role="status" className="text-ink-soft">
          {hits.length === 0 ? t('search.nothing', { text }) : t('search.found', { count: hits.length })}
          {found.own.corrected.length > 0 &&
            ` ${t('search.corrected', { words: found.own.corrected.join(', ') })}`}
        </p>
      )}
      <ol className="flex flex-col gap-5">
        {hits.map((hit) => (
          <Hit key={hit.translationId} workspace={workspace} hit={hit} asked={locale} />
        ))}
      </ol>
    </div>
  );
}

function Hit({ workspace, hit, asked }: Readonly<{ workspace: string; hit: ForeignHit; asked: Locale }>) {
  const t = useTranslations('knowledge');
  const languages = useTranslations('common.language');
  const { articleId, locale, title, excerpt, audience } = hit;
  return (
    <li className="max-w-3xl">
      <h2 className="flex flex-wrap items-center gap-2 font-semibold">
        <Link
          href={`/${workspace}/knowledge/${articleId}/read?locale=${locale}`}
          lang={locale}
          className="break-words text-accent-ink underline-offset-2 hover:underline"
        >
          <MarkedPieces pieces={title} />
        </Link>
        {audience === 'internal' && <Badge tone="warning">{t('audience.internal')}</Badge>}
        {locale !== asked && <Badge tone="outline">{languages(locale)}</Badge>}
      </h2>
      <p lang={locale} className="mt-0.5 text-ink-soft">
        <MarkedPieces pieces={excerpt} />
      </p>
    </li>
  );
}

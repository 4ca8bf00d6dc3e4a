import { useTranslations } from 'next-intl';
import { ARTICLE_AUDIENCES, ARTICLE_STATES } from '@/domain/knowledge/article';
import { LOCALES } from '@/i18n/locales';
import { Button, ButtonLink } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import type { ArticleFilter as Filter } from '../article-filter';
import { ARTICLE_NEEDS } from '../commands/article-fields';

type Named = Readonly<{ id: string; name: string }>;

type Props = Readonly<{
  href: string;
  filter: Filter;
  categories: readonly Named[];
  people: readonly Named[];
}>;

/** Narrows the list; a form without script, and its choices stand in the address. */
export function ArticleFilter({ href, filter, categories, people }: Props) {
  const t = useTranslations('knowledge');
  const languages = useTranslations('common.language');
  const choices = [
    ['state', ARTICLE_STATES.map((each) => ({ id: each, name: t(`state.${each}`) }))],
    ['need', ARTICLE_NEEDS.map((each) => ({ id: each, name: t(`need.${each}`) }))],
    ['locale', LOCALES.map((each) => ({ id: each, name: languages(each) }))],
    ['audience', ARTICLE_AUDIENCES.map((each) => ({ id: each, name: t(`audience.${each}`) }))],
    ['category', categories],
    ['owner', people],
  ] as const;
  const isNarrowed = Object.values(filter).some((value) => value);
  return (
    <search>
      <form
        action={href}
        aria-label={t('list.filters')}
        className="grid grid-cols-2 items-end gap-2 sm:grid-cols-4 xl:grid-cols-8"
      >
        <Field label={t('list.search')} className="col-span-2 sm:col-span-1">
          <Input name="q" type="search" defaultValue={filter.q ?? ''} autoComplete="off" />
        </Field>
        {choices.map(([name, options]) => (
          <Field key={name} label={t(`list.${name}`)}>
            <Select name={name} defaultValue={filter[name] ?? ''}>
              <option value="">{t('list.any')}</option>
              {options.map((option) => (
                <option key={option.id} value={option.id}>
                  {option.name}
                </option>
              ))}
            </Select>
          </Field>
        ))}
        <div className="flex gap-2">
          <Button type="submit">{t('list.apply')}</Button>
          {isNarrowed && (
            <ButtonLink variant="ghost" href={href}>
              {t('list.clear')}
            </ButtonLink>
          )}
        </div>
      </form>
    </search>
  );
}

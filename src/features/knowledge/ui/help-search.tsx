import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Locale } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { Input } from '@/ui/input';
import { SuggestionList } from './suggestion-list';

type Props = Readonly<{ workspace: string; locale: Locale; action: string; text?: string }>;

/** The search of the help centre: a form that needs no script, and suggests articles where scripts run. */
export function HelpSearch({ workspace, locale, action, text = '' }: Props) {
  const t = useTranslations('help');
  return (
    <search className="relative block max-w-2xl">
      <form action={action} className="flex gap-2">
        <label htmlFor="help-q" className="sr-only">
          {t('searchLabel')}
        </label>
        <Input
          id="help-q"
          name="q"
          type="search"
          defaultValue={text}
          placeholder={t('searchPlaceholder')}
          maxLength={300}
          autoComplete="off"
          data-suggest={`/api/help/${workspace}/suggest?locale=${locale}`}
          data-suggestions="help-suggestions"
          className="h-12 text-lg"
        />
        <Button type="submit" variant="primary" className="h-12 px-5 text-lg">
          <Search aria-hidden />
          <span className="max-sm:sr-only">{t('searchButton')}</span>
        </Button>
      </form>
      <SuggestionList id="help-suggestions" floats />
    </search>
  );
}

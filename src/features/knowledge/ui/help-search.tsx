import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Input } from '@/ui/input';

/** The search of the help centre: a form that needs no script. */
export function HelpSearch({ action, text = '' }: Readonly<{ action: string; text?: string }>) {
  const t = useTranslations('help');
  return (
    <search>
      <form action={action} className="flex max-w-2xl gap-2">
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
          className="h-12 text-lg"
        />
        <Button type="submit" variant="primary" className="h-12 px-5 text-lg">
          <Search aria-hidden />
          <span className="max-sm:sr-only">{t('searchButton')}</span>
        </Button>
      </form>
    </search>
  );
}

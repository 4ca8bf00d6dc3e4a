import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Input } from '@/ui/input';

/** Search over the people; a plain form, so that the answer has an address. */
export function PeopleSearch({ show, search }: Readonly<{ show: string; search: string }>) {
  const t = useTranslations('people');
  return (
    <search>
      <form className="relative max-w-sm">
        {show !== 'active' && <input type="hidden" name="show" value={show} />}
        <Search
          aria-hidden
          className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2.5 size-4 text-ink-faint"
        />
        <Input
          type="search"
          name="q"
          defaultValue={search}
          aria-label={t('search')}
          placeholder={t('search')}
          className="pl-8"
        />
      </form>
    </search>
  );
}

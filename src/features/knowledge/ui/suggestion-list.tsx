import { useTranslations } from 'next-intl';
import { classNames } from '@/ui/class-names';

type Props = Readonly<{ id: string; floats?: boolean }>;

/** Where the portal's script puts articles that may answer what is being typed; without script, and without any, nothing. */
export function SuggestionList({ id, floats = false }: Props) {
  const t = useTranslations('help');
  return (
    <div
      id={id}
      data-floats={floats ? '' : undefined}
      className={classNames(floats && 'absolute inset-x-0 top-full z-10 mt-1')}
    >
      <p role="status" data-found={t('suggested', { count: '{count}' })} className="sr-only" />
      <ul
        hidden
        aria-label={t('suggestions')}
        className={classNames(
          'divide-y divide-line overflow-hidden rounded-lg border border-line bg-raised',
          floats && 'shadow-lg',
        )}
      />
      <template>
        <li>
          <a
            href="#content"
            className="flex flex-col gap-0.5 px-4 py-3 outline-offset-[-3px] hover:bg-hover focus-visible:bg-hover"
          >
            <span data-word="title" className="font-medium text-accent-ink" />
            <span data-word="excerpt" className="line-clamp-2 text-base text-ink-soft" />
          </a>
        </li>
      </template>
    </div>
  );
}

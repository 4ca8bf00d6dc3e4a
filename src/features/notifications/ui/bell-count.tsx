import { useFormatter, useTranslations } from 'next-intl';
import { classNames } from '@/ui/class-names';
import { BELL_LIMIT } from '../queries';

type Props = Readonly<{ unread: number; className?: string }>;

/** How many tickets have news, beside the bell; nothing where there are none. */
export function BellCount({ unread, className }: Props) {
  const t = useTranslations('notification');
  const format = useFormatter();
  if (unread === 0) return null;
  const isMany = unread > BELL_LIMIT;
  const count = Math.min(unread, BELL_LIMIT);
  return (
    <span
      className={classNames(
        'inline-flex h-4 min-w-4 shrink-0 items-center justify-center rounded-full bg-accent px-1 font-semibold text-on-accent text-xs',
        className,
      )}
    >
      <span aria-hidden>
        {format.number(count)}
        {isMany && '+'}
      </span>
      <span className="sr-only">
        {', '}
        {isMany ? t('bellMany', { count }) : t('bellCount', { count })}
      </span>
    </span>
  );
}

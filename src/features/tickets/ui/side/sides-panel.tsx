import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';
import { ButtonLink } from '@/ui/button';
import type { ListedSide } from '../../commands/read-sides';
import { Moment } from '../moment';

type Props = Readonly<{
  sides: readonly ListedSide[];
  /** The address of this page with a conversation open; `new` begins one. */
  hrefOf: (sideId: string) => string;
  mayWrite: boolean;
}>;

/** What is talked over with others than the customer, by mail. */
export function SidesPanel({ sides, hrefOf, mayWrite }: Props) {
  const t = useTranslations('ticket.side');
  if (sides.length === 0 && !mayWrite) return null;
  return (
    <section aria-labelledby="sides" className="border-line border-b p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="sides" className="font-semibold text-ink">
          {t('panel')}
        </h2>
        {mayWrite && (
          <ButtonLink size="sm" href={hrefOf('new')} scroll={false} prefetch={false}>
            {t('new')}
          </ButtonLink>
        )}
      </div>
      {sides.length === 0 && <p className="mt-1 text-ink-faint text-sm">{t('empty')}</p>}
      <ul className="mt-1">
        {sides.map((side) => (
          <li key={side.id} className="-mx-1.5 rounded-md hover:bg-hover">
            <Link
              href={hrefOf(side.id)}
              scroll={false}
              prefetch={false}
              className="block rounded-md px-1.5 py-1.5 text-ink text-sm"
            >
              <span className="flex items-center gap-2">
                <span className="min-w-0 flex-1 truncate">{side.subject}</span>
                <State side={side} />
              </span>
              <span className="flex items-baseline gap-2 text-ink-faint text-xs">
                <span className="min-w-0 flex-1 truncate">{side.people}</span>
                <Moment at={side.activityAt} className="shrink-0" />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function State({ side: { state, isAnswered } }: Readonly<{ side: ListedSide }>) {
  const t = useTranslations('ticket.side');
  if (state === 'done') return <Badge tone="success">{t('done')}</Badge>;
  return isAnswered ? <Badge tone="warning">{t('answered')}</Badge> : <Badge>{t('waiting')}</Badge>;
}

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import type { DuplicatePair, PairSide } from '../duplicate-pairs';
import { MergeDialog } from './merge-dialog.client';
import { NotSame } from './not-same.client';

type Props = Readonly<{ workspace: string; pairs: readonly DuplicatePair[] }>;

/** Pairs that may be one person, each with what speaks for it and what to do about it. */
export function DuplicateList({ workspace, pairs }: Props) {
  const t = useTranslations('customer');
  return (
    <ul aria-label={t('duplicates.title')} className="flex flex-col gap-3">
      {pairs.map(({ newer, older, reasons }) => (
        <li key={`${newer.id}${older.id}`} className="rounded-lg border border-line bg-raised p-4">
          <div className="grid gap-3 sm:grid-cols-2">
            <Side workspace={workspace} side={older} />
            <Side workspace={workspace} side={newer} />
          </div>
          <div className="mt-3 flex flex-wrap items-center justify-between gap-2 border-line border-t pt-3">
            <span className="flex flex-wrap gap-1">
              {reasons.map((reason) => (
                <Badge key={reason} tone="outline" className="whitespace-normal">
                  {t(`like.${reason}`)}
                </Badge>
              ))}
            </span>
            <span className="flex flex-wrap gap-2">
              <MergeDialog
                workspace={workspace}
                customerId={older.id}
                otherId={newer.id}
                trigger={
                  <Button
                    size="sm"
                    aria-label={t('duplicates.look', { name: older.name, other: newer.name })}
                  >
                    {t('merge.look')}
                  </Button>
                }
              />
              <NotSame workspace={workspace} customerId={older.id} otherId={newer.id} />
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Side({ workspace, side }: Readonly<{ workspace: string; side: PairSide }>) {
  return (
    <div className="min-w-0">
      <Link
        href={`/${workspace}/desk/customers/${side.id}`}
        prefetch={false}
        className="break-words font-medium underline-offset-2 hover:underline"
      >
        {side.name}
      </Link>
      <ul className="text-ink-soft text-sm">
        {side.addresses.map((address) => (
          <li key={address} className="break-all">
            {address}
          </li>
        ))}
      </ul>
    </div>
  );
}

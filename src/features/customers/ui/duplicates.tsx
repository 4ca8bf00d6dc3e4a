import { UsersRound } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import type { Duplicate } from '../duplicates';
import { MergeDialog } from './merge-dialog.client';
import { NotSame } from './not-same.client';

type Props = Readonly<{ workspace: string; customerId: string; duplicates: readonly Duplicate[] }>;

/** Others who may be this person, with what speaks for it. */
export function Duplicates({ workspace, customerId, duplicates }: Props) {
  const t = useTranslations('customer');
  if (duplicates.length === 0) return null;
  return (
    <section
      aria-label={t('merge.suggested')}
      className="rounded-lg border border-warning-ink/25 bg-warning-soft p-4"
    >
      <h2 className="flex items-center gap-2 font-semibold">
        <UsersRound aria-hidden className="size-4 shrink-0 text-warning-ink" />
        {t('merge.suggested')}
      </h2>
      <p className="text-ink-soft text-sm">{t('merge.suggestedBody')}</p>
      <ul className="mt-2 flex flex-col gap-2">
        {duplicates.map(({ id, name, addresses, reasons }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-48 flex-1">
              <Link
                href={`/${workspace}/desk/customers/${id}`}
                prefetch={false}
                className="font-medium hover:underline"
              >
                {name}
              </Link>
              <span className="block break-all text-ink-soft text-sm">{addresses.join(', ')}</span>
              <span className="mt-0.5 flex flex-wrap gap-1">
                {reasons.map((reason) => (
                  <Badge key={reason} tone="outline" className="whitespace-normal">
                    {t(`like.${reason}`)}
                  </Badge>
                ))}
              </span>
            </span>
            <MergeDialog
              workspace={workspace}
              customerId={customerId}
              otherId={id}
              trigger={<Button size="sm">{t('merge.look')}</Button>}
            />
            <NotSame workspace={workspace} customerId={customerId} otherId={id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

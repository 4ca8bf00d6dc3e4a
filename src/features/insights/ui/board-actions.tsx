import { Mail, Monitor, Settings2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/ui/button';
import { PrintButton } from '@/ui/print-button.client';
import { ExportMenu } from './export-menu.client';

type Props = Readonly<{
  workspace: string;
  /** The board and what it is narrowed by, as it stands in the address; null on the page of a number. */
  board: Readonly<{ name: string; search: string }> | null;
  exports: Readonly<{ address: string; parts: readonly Readonly<{ key: string; name: string }>[] }>;
}>;

/** What can be done with a board: take it home, print it, have it mailed, hang it on the wall, set it up. */
export function BoardActions({ workspace, board, exports: files }: Props) {
  const t = useTranslations('insights.settings');
  const print = useTranslations('insights.print');
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      {board && (
        <>
          <ButtonLink variant="ghost" href={`/${workspace}/wall`} prefetch={false} className="max-sm:hidden">
            <Monitor aria-hidden />
            {t('wall')}
          </ButtonLink>
          <ButtonLink variant="ghost" href={`/${workspace}/insights/settings`} className="max-sm:-ml-3">
            <Settings2 aria-hidden />
            {t('button')}
          </ButtonLink>
          <ButtonLink
            href={`/${workspace}/insights/settings?${new URLSearchParams({ board: board.name, query: board.search.slice(1) })}#mail`}
          >
            <Mail aria-hidden />
            {t('mail')}
          </ButtonLink>
        </>
      )}
      <span className="contents max-sm:hidden">
        <PrintButton label={print('button')} />
      </span>
      <ExportMenu {...files} />
    </div>
  );
}

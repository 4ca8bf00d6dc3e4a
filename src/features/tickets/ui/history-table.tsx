import { Bot, History, KeyRound, type LucideIcon, User, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { HistoryLine, TicketHistory } from '@/features/tickets/commands/read-history';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { useDates } from '@/ui/use-dates';
import { useEventPhrase } from './use-event-phrase';

type Props = Pick<TicketHistory, 'lines' | 'fields'>;

/** Who changed what when, and why, the newest first. */
export function HistoryTable({ lines, fields }: Props) {
  const t = useTranslations('ticket.history');
  const dates = useDates();
  const phrase = useEventPhrase(fields);
  const why = useWhy();
  const columns: Column<HistoryLine>[] = [
    {
      key: 'at',
      wide: true,
      head: t('at'),
      cell: ({ at }) => (
        <time
          dateTime={at.toISOString()}
          className="whitespace-nowrap text-ink-soft"
          suppressHydrationWarning
        >
          {dates.dateTime(at, { dateStyle: 'medium', timeStyle: 'medium' })}
        </time>
      ),
    },
    { key: 'who', wide: true, head: t('who'), cell: (line) => <Who line={line} /> },
    {
      key: 'what',
      head: t('what'),
      cell: (line) => (
        <>
          <p className="break-words text-ink first-letter:uppercase">{phrase(line)}</p>
          <div className="mt-1 flex flex-wrap gap-x-2 text-ink-faint text-sm md:hidden">
            <Who line={line} />
            <span suppressHydrationWarning>
              {dates.dateTime(line.at, { dateStyle: 'medium', timeStyle: 'short' })}
            </span>
            {why(line)}
          </div>
        </>
      ),
    },
    {
      key: 'why',
      wide: true,
      head: t('why'),
      cell: (line) => <span className="break-words text-ink-soft">{why(line)}</span>,
    },
  ];
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={lines}
      rowKey={({ position }) => position}
      empty={
        <EmptyState icon={History} title={t('empty')}>
          {t('emptyBody')}
        </EmptyState>
      }
    />
  );
}

const UUID = /^[0-9a-f]{8}-/;

type Kind = 'agent' | 'key' | 'customer' | 'rule' | 'product';

function kindOf({ actorKind, actorId }: HistoryLine): Kind {
  if (actorKind === 'user') return actorId === null ? 'key' : 'agent';
  if (actorKind === 'customer') return 'customer';
  return UUID.test(actorId ?? '') ? 'rule' : 'product';
}

const ICONS = {
  agent: User,
  key: KeyRound,
  customer: Users,
  rule: Bot,
  product: Bot,
} as const satisfies Record<Kind, LucideIcon>;

function Who({ line }: Readonly<{ line: HistoryLine }>) {
  const t = useTranslations('ticket.history');
  const kind = kindOf(line);
  const Icon = ICONS[kind];
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5" title={t(`kind.${kind}`)}>
      <Icon aria-hidden className="size-4 shrink-0 text-ink-faint" />
      <span className="sr-only">{t(`kind.${kind}`)}: </span>
      <span className="min-w-0 break-words">{kind === 'product' ? t('product') : line.actorName}</span>
    </span>
  );
}

/** What a change came with, in words; empty where somebody made it by itself. */
function useWhy(): (line: HistoryLine) => string {
  const t = useTranslations('ticket.history');
  return (line) => {
    const { macro, rule, message, actorName } = line;
    if (macro) return t('byMacro', { name: macro });
    if (rule) return t('byRule', { name: rule });
    if (kindOf(line) === 'rule') return t('byRule', { name: actorName });
    return message ? t(`message.${message}`) : '';
  };
}

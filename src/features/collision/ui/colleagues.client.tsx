'use client';

import { Eye, MessageSquareLock, PenLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Colleague } from '@/domain/ticket/presence';
import { Avatar } from '@/ui/avatar';
import { classNames } from '@/ui/class-names';
import { useHere } from './use-here';

const ICONS = { viewing: Eye, reply: PenLine, note: MessageSquareLock } as const;
const SHOWN = 3;

/** Who else has this ticket open, and who writes: they are seen before two people answer the same. */
export function ColleaguesHere({ workspace, ticketId }: Readonly<{ workspace: string; ticketId: string }>) {
  const t = useTranslations('ticket.here');
  const colleagues = useHere({ workspace, ticketId });
  const inOrder = [...colleagues].sort(
    (a, b) => Number(a.doing === 'viewing') - Number(b.doing === 'viewing'),
  );
  const rest = inOrder.length - SHOWN;
  return (
    <span role="status" aria-label={t('label')} className="inline-flex flex-wrap items-center gap-1.5">
      {inOrder.slice(0, SHOWN).map((each) => (
        <Chip key={each.id} {...each} />
      ))}
      {rest > 0 && <span className="text-ink-soft">{t('more', { count: rest })}</span>}
    </span>
  );
}

function Chip({ name, doing }: Colleague) {
  const t = useTranslations('ticket.here');
  const Icon = ICONS[doing];
  const writes = doing !== 'viewing';
  return (
    <span
      className={classNames(
        'appear inline-flex min-w-0 items-center gap-1 rounded-full py-0.5 pr-2 pl-0.5',
        writes ? 'bg-warning-soft text-warning-ink' : 'bg-sunken text-ink-soft',
      )}
    >
      <Avatar name={name} size="xs" />
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{t(doing, { name })}</span>
    </span>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { HISTORY_TOPICS } from '@/domain/ticket/history-topic';
import { getTicketHistory } from '@/features/tickets/commands/read-history';
import { HistoryFilter } from '@/features/tickets/ui/history-filter';
import { HistoryTable } from '@/features/tickets/ui/history-table';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{
  params: Promise<{ workspace: string; number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

const NUMBER = /^[1-9]\d{0,8}$/;
const query = z.object({
  field: z.enum(HISTORY_TOPICS).nullable().catch(null),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .nullable()
    .catch(null),
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('ticket.history');
  return { title: t('pageTitle', { number: (await params).number }) };
}

/** Every change of a ticket, with who made it and why. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const { workspace, number } = await params;
  const { ctx } = await staffPage(workspace, 'ticket.read');
  const { field, before } = query.parse(await searchParams);
  const asked = { topic: field, before };
  const history = NUMBER.test(number) ? await getTicketHistory(ctx, Number(number), asked) : null;
  if (!history) notFound();
  const t = await getTranslations('ticket.history');
  const ticket = `/${workspace}/desk/tickets/${number}`;
  const here = `${ticket}/history?${field ? `field=${field}&` : ''}`;
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
      <PageHeader
        title={t('title')}
        description={`#${number} ${history.ticket.subject}`}
        actions={<ButtonLink href={ticket}>{t('back')}</ButtonLink>}
      />
      <HistoryFilter topic={field} />
      <HistoryTable lines={history.lines} fields={history.fields} />
      {(before || history.next) && (
        <nav aria-label={t('pages')} className="flex flex-wrap gap-2">
          {before && <ButtonLink href={here}>{t('newest')}</ButtonLink>}
          {history.next && <ButtonLink href={`${here}before=${history.next}`}>{t('older')}</ButtonLink>}
        </nav>
      )}
    </div>
  );
}

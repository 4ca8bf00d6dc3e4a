import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { getPrintedTicket } from '@/features/tickets/queries-print';
import { PrintedTicket } from '@/features/tickets/ui/printed-ticket';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { PrintButton } from '@/ui/print-button.client';

type Props = Readonly<{
  params: Promise<{ workspace: string; number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

const NUMBER = /^[1-9]\d{0,8}$/;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('ticket.print');
  return { title: t('pageTitle', { number: (await params).number }) };
}

/** A ticket for paper; its notes only on wish, since paper leaves the house. */
export default async function PrintPage({ params, searchParams }: Props) {
  const { workspace: slug, number } = await params;
  const { ctx, workspace } = await staffPage(slug, 'ticket.read');
  const notes = (await searchParams)['notes'] === 'yes';
  const printed = NUMBER.test(number) ? await getPrintedTicket(ctx, Number(number), { notes }) : null;
  if (!printed) notFound();
  const t = await getTranslations('ticket.print');
  const ticket = `/${slug}/desk/tickets/${number}`;
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8 print:max-w-none print:p-0">
      <PageHeader
        className="print:hidden"
        title={t('title')}
        description={t(notes ? 'withNotes' : 'withoutNotes')}
        actions={
          <>
            <ButtonLink href={ticket}>{t('back')}</ButtonLink>
            <ButtonLink href={`${ticket}/print${notes ? '' : '?notes=yes'}`} replace>
              {t(notes ? 'leaveOut' : 'takeIn')}
            </ButtonLink>
            <PrintButton label={t('button')} />
          </>
        }
      />
      <PrintedTicket printed={printed} workspace={workspace} at={ctx.now()} />
    </div>
  );
}

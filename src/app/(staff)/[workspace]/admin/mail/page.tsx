import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { listMails, MAIL_SHOWS } from '@/features/delivery/queries';
import { MailTable } from '@/features/delivery/ui/mail-table';
import { staffPage } from '@/server/auth/require-staff';
import { env } from '@/server/env';
import { ButtonLink } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { PageHeader } from '@/ui/page-header';
import { TabLinks } from '@/ui/tab-links';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ show?: string; before?: string }>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mail');
  return { title: t('title') };
}

export default async function OutgoingMailPage({ params, searchParams }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'mail.read');
  const query = await searchParams;
  const show = MAIL_SHOWS.find((each) => each === query.show) ?? 'all';
  const before = z.uuid().safeParse(query.before).data ?? null;
  const [t, { rows, nextCursor }] = await Promise.all([
    getTranslations('mail'),
    listMails(ctx, { show, before }),
  ]);
  const here = `/${workspace.slug}/admin/mail`;
  return (
    <div className="flex flex-col gap-5">
      <PageHeader title={t('title')} description={t('description')} />
      {env().SMTP_URL === undefined && <Notice>{t('kept')}</Notice>}
      <TabLinks
        label={t('show')}
        tabs={MAIL_SHOWS.map((each) => ({
          href: each === 'all' ? here : `${here}?show=${each}`,
          label: t(`filter.${each}`),
          current: each === show,
        }))}
      />
      <MailTable workspace={workspace.slug} mails={rows} />
      {(before ?? nextCursor) && (
        <nav aria-label={t('pages')} className="flex flex-wrap gap-2">
          {before && <ButtonLink href={`${here}?show=${show}`}>{t('newest')}</ButtonLink>}
          {nextCursor && (
            <ButtonLink href={`${here}?show=${show}&before=${nextCursor}`}>{t('older')}</ButtonLink>
          )}
        </nav>
      )}
    </div>
  );
}

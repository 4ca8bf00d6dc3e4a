import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { listAudit } from '@/features/audit/queries';
import { AuditTable } from '@/features/audit/ui/audit-table';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ before?: string }>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit');
  return { title: t('title') };
}

export default async function AuditPage({ params, searchParams }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'audit.read');
  const before = z.uuid().safeParse((await searchParams).before).data ?? null;
  const [t, { rows, nextCursor }] = await Promise.all([getTranslations('audit'), listAudit(ctx, before)]);
  const here = `/${workspace.slug}/admin/audit`;
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={t('title')} description={t('description')} />
      <AuditTable rows={rows} />
      {(before ?? nextCursor) && (
        <nav aria-label={t('pages')} className="flex flex-wrap gap-2">
          {before && <ButtonLink href={here}>{t('newest')}</ButtonLink>}
          {nextCursor && <ButtonLink href={`${here}?before=${nextCursor}`}>{t('older')}</ButtonLink>}
        </nav>
      )}
    </div>
  );
}

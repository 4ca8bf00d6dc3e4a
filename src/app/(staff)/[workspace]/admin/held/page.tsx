import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { may } from '@/domain/permission/can';
import { getSourceRetention, HELD_SHOWS, listHeld } from '@/features/intake/queries';
import { HeldTable } from '@/features/intake/ui/held-table';
import { RetentionForm } from '@/features/intake/ui/retention-form.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { TabLinks } from '@/ui/tab-links';

type Props = Readonly<{
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ show?: string; before?: string }>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mail.held');
  return { title: t('title') };
}

export default async function HeldMailPage({ params, searchParams }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'mail.read');
  const query = await searchParams;
  const show = HELD_SHOWS.find((each) => each === query.show) ?? 'held';
  const before = z.uuid().safeParse(query.before).data ?? null;
  const [t, paging, { rows, nextCursor }, retention] = await Promise.all([
    getTranslations('mail.held'),
    getTranslations('mail'),
    listHeld(ctx, { show, before }),
    may(ctx.actor, 'workspace.manage') ? getSourceRetention(ctx) : null,
  ]);
  const here = `/${workspace.slug}/admin/held`;
  return (
    <div className="flex flex-col gap-5">
      <PageHeader title={t('title')} description={t('description')} />
      <TabLinks
        label={t('show')}
        tabs={HELD_SHOWS.map((each) => ({
          href: each === 'held' ? here : `${here}?show=${each}`,
          label: t(`filter.${each}`),
          current: each === show,
        }))}
      />
      <HeldTable workspace={workspace.slug} show={show} mails={rows} />
      {(before ?? nextCursor) && (
        <nav aria-label={paging('pages')} className="flex flex-wrap gap-2">
          {before && <ButtonLink href={`${here}?show=${show}`}>{paging('newest')}</ButtonLink>}
          {nextCursor && (
            <ButtonLink href={`${here}?show=${show}&before=${nextCursor}`}>{paging('older')}</ButtonLink>
          )}
        </nav>
      )}
      {retention && (
        <IslandMessages namespaces={['mail', 'common', 'problem']}>
          <RetentionForm workspace={workspace.slug} retention={retention} />
        </IslandMessages>
      )}
    </div>
  );
}

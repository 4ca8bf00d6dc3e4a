import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { may } from '@/domain/permission/can';
import { ADMIN_GROUPS, ADMIN_SECTIONS } from '@/features/workspaces/admin-sections';
import { getAdminCounts } from '@/features/workspaces/queries';
import { OverviewCard } from '@/features/workspaces/ui/overview-card';
import { staffPage } from '@/server/auth/require-staff';
import { PageHeader } from '@/ui/page-header';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin');
  return { title: t('title') };
}

export default async function AdminPage({ params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'admin.read');
  const [t, counts] = await Promise.all([getTranslations('admin'), getAdminCounts(ctx)]);
  const sections = ADMIN_SECTIONS.filter(({ permission }) => may(ctx.actor, permission));
  return (
    <div className="flex flex-col gap-8">
      <PageHeader title={t('title')} description={t('overviewBody', { workspace: workspace.name })} />
      {ADMIN_GROUPS.map((group) => {
        const own = sections.filter((section) => section.group === group);
        if (own.length === 0) return null;
        return (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`} className="mb-3 font-medium text-ink-faint text-sm">
              {t(`group.${group}`)}
            </h2>
            <div className="grid gap-3 md:grid-cols-2 2xl:grid-cols-3">
              {own.map((section) => (
                <OverviewCard
                  key={section.key}
                  workspace={workspace.slug}
                  section={section}
                  counts={counts}
                />
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}

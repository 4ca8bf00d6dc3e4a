import type { ReactNode } from 'react';
import { adminSectionsFor } from '@/features/workspaces/queries';
import { AdminNav } from '@/features/workspaces/ui/admin-nav.client';
import { IslandMessages } from '@/i18n/island-messages';
import { staffPage } from '@/server/auth/require-staff';

type Props = Readonly<{ children: ReactNode; params: Promise<{ workspace: string }> }>;

/** The frame of the administration. Each page asks for itself whether it may be seen. */
export default async function AdminLayout({ children, params }: Props) {
  const { ctx, workspace } = await staffPage((await params).workspace, 'admin.read');
  const sections = adminSectionsFor(ctx.actor);
  return (
    <div className="flex min-w-0 flex-1 flex-col xl:grid xl:grid-cols-[13rem_minmax(0,1fr)] xl:items-start">
      <IslandMessages namespaces={['admin']}>
        <AdminNav workspace={workspace.slug} sections={sections} />
      </IslandMessages>
      <div className="mx-auto w-full min-w-0 max-w-6xl px-4 py-6 sm:px-8 sm:py-8">{children}</div>
    </div>
  );
}

import 'server-only';
import { redirect } from 'next/navigation';
import { requireUser, type SignedInUser } from './require-user';

/** The short name of the workspace that the person saw last, or else of their first one; null when there is none. */
function lastWorkspaceOf({ memberships, lastWorkspace }: SignedInUser): string | null {
  const slugs = memberships.map(({ workspace }) => workspace.slug);
  return slugs.find((slug) => slug === lastWorkspace) ?? slugs[0] ?? null;
}

/** Leads to a part of the workspace that the person saw last, such as `desk`. */
export async function leadToLastWorkspace(part: 'desk' | 'admin'): Promise<never> {
  const slug = lastWorkspaceOf(await requireUser());
  return redirect(slug ? `/${slug}/${part}` : '/no-workspace');
}

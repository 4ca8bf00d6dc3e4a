import 'server-only';
import type { ApiContext } from '@/server/auth/api-key';

/** The key of this request and the workspace that it opens. */
export async function keyInfoOf({ db, workspaceId, apiKeyId: id }: ApiContext) {
  const row = await db.apiKey.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: {
      id: true,
      name: true,
      scopes: true,
      workspace: { select: { id: true, slug: true, name: true } },
    },
  });
  if (!row) return null;
  const { workspace, ...key } = row;
  return { workspace, key };
}

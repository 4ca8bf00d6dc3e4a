import type { StoredFile } from '@/domain/ticket/ticket';
import { articleFileUrl } from '@/features/knowledge/article-files';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Scope = Pick<Context, 'workspaceId' | 'newId'>;
type Written = Readonly<{ html: string; reader: 'customer' | 'staff' }>;

const SOURCE = / src="[^"]*\/api\/knowledge\/files\/([0-9a-f-]{36})\/([0-9a-f-]{36})(?:\?[^"]*)?"/g;
const CONTENT_ID = 'article-file-';

/**
 * The HTML of a message that somebody wrote, with each picture of an article in it as a file of the message itself: a mail carries
 * its pictures, and shows them when the article is long gone. What customers get holds pictures of public articles only; others
 * lose their address.
 */
export async function takeArticlePictures(
  tx: Tx,
  scope: Scope,
  { html, reader }: Written,
): Promise<Readonly<{ html: string; files: readonly StoredFile[] }>> {
  const { workspaceId } = scope;
  const named = [...html.matchAll(SOURCE)].flatMap(([, workspace, id]) =>
    workspace === workspaceId && id ? [id] : [],
  );
  if (named.length === 0) return { html, files: [] };
  const article = reader === 'customer' ? { audience: 'public' as const } : {};
  const rows = await tx.attachment.findMany({
    where: { workspaceId, id: { in: [...new Set(named)] }, articles: { some: { workspaceId, article } } },
    select: { id: true, name: true, type: true, size: true, sha256: true },
  });
  const pictures = rows.filter(({ type }) => type.startsWith('image/'));
  const known = new Set(pictures.map(({ id }) => id));
  return {
    html: html.replace(SOURCE, (_, workspace: string, id: string) =>
      workspace === workspaceId && known.has(id) ? ` src="cid:${CONTENT_ID}${id}"` : '',
    ),
    files: pictures.map((file) => ({
      ...file,
      id: scope.newId(),
      inline: true,
      contentId: `${CONTENT_ID}${file.id}`,
    })),
  };
}

/** True for a file that a message has from an article: it is made anew when the message is written once more. */
export const isArticlePicture = (contentId: string | null): boolean =>
  contentId?.startsWith(CONTENT_ID) ?? false;

/** The HTML of a message as its writer had it, with its pictures from articles as the editor shows them. */
export const withArticlePictures = (scope: Pick<Context, 'workspaceId'>, html: string): string =>
  html.replace(
    new RegExp(` src="cid:${CONTENT_ID}([0-9a-f-]{36})"`, 'g'),
    (_, id: string) => ` src="${articleFileUrl(scope, id)}"`,
  );

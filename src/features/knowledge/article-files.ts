import { cleanArticleHtml } from '@/channels/lib/article-html';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

const ROOT = '/api/knowledge/files';
const FILE = /\/api\/knowledge\/files\/([0-9a-f-]{36})\/([0-9a-f-]{36})/g;

type Scope = Pick<Context, 'workspaceId'>;

/** The address of a picture or file of an article; the same for ever, and answered to whoever may read the article. */
export const articleFileUrl = ({ workspaceId }: Scope, attachmentId: string): string =>
  `${ROOT}/${workspaceId}/${attachmentId}`;

/** The article cleaned, with no pictures but those of this workspace; and what could not stay. */
export function cleanOwnHtml({ workspaceId }: Scope, html: string) {
  const own = new RegExp(`^${ROOT}/${workspaceId}/[0-9a-f-]{36}$`);
  return cleanArticleHtml(html, (source) => own.test(source));
}

/** The files of the workspace that a text shows or links to. */
function filesIn({ workspaceId }: Scope, html: string): readonly string[] {
  const found = [...html.matchAll(FILE)].filter(([, workspace]) => workspace === workspaceId);
  return [...new Set(found.map(([, , id = '']) => id))];
}

/**
 * Makes the files of a text files of its article too, as after copying from one article into another. Only what is already a
 * file of some article: a file of a ticket never becomes readable by being named.
 */
export async function adoptFiles(
  tx: Tx,
  { workspaceId }: Scope,
  { articleId, html }: Readonly<{ articleId: string; html: string }>,
): Promise<void> {
  const ids = filesIn({ workspaceId }, html);
  if (ids.length === 0) return;
  await tx.$executeRaw`
    insert into "ArticleFile" ("workspaceId", "articleId", "attachmentId")
    select distinct f."workspaceId", ${articleId}::uuid, f."attachmentId" from "ArticleFile" f
    where f."workspaceId" = ${workspaceId}::uuid and f."attachmentId" = any (${[...ids]}::uuid[])
    on conflict do nothing`;
}

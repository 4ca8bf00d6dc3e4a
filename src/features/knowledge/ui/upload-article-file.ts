import type { ArticleFile } from '../commands/keep-article-file';

/** Uploads a file of an article; null when it did not arrive. */
export async function uploadArticleFile(
  { workspace, articleId }: Readonly<{ workspace: string; articleId: string }>,
  file: File,
): Promise<ArticleFile | null> {
  const url = `/api/desk/${workspace}/articles/${articleId}/files?name=${encodeURIComponent(file.name || 'file')}`;
  const headers = { 'Content-Type': file.type || 'application/octet-stream' };
  const answer = await fetch(url, { method: 'POST', headers, body: file }).catch(() => null);
  return answer?.status === 201 ? await answer.json() : null;
}

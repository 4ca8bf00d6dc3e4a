import { headers } from 'next/headers';
import type { Context } from '@/server/context';

type Scope = Pick<Context, 'db' | 'workspaceId'>;

const ARTICLE = /\/(en|hu|lv)\/articles\/([^/?#]{1,200})$/;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The public article that a visitor comes from: by the address that their browser names, or by its id where a page in between
 * has kept it. Who reads and only then writes has seen an answer (contracts G.14), and needs no cookie for it before. Null for
 * any other page.
 */
export async function articleComeFrom(
  scope: Scope,
  kept: string | string[] | undefined,
): Promise<string | null> {
  const referer = (await headers()).get('referer') ?? '';
  return publicArticle(scope, { referer, kept: typeof kept === 'string' ? kept : '' });
}

/** The same for an address as the browser gave it. */
export async function publicArticle(
  scope: Scope,
  { referer, kept }: Readonly<{ referer: string; kept: string }>,
): Promise<string | null> {
  const id = (await articleAt(scope, referer)) ?? (ID.test(kept) ? kept : null);
  if (id === null) return null;
  const { db, workspaceId } = scope;
  const article = await db.article.findFirst({
    where: { workspaceId, id, audience: 'public' },
    select: { id: true },
  });
  return article?.id ?? null;
}

async function articleAt({ db, workspaceId }: Scope, address: string): Promise<string | null> {
  const [, locale = '', slug = ''] =
    ARTICLE.exec(URL.canParse(address) ? new URL(address).pathname : '') ?? [];
  if (slug === '') return null;
  const key = { workspaceId, locale, slug: decoded(slug) };
  const found = await db.articleSlug.findUnique({
    where: { workspaceId_locale_slug: key },
    select: { translation: { select: { articleId: true } } },
  });
  return found?.translation.articleId ?? null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

import { sql } from '@/server/db/sql';

/** Joins to the notices `n` the article that they are about, and as `x` its title, in its own language. */
export const titleOfArticle = sql`
  left join "Article" a on a."workspaceId" = n."workspaceId" and a.id = n."articleId"
  left join "ArticleTranslation" x on x."workspaceId" = a."workspaceId" and x."articleId" = a.id and x.locale = a.locale`;

import type { Other } from './other-workspace';

/** Addresses of the knowledge base that show nothing of a workspace but what it publishes; each with the reason. */
export const KNOWLEDGE_OPEN: Readonly<Record<string, string>> = {
  '/api/help-cache': 'opens by a seal of this installation, and shows nothing',
  '/api/help/[workspace]/suggest': 'finds public articles for everybody',
  '/api/help/[workspace]/seen': 'counts, and shows nothing',
  '/api/help/[workspace]/feedback': 'takes whether a public article helped, and shows nothing',
  '/help/[workspace]/sitemap.xml': 'names public articles',
  '/help/[workspace]/robots.txt': 'names the map of public articles',
  '/robots.txt': 'names the map of the only help centre, if there is one alone',
  '/help/[workspace]/[locale]/articles/[slug]': 'shows public articles to everybody',
  '/help/[workspace]/[locale]/categories/[slug]': 'shows public articles to everybody',
  '/help/[workspace]/[locale]/articles/[slug]/in/[other]': 'leads to public articles in another language',
  '/help/[workspace]/[locale]/categories/[slug]/in/[other]': 'leads to public articles in another language',
  '/help/[workspace]/[locale]/search': 'finds public articles for everybody',
  '/help/[workspace]/[locale]/profile': 'asks a customer to sign in, and shows them themselves',
  '/help/[workspace]/[locale]/profile/address/[signInId]':
    'asks a customer to sign in, and for a mailed code',
  '/api/knowledge/files/[workspaceId]/[id]': 'shows to strangers what a published public article shows',
};

/** What the parameters of its other addresses name. */
export const KNOWLEDGE_PARAMETERS: Readonly<Record<string, Readonly<Record<string, keyof Other>>>> = {
  '/[workspace]/knowledge': {},
  '/[workspace]/knowledge/[articleId]': { articleId: 'articleId' },
  '/[workspace]/knowledge/[articleId]/history': { articleId: 'articleId' },
  '/[workspace]/knowledge/[articleId]/read': { articleId: 'articleId' },
  '/[workspace]/knowledge/[articleId]/readers': { articleId: 'articleId' },
  '/[workspace]/knowledge/categories': {},
  '/[workspace]/knowledge/categories/[categoryId]': { categoryId: 'categoryId' },
  '/[workspace]/knowledge/gaps': {},
  '/[workspace]/knowledge/import': {},
  '/[workspace]/knowledge/new': {},
  '/[workspace]/knowledge/search': {},
  '/api/desk/[workspace]/articles/[id]/files': { id: 'articleId' },
  '/api/desk/[workspace]/articles/export': {},
  '/api/desk/[workspace]/articles/feedback': {},
  '/api/desk/[workspace]/articles/import': {},
  '/api/desk/[workspace]/articles/search': {},
  '/api/desk/[workspace]/texts/[id]': { id: 'translationId' },
};

/** What its handlers are asked for in their body. */
export const KNOWLEDGE_NAMED: Readonly<Record<string, (other: Other) => unknown>> = {
  '/api/desk/[workspace]/texts/[id]': () => ({
    title: 'x',
    excerpt: '',
    keywords: '',
    html: 'x',
    version: 1,
  }),
};

/** How its operations are called. */
export const KNOWLEDGE_BODIES: Readonly<Record<string, (other: Other) => unknown>> = {
  createArticle: ({ categoryId }) => ({ locale: 'en', title: 'x', categoryId }),
  updateArticle: () => ({ audience: 'public' }),
  writeArticleText: () => ({ title: 'x', html: '<p>x</p>' }),
  stepArticleText: () => ({ step: 'publish' }),
  createArticleCategory: ({ categoryId }) => ({ parentId: categoryId, names: { en: { name: 'x' } } }),
  orderArticleCategories: ({ categoryId }) => ({ categoryIds: [categoryId] }),
  orderCategoryArticles: ({ articleId }) => ({ articleIds: [articleId] }),
  updateArticleCategory: () => ({ names: { en: { name: 'x' } } }),
};

/** What their parameters name. */
export const KNOWLEDGE_API_PARAMETERS = {
  '/articles/{id}': 'articleId',
  '/article-categories/{id}': 'categoryId',
} as const;

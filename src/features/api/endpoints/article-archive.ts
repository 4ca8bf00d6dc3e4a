import { ok } from '@/domain/shared/result';
import { importArticlesQuery, importedArticles } from '@/features/api/schemas/article-archive';
import { articleArchive } from '@/features/knowledge/commands/article-archive';
import { importArticles as takeIn } from '@/features/knowledge/commands/import-articles';
import { endpoint } from '@/server/http/endpoint';

const area = 'Knowledge base';

export const exportArticles = endpoint({
  id: 'exportArticles',
  method: 'GET',
  path: '/article-export',
  area,
  summary: 'Take the knowledge base out',
  description:
    'A zip of every article in every language, as Markdown with front matter and as HTML, with its pictures and files. The import reads it.',
  permission: 'knowledge.read',
  answer: { status: 200, description: 'The archive.', mediaType: 'application/zip' },
  run: async (ctx) => ok(articleArchive(ctx, 'knowledge.zip')),
});

export const importArticles = endpoint({
  id: 'importArticles',
  method: 'POST',
  path: '/article-import',
  area,
  summary: 'Bring articles in',
  description:
    'A Markdown or HTML file, or a zip of many with their pictures and files, as the field `file` of a multipart form or as bare bytes with ' +
    '`?name=`. What the export wrote comes back in its languages, places and states, as far as the key may publish; other texts become drafts.',
  permission: 'knowledge.write',
  query: importArticlesQuery,
  body: 'file',
  answer: { status: 201, description: 'What became of each file.', schema: importedArticles },
  run: (ctx, { query: { name: _, ...place }, body }) =>
    takeIn(ctx, { ...place, name: body.name, bytes: new Uint8Array(body.bytes) }),
});

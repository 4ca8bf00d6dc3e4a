import { packArticles } from '@/features/knowledge/archive/pack';
import type { StaffContext } from '@/server/context';

/** The whole knowledge base as a download of this name; `packArticles` says what is in it. */
export const articleArchive = (ctx: StaffContext, name: string): Response =>
  new Response(packArticles(ctx), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });

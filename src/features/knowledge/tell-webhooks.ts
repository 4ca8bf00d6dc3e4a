import { queueWebhook } from '@/features/webhooks/commands/queue-webhook';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import type { StoredText } from './store';

type Told = Readonly<{ text: StoredText; type: 'article.published' | 'article.withdrawn' }>;

/** Tells the endpoints that want to know which text readers see now, or no longer see. The words are asked for by the API. */
export async function tellWebhooks(tx: Tx, ctx: Context, { text, type }: Told): Promise<void> {
  const { workspaceId } = ctx;
  const endpoints = await tx.webhookEndpoint.findMany({
    where: { workspaceId, active: true, types: { has: type } },
    take: 100,
    select: { id: true },
  });
  const at = ctx.now();
  const { articleId, locale, title, revision, article } = text;
  const data = { article: { id: articleId, locale, title, revision, audience: article.audience } };
  for (const { id: endpointId } of endpoints) {
    const uniqueKey = `article:${text.id}:${type}:${at.getTime()}`;
    await queueWebhook(tx, { workspaceId, endpointId, type, data, uniqueKey, at });
  }
}

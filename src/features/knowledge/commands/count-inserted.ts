import { carriesArticle } from '@/domain/knowledge/carries';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

type Answer = Readonly<{
  ticketId: string;
  message: Readonly<{ id: string; html: string | null; text: string }>;
}>;

/** The most articles of one ticket that are looked for in an answer. */
const MOST = 50;

/** Notes which of the articles that were offered for an answer of this ticket it carries as it leaves. */
export async function countInserted(
  tx: Tx,
  { workspaceId, actor, now }: StaffContext,
  { ticketId, message }: Answer,
): Promise<void> {
  const offered = await tx.articleTicket.findMany({
    where: { workspaceId, ticketId, kind: 'offered' },
    orderBy: { at: 'desc' },
    take: MOST,
    select: { articleId: true, locale: true },
  });
  if (offered.length === 0) return;
  const texts = await tx.articleTranslation.findMany({
    where: { workspaceId, OR: offered.map((each) => ({ ...each })), slug: { not: null } },
    select: { articleId: true, locale: true, slug: true, liveText: true },
  });
  const sent = { html: message.html ?? '', text: message.text };
  const carried = texts.filter(({ slug, liveText }) =>
    carriesArticle(sent, { slug: slug ?? '', text: liveText ?? '' }),
  );
  for (const { articleId, locale } of carried) {
    const key = { workspaceId, articleId, ticketId, kind: 'inserted' };
    const by = { locale, byId: actor.id, at: now(), messageId: message.id };
    await tx.articleTicket.upsert({
      where: { workspaceId_articleId_ticketId_kind: key },
      create: { ...key, ...by },
      update: by,
    });
  }
}

import type { PromiseAbout } from '@/domain/promise/promise';
import type { DraftKind } from '@/features/tickets/inputs';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** What stands in a composer: text, recipients, and uploads that wait. An empty `to` means the usual recipients. */
export type DraftText = Readonly<{
  html: string;
  to: readonly string[];
  cc: readonly string[];
  bcc: readonly string[];
  attachmentIds: readonly string[];
  /** What the text promises. */
  promise?: DraftPromise | null | undefined;
}>;

export type DraftPromise = Readonly<{
  about: PromiseAbout;
  /** ISO 8601. */
  dueAt: string;
  sentence: string;
}>;

type Place = Readonly<{ ticketId: string; kind: DraftKind; userId: string }>;

/** True when nothing stands in it that would be missed. */
const isEmptyDraft = ({ html, attachmentIds }: DraftText): boolean =>
  attachmentIds.length === 0 && html.replace(/<[^>]*>|&nbsp;|\s/g, '') === '' && !/<img\b/i.test(html);

/** Keeps the one draft that a person has of this kind on a ticket; an empty one is taken away. */
export async function keepDraft(
  tx: Tx,
  ctx: StaffContext,
  { ticketId, kind, userId, ...text }: Place & DraftText,
): Promise<void> {
  const { workspaceId } = ctx;
  const place = { workspaceId, ticketId, userId, kind };
  if (isEmptyDraft(text)) {
    await tx.draft.deleteMany({ where: place });
    return;
  }
  const words = {
    html: text.html,
    to: [...text.to],
    cc: [...text.cc],
    bcc: [...text.bcc],
    attachmentIds: [...text.attachmentIds],
    promiseAbout: text.promise?.about ?? null,
    promiseDueAt: text.promise?.dueAt ?? null,
    promiseSentence: text.promise?.sentence ?? '',
    updatedAt: ctx.now(),
  };
  await tx.draft.upsert({
    where: { workspaceId_ticketId_userId_kind: place },
    create: { ...place, ...words },
    update: words,
  });
}

import type { StaffContext } from '@/server/context';

/** A ticket with its question and the last answer that a person wrote, for an article; null when there is none. */
export async function findAnswered({ db, workspaceId }: StaffContext, id: string) {
  const [ticket, question, answer] = await Promise.all([
    db.ticket.findUnique({
      where: { workspaceId_id: { workspaceId, id } },
      select: {
        number: true,
        subject: true,
        language: true,
        requesterId: true,
        assigneeId: true,
        teamId: true,
        requester: { select: { displayName: true } },
      },
    }),
    db.message.findFirst({
      where: { workspaceId, ticketId: id, direction: 'inbound' },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { text: true },
    }),
    db.message.findFirst({
      where: {
        workspaceId,
        ticketId: id,
        direction: 'outbound',
        automated: null,
        authorKind: 'user',
        deletedAt: null,
        OR: [{ delivery: null }, { delivery: { not: 'cancelled' } }],
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: {
        text: true,
        html: true,
        attachments: {
          orderBy: [{ position: 'asc' }, { id: 'asc' }],
          select: { name: true, type: true, sha256: true, contentId: true },
        },
      },
    }),
  ]);
  if (!ticket) return null;
  const { attachments: files = [], ...words } = answer ?? { text: '', html: null };
  return { ...ticket, question: question?.text ?? '', answer: words, files };
}

export type Told = NonNullable<Awaited<ReturnType<typeof findAnswered>>>;

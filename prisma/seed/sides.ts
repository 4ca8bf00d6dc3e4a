import type { StaffActor } from '@/domain/permission/actor';
import { PLAIN_MESSAGE } from '@/domain/ticket/plain-message';
import { receiveOnSide } from '@/features/tickets/commands/receive-on-side';
import { startSide } from '@/features/tickets/commands/start-side';
import type { Db } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';

const HOUR = 3_600_000;
const ASKED_HOURS_AGO = 27;
const ANSWERED_HOURS_AGO = 3;

const PROBLEM = 'Boiler seal of the Ozolo Classic leaks (batch 26-09)';
const WORKS = { name: 'Marco Bellini', address: 'marco.bellini@guarnizioni.example' };
const FREIGHT = 'dispatch@baltfreight.example';
const SUBJECT = 'Seals for batch 26-09';
const ANSWER =
  'Hello,\n\nyes, the rubber of that week was too soft. 400 new seals leave here on Thursday, free of charge.\n\nMarco';

/** Somebody asked the maker of the seals, who has answered, and a freight company, which has not. */
export async function buildSides(
  db: Db,
  { workspaceId, users, channelAccountId }: Cast,
  now: Date,
): Promise<void> {
  const user = users.get('peter');
  const ticket = await db.ticket.findFirst({
    where: { workspaceId, subject: PROBLEM },
    select: { id: true },
  });
  if (!user || !ticket) throw new Error('nobody asks beside a ticket of the demo');
  const actor: StaffActor = { kind: 'user', ...user, role: 'manager', scope: 'all', teamIds: [] };
  const asked = new Date(now.getTime() - ASKED_HOURS_AGO * HOUR);
  const ctx = { workspaceId, db, newId, actor, now: () => asked };
  const usual = { ticketId: ticket.id, cc: [], attachmentIds: [] };
  const begun = await startSide(ctx, {
    ...{ ...usual, to: [WORKS.address], subject: SUBJECT },
    html: '<p>Dear Marco,</p><p>six machines with seals of batch 26-09 leak. Can you check what you sent that week?</p>',
  });
  const other = await startSide(ctx, {
    ...{ ...usual, to: [FREIGHT], subject: 'Pick-up of 6 machines in Riga and Budapest' },
    html: '<p>Hello,</p><p>could you collect six coffee machines next week? What would it cost?</p>',
  });
  if (!begun.ok || !other.ok) throw new Error('the questions of the demo were refused');
  const left = { workspaceId, messageId: { in: [begun.value.messageId, other.value.messageId] } };
  await db.outgoingMail.updateMany({ where: left, data: { state: 'sent', via: 'log', sentAt: asked } });
  await db.message.updateMany({
    where: { workspaceId, id: left.messageId },
    data: { delivery: 'sent', sentAt: asked },
  });
  const answered = new Date(now.getTime() - ANSWERED_HOURS_AGO * HOUR);
  const intake = { kind: 'system', id: 'intake', name: 'intake' } as const;
  const system = { workspaceId, db, newId, actor: intake, now: () => answered };
  const message = {
    ...PLAIN_MESSAGE,
    ...({
      id: newId(),
      direction: 'inbound',
      channel: 'email',
      channelAccountId,
      subject: `Re: ${SUBJECT}`,
    } as const),
    author: { kind: 'system', ...WORKS } as const,
    from: [WORKS],
    text: ANSWER,
    visibleText: ANSWER,
    threadedBy: 'reply_token' as const,
    language: 'en',
    receivedAt: answered,
  };
  await transaction(system, (tx) => receiveOnSide(tx, system, { sideId: begun.value.sideId, message }));
}

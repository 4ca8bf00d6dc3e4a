import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { MailInput } from '@/features/delivery/inputs';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';
import { announce, mailTopic } from '@/server/live/announce';
import { sendMail } from './send-mail-job';

type Retried = Readonly<{ mailId: string }>;
type Refused = Readonly<{ code: 'not_found' | 'forbidden' | 'message.not_failed' }>;

/** Sends a mail that failed or waits for its next try at once, counting its tries from the start. */
export function retryMail(ctx: StaffContext, { mailId }: MailInput): Promise<Result<Retried, Refused>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'mail.read')) return fail({ code: 'forbidden' });
    const { workspaceId } = ctx;
    const where = { workspaceId, id: mailId };
    if ((await tx.outgoingMail.count({ where })) === 0) return fail({ code: 'not_found' });
    const [row] = await tx.outgoingMail.updateManyAndReturn({
      where: { ...where, state: { in: ['failed', 'deferred'] } },
      data: { state: 'queued', attempts: 0, runAt: ctx.now() },
      select: { messageId: true },
    });
    if (!row) return fail({ code: 'message.not_failed' });
    if (row.messageId) {
      await tx.message.updateMany({
        where: { workspaceId, id: row.messageId },
        data: { delivery: 'queued', deliveryDetail: null },
      });
    }
    await enqueue(tx, sendMail, { workspaceId, mailId });
    await announce(tx, [mailTopic(workspaceId)]);
    return ok({ mailId });
  });
}

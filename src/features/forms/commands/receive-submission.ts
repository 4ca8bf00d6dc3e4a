import type { Submission } from '@/domain/form/form';
import { type Suspicion, suspicionsOf } from '@/domain/form/suspicion';
import { blockOf } from '@/features/blocks/commands/block-of';
import { noteHealth } from '@/features/channels/commands/note-health';
import { placeSubmission } from '@/features/forms/commands/place-submission';
import type { ShownForm } from '@/features/forms/form-rows';
import type { SystemContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { log } from '@/server/log';

type Sent = Readonly<{
  form: ShownForm;
  submission: Submission;
  /** Of the page that was filled in: sent twice, it is still one. */
  key: string;
  trap: string;
  seconds: number;
  ip: string;
}>;

/** The ticket; null for what a person looks at first. */
export type Taken = Readonly<{ number: number | null; ticketId: string | null }>;

/**
 * Keeps what somebody sent, and then makes a ticket of it, each in a commit of its own: what cannot be placed stays in the
 * list of held ones. What looks as if no person had written it, and what a blocked sender wrote, waits there too.
 */
export async function receiveSubmission(ctx: SystemContext, sent: Sent): Promise<Taken> {
  const { form, submission, key, trap, seconds, ip } = sent;
  const { workspaceId } = ctx;
  const unique = { workspaceId, channelAccountId: form.id, key };
  const before = await ctx.db.formSubmission.findUnique({
    where: { workspaceId_channelAccountId_key: unique },
    select: { ticket: { select: { id: true, number: true } } },
  });
  if (before) return { number: before.ticket?.number ?? null, ticketId: before.ticket?.id ?? null };
  const blocked = await blockOf(ctx.db, ctx, { senders: [{ kind: 'email', value: submission.email }] });
  const looks = suspicionsOf({ ...submission, trap, seconds });
  const suspicions: Suspicion[] = blocked === null ? looks : ['blocked', ...looks];
  const id = ctx.newId();
  const { count } = await ctx.db.formSubmission.createMany({
    data: {
      ...unique,
      id,
      body: JSON.parse(JSON.stringify(submission)),
      email: submission.email,
      subject: submission.subject.slice(0, 200),
      state: suspicions.length > 0 ? 'held' : 'received',
      reason: suspicions.join(','),
      remoteAddress: ip,
      receivedAt: ctx.now(),
    },
    skipDuplicates: true,
  });
  // The same page, sent twice at once: the other one is it.
  if (count === 0) return receiveSubmission(ctx, sent);
  await ctx.db.channelAccount.updateMany({
    where: { workspaceId, id: form.id },
    data: { lastReceivedAt: ctx.now() },
  });
  if (suspicions.length > 0) return NOTHING_YET;
  return placed(ctx, { form, submissionId: id, submission });
}

const NOTHING_YET: Taken = { number: null, ticketId: null };

/** The ticket; none, and a red light, where it could not be made: what was sent is kept and waits. */
async function placed(ctx: SystemContext, placing: Parameters<typeof placeSubmission>[2]): Promise<Taken> {
  const account = { workspaceId: ctx.workspaceId, id: placing.form.id };
  try {
    const ticket = await transaction(ctx, (tx) => placeSubmission(tx, ctx, placing));
    await noteHealth(ctx, account, { health: 'healthy', detail: '' });
    return ticket;
  } catch (error) {
    log().error({ error, submissionId: placing.submissionId }, 'a submission of a form could not be placed');
    await noteHealth(ctx, account, { health: 'failing', detail: 'not_placed' });
    return NOTHING_YET;
  }
}

import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { DeadLetterInput } from '@/features/health/inputs';
import type { StaffContext } from '@/server/context';
import { reviveJob } from '@/server/jobs/dead-letters';

/** Puts a job of this workspace that was given up back into its queue. It starts anew, with all its tries. */
export async function retryDeadLetter(
  ctx: StaffContext,
  { jobId }: DeadLetterInput,
): Promise<Result<null, Readonly<{ code: 'not_found' }>>> {
  if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'not_found' });
  return (await reviveJob(jobId, ctx.workspaceId)) ? ok(null) : fail({ code: 'not_found' });
}

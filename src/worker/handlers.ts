import { removeUnnamed } from '@/features/attachments/commands/remove-unnamed';
import { eraseWords } from '@/features/customers/commands/erase-words';
import { eraseWordsJob } from '@/features/customers/jobs';
import { deliverMail } from '@/features/delivery/commands/deliver-mail';
import { sendMail } from '@/features/delivery/commands/send-mail-job';
import { runImport } from '@/features/imports/commands/run-import';
import { importJob } from '@/features/imports/jobs';
import { takeInJob } from '@/features/intake/jobs';
import { takeInBatch } from '@/features/intake/take-in-batch';
import { fetchRecording } from '@/features/phone/commands/fetch-recording';
import { fetchRecordingJob } from '@/features/phone/commands/fetch-recording-job';
import { refuseRecording } from '@/features/phone/commands/refuse-recording';
import { refuseRecordingJob } from '@/features/phone/commands/refuse-recording-job';
import { fillQueue } from '@/features/routing/commands/fill-queue';
import { fillQueuesOf } from '@/features/routing/commands/route-ticket';
import { agentIsFree, queueChanged } from '@/features/routing/jobs';
import { reindexCustomer } from '@/features/search/commands/reindex-customer-job';
import { reindexTicketsOf } from '@/features/search/jobs';
import { comeUnderPolicies } from '@/features/sla/commands/come-under-policies';
import { recalculateClocks } from '@/features/sla/commands/recalculate-clocks';
import { calendarEdited, policiesEdited } from '@/features/sla/recalculate-job';
import { removeFilesJob } from '@/features/tickets/jobs';
import { ticketChanged } from '@/features/tickets/ticket-changed';
import { deliverWebhook } from '@/features/webhooks/commands/deliver-webhook';
import { deliverWebhookJob } from '@/features/webhooks/commands/deliver-webhook-job';
import { env } from '@/server/env';
import { callOutside } from '@/server/http/call-outside';
import { rightOfWay } from '@/server/jobs/right-of-way';
import { workOnBatches, workOnEach } from '@/server/jobs/work-on';
import type { World } from '@/server/world';
import { afterSaves } from './after-saves';
import { systemContext } from './world';

/** A flood of mail is taken in first; whatever else there is goes on within this time. */
const LONGEST_WAIT_MS = 1_000;

/** All kinds of background work and who does them. */
export async function handleJobs(world: World): Promise<void> {
  const concurrency = env().WORKER_CONCURRENCY;
  const intake = rightOfWay(LONGEST_WAIT_MS);
  const afterIntake = { concurrency, before: intake.giveWay };
  await Promise.all([
    workOnBatches(takeInJob, (payloads) => intake.first(() => takeInBatch(world, payloads))),
    workOnEach(sendMail, afterIntake, ({ workspaceId, mailId }) =>
      deliverMail(systemContext(world, workspaceId, 'delivery'), mailId),
    ),
    workOnBatches(ticketChanged, async (payloads) => {
      await intake.giveWay();
      return afterSaves(world, { payloads, concurrency });
    }),
    workOnEach(deliverWebhookJob, afterIntake, ({ workspaceId, deliveryId }) =>
      deliverWebhook(systemContext(world, workspaceId, 'delivery'), deliveryId),
    ),
    workOnEach(agentIsFree, afterIntake, ({ workspaceId, userId }) =>
      fillQueuesOf(systemContext(world, workspaceId, 'routing'), userId),
    ),
    workOnEach(queueChanged, afterIntake, async ({ workspaceId, teamId }) => {
      await fillQueue(systemContext(world, workspaceId, 'routing'), teamId);
    }),
    workOnEach(fetchRecordingJob, { ...afterIntake, concurrency: 1 }, ({ workspaceId, callId }) =>
      fetchRecording(systemContext(world, workspaceId, 'intake'), { callId, call: callOutside }),
    ),
    workOnEach(refuseRecordingJob, { ...afterIntake, concurrency: 1 }, ({ workspaceId, ...refused }) =>
      refuseRecording(systemContext(world, workspaceId, 'intake'), { ...refused, call: callOutside }),
    ),
    workOnEach(reindexCustomer, { ...afterIntake, concurrency: 1 }, (customer) =>
      reindexTicketsOf(world.db, customer),
    ),
    workOnEach(eraseWordsJob, { ...afterIntake, concurrency: 1 }, ({ workspaceId, customerId }) =>
      eraseWords(systemContext(world, workspaceId, 'schedule'), customerId),
    ),
    workOnEach(removeFilesJob, { ...afterIntake, concurrency: 1 }, ({ workspaceId, hashes }) =>
      removeUnnamed(systemContext(world, workspaceId, 'schedule'), hashes),
    ),
    workOnEach(importJob, { ...afterIntake, concurrency: 1 }, ({ workspaceId, importId }) =>
      runImport(systemContext(world, workspaceId, 'schedule'), importId),
    ),
    workOnEach(calendarEdited, { ...afterIntake, concurrency: 1 }, async ({ workspaceId, ...edited }) => {
      await recalculateClocks(systemContext(world, workspaceId, 'schedule'), edited);
    }),
    workOnEach(policiesEdited, { ...afterIntake, concurrency: 1 }, async ({ workspaceId, ...edited }) => {
      await comeUnderPolicies(systemContext(world, workspaceId, 'schedule'), edited);
    }),
  ]);
}

import { pollAccounts } from '@/features/channels/commands/poll-accounts';
import { sweepChats } from '@/features/chat/commands/sweep-chats';
import { resumeErasures } from '@/features/customers/commands/erase-words';
import { requeueOutgoingMail } from '@/features/delivery/commands/requeue-outgoing';
import { resumeImports } from '@/features/imports/commands/run-import';
import { sweepReports } from '@/features/insights/commands/sweep-reports';
import { forgetSources } from '@/features/intake/commands/forget-sources';
import { requeueWaitingMail } from '@/features/intake/commands/requeue-waiting';
import { archiveDue } from '@/features/knowledge/commands/archive-due';
import { publishDue } from '@/features/knowledge/commands/publish-due';
import { tellReviewDue } from '@/features/knowledge/commands/tell-review-due';
import { checkMetricsNightly } from '@/features/metrics/commands/check-metrics';
import { countChanges } from '@/features/metrics/commands/count-changes';
import { forgetNotices } from '@/features/notifications/commands/forget-notices';
import { sendDigests } from '@/features/notifications/commands/send-digests';
import { endWrapUps, expireCallbacks, forgetRecordings } from '@/features/phone/commands/sweep-phone';
import { countHistories } from '@/features/promises/commands/count-history';
import { sweepPromises } from '@/features/promises/commands/sweep-promises';
import { sweepQueues, sweepUnanswered } from '@/features/routing/commands/sweep-routing';
import { sweepRules } from '@/features/rules/commands/sweep-rules';
import { checkDriftNightly } from '@/features/sla/commands/check-drift';
import { renewTimeZones } from '@/features/sla/commands/renew-time-zones';
import { sweepSla } from '@/features/sla/commands/sweep-sla';
import { sweepFollowUps } from '@/features/surveys/commands/sweep-follow-ups';
import { sweepSurveys } from '@/features/surveys/commands/sweep-surveys';
import { closeSolvedTickets } from '@/features/tickets/commands/close-solved';
import { eraseAside } from '@/features/tickets/commands/erase-aside';
import { wakeSnoozedTickets } from '@/features/tickets/commands/wake-snoozed';
import { countStaleViews } from '@/features/views/commands/count-stale-views';
import { foldOpenCounts } from '@/features/views/commands/fold-open-counts';
import { requeueWebhooks } from '@/features/webhooks/commands/requeue-webhooks';
import { pause } from '@/server/jobs/pause';
import { log } from '@/server/log';
import type { World } from '@/server/world';

type Task = Readonly<{ name: string; everySeconds: number; run: (world: World) => Promise<unknown> }>;

/** What happens by time. Each is a sweep over what is due: missing a turn, or two workers at once, does no harm. */
const TASKS: readonly Task[] = [
  { name: 'heartbeat', everySeconds: 5, run: beat },
  { name: 'requeue waiting mail', everySeconds: 60, run: requeueWaitingMail },
  { name: 'requeue outgoing mail', everySeconds: 60, run: requeueOutgoingMail },
  { name: 'ask channels that do not call', everySeconds: 5, run: pollAccounts },
  { name: 'forget what is over', everySeconds: 3600, run: forgetOver },
  { name: 'close solved tickets', everySeconds: 600, run: ({ db, now }) => closeSolvedTickets(db, now()) },
  {
    name: 'wake snoozed tickets',
    everySeconds: 15,
    run: ({ db, now }) => wakeSnoozedTickets(db, now()),
  },
  { name: 'forget recordings', everySeconds: 900, run: forgetRecordings },
  { name: 'forget sources', everySeconds: 3600, run: forgetSources },
  { name: 'erase spam and trash', everySeconds: 900, run: eraseAside },
  { name: 'expire callbacks', everySeconds: 900, run: expireCallbacks },
  { name: 'rules on time', everySeconds: 60, run: (world) => sweepRules(world, world.now()) },
  { name: 'requeue webhooks', everySeconds: 60, run: requeueWebhooks },
  { name: 'imports of customers', everySeconds: 60, run: resumeImports },
  { name: 'erasing of words', everySeconds: 60, run: resumeErasures },
  { name: 'service level targets', everySeconds: 60, run: (world) => sweepSla(world, world.now()) },
  { name: 'promises', everySeconds: 15, run: (world) => sweepPromises(world, world.now()) },
  {
    name: 'history for promises',
    everySeconds: 300,
    run: (world) => countHistories(world, world.now()),
  },
  { name: 'unanswered live work', everySeconds: 5, run: (world) => sweepUnanswered(world) },
  { name: 'after-call work', everySeconds: 5, run: endWrapUps },
  { name: 'silent chats', everySeconds: 20, run: sweepChats },
  { name: 'articles whose hour has come', everySeconds: 20, run: publishDue },
  { name: 'articles whose end has come', everySeconds: 20, run: archiveDue },
  { name: 'articles to be read again', everySeconds: 60, run: tellReviewDue },
  { name: 'waiting tickets', everySeconds: 60, run: (world) => sweepQueues(world) },
  { name: 'counters of views', everySeconds: 1, run: countStaleViews },
  { name: 'folding of counters', everySeconds: 5, run: (world) => foldOpenCounts(world) },
  { name: 'count what happened', everySeconds: 5, run: countChanges },
  { name: 'surveys', everySeconds: 60, run: (world) => sweepSurveys(world, world.now()) },
  { name: 'boards by mail', everySeconds: 60, run: (world) => sweepReports(world) },
  { name: 'notices by mail', everySeconds: 30, run: (world) => sendDigests(world, world.now()) },
  { name: 'forget notices', everySeconds: 3600, run: forgetNotices },
  { name: 'late follow-ups', everySeconds: 300, run: sweepFollowUps },
  { name: 'nightly check of clocks', everySeconds: 900, run: checkDriftNightly },
  { name: 'nightly check of numbers', everySeconds: 900, run: checkMetricsNightly },
  {
    name: 'time zone data',
    everySeconds: 3600,
    run: (world) => renewTimeZones(world, process.versions['tz'] ?? ''),
  },
];

/** Starts all of them, each at once and then at its pace, never twice at the same time. */
export function startSchedule(world: World): Readonly<{ stop: () => Promise<void> }> {
  let stopping = false;
  const wake = new AbortController();
  const running = TASKS.map(async (task) => {
    while (!stopping) {
      await attempt(world, task);
      await pause(task.everySeconds * 1000, wake.signal);
    }
  });
  return {
    stop: async () => {
      stopping = true;
      wake.abort();
      await Promise.all(running);
    },
  };
}

async function attempt(world: World, { name, run }: Task): Promise<void> {
  try {
    await run(world);
  } catch (error) {
    log().error({ error, task: name }, 'a scheduled task failed');
  }
}

/** The health page and `npm start` look at this row. */
async function beat({ db, now }: World): Promise<void> {
  const at = now();
  await db.heartbeat.upsert({ where: { name: 'worker' }, create: { name: 'worker', at }, update: { at } });
}

const DAY = 86_400_000;

/** Counters whose time has run out, answers kept for repeated API calls, late reset links, and ways into portals that ended. */
async function forgetOver({ db, now }: World): Promise<void> {
  const yesterday = new Date(now().getTime() - DAY);
  await db.rateLimit.deleteMany({ where: { expire: { lt: BigInt(now().getTime()) } } });
  await db.idempotentReply.deleteMany({ where: { createdAt: { lt: yesterday } } });
  await db.passwordReset.deleteMany({ where: { expiresAt: { lt: yesterday } } });
  await db.portalSignIn.deleteMany({ where: { expiresAt: { lt: yesterday } } });
  await db.customerSession.deleteMany({ where: { expiresAt: { lt: yesterday } } });
}

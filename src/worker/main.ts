import { closeTransports } from '@/channels/email/transports';
import { watchMailboxes } from '@/features/channels/watch-mailboxes';
import { listenForMail } from '@/features/intake/listen-for-mail';
import { actAs } from '@/server/env';
import { stopBoss } from '@/server/jobs/boss';
import { log } from '@/server/log';
import { processWorld } from '@/server/world';
import { handleJobs } from './handlers';
import { startSchedule } from './schedule';

/** The worker process: background jobs, incoming mail, and what is due by time. Ends in good order on SIGTERM. */
async function main(): Promise<void> {
  actAs('worker');
  const world = processWorld();
  await handleJobs(world);
  const schedule = startSchedule(world);
  const listener = await listenForMail(world);
  const mailboxes = watchMailboxes(world);
  log().info({ smtpPort: listener?.port ?? null }, 'worker is ready');

  const stop = once(async () => {
    await Promise.all([listener?.stop(), mailboxes.stop(), schedule.stop()]);
    await stopBoss();
    closeTransports();
    await world.db.$disconnect();
    process.exit(0);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= work();
    return running;
  };
}

main().catch((error: unknown) => {
  log().fatal({ error }, 'the worker cannot start');
  process.exit(1);
});

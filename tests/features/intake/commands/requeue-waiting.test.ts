import { beforeAll, describe, expect, it } from 'vitest';
import { requeueOutgoingMail } from '@/features/delivery/commands/requeue-outgoing';
import { requeueWaitingMail } from '@/features/intake/commands/requeue-waiting';
import { database } from '@/server/db/client';
import { boss } from '@/server/jobs/boss';
import { arrive, mailSource, takeInMail } from '../../../support/mail';
import { newWorld } from '../../../support/world';

type World = Awaited<ReturnType<typeof newWorld>>;

beforeAll(async () => {
  await boss();
});

const jobsOf = async (world: World) =>
  (
    await database().$queryRaw<{ name: string }[]>`
      select name from jobs.job where data->>'workspaceId' = ${world.workspaceId}
        and name in ('intake.take-in', 'mail.send')`
  ).map(({ name }) => name);

const loseJobs = (world: World) =>
  database().$executeRaw`delete from jobs.job where data->>'workspaceId' = ${world.workspaceId}`;

/** The sweeps go over all workspaces: those of other tests are in their hands too, which does no harm. */
const later = (world: World) => ({ db: world.db, now: () => new Date(world.now().getTime() + 300_000) });

describe('a mail whose job was lost', () => {
  it('gets a new one, and only one', async () => {
    const world = await newWorld();
    await arrive(world, mailSource(world));
    expect(await jobsOf(world)).toEqual(['intake.take-in']);
    await loseJobs(world);
    await requeueWaitingMail(later(world));
    await requeueWaitingMail(later(world));
    expect(await jobsOf(world)).toEqual(['intake.take-in']);
  });

  it('gets none while it may still be on its way', async () => {
    const world = await newWorld();
    await arrive(world, mailSource(world));
    await loseJobs(world);
    await requeueWaitingMail(world);
    expect(await jobsOf(world)).toEqual([]);
  });

  it('gets one for what should have left as well', async () => {
    const world = await newWorld();
    await takeInMail(world, mailSource(world));
    await loseJobs(world);
    await requeueOutgoingMail(later(world));
    expect(await jobsOf(world)).toEqual(['mail.send']);
  });
});

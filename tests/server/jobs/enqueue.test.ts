import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { boss, stopBoss } from '@/server/jobs/boss';
import { defineJob } from '@/server/jobs/define-job';
import { enqueue } from '@/server/jobs/enqueue';
import { newWorld } from '../../support/world';

const greet = defineJob('test.greet', z.object({ name: z.string() }));

afterAll(stopBoss);

const waiting = async (name: string) =>
  (await (await boss()).findJobs<{ name: string }>(greet.name, { data: { name } })).length;

test('a job is there once its transaction commits', async () => {
  const { db } = await newWorld();
  const name = crypto.randomUUID();
  await db.$transaction((tx) => enqueue(tx, greet, { name }));
  expect(await waiting(name)).toBe(1);
});

test('a rolled-back transaction leaves no job', async () => {
  const { db } = await newWorld();
  const name = crypto.randomUUID();
  const rolledBack = db.$transaction(async (tx) => {
    await enqueue(tx, greet, { name });
    throw new Error('no');
  });
  await expect(rolledBack).rejects.toThrow('no');
  expect(await waiting(name)).toBe(0);
});

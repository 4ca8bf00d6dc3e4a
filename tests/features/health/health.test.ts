import { expect, test } from 'vitest';
import { z } from 'zod';
import { retryDeadLetter } from '@/features/health/commands/retry-dead-letter';
import { getHealthPage, healthAnswer } from '@/features/health/queries';
import { boss, stopBoss } from '@/server/jobs/boss';
import { defineJob, GiveUp } from '@/server/jobs/define-job';
import { enqueue } from '@/server/jobs/enqueue';
import { workOnEach } from '@/server/jobs/work-on';
import { newWorld } from '../../support/world';

const asked = { at: new Date(), acceptLanguage: 'en' };

test('the answer names each check with its figures', async () => {
  const { db } = await newWorld();
  await db.heartbeat.upsert({
    where: { name: 'worker' },
    create: { name: 'worker', at: new Date(asked.at.getTime() - 7000) },
    update: { at: new Date(asked.at.getTime() - 7000) },
  });
  const { ready, why, checks } = await healthAnswer(db, asked);
  expect(Object.keys(checks).sort()).toEqual(
    ['clocks', 'database', 'disk', 'mail', 'migrations', 'numbers', 'queue', 'worker'].sort(),
  );
  const figures = Object.values(checks).map((check) => typeof (check as { ok: unknown }).ok);
  expect(new Set(figures)).toEqual(new Set(['boolean']));
  expect(checks['migrations']).toMatchObject({ ok: true, pending: [], broken: [] });
  expect(checks['worker']).toMatchObject({ ok: true });
  // Other tests share this database and may leave a mailbox or a job that fails.
  const wrong = Object.values(checks).filter((check) => !(check as { ok: boolean }).ok);
  expect([ready, why.length]).toEqual([wrong.length === 0, wrong.length]);
});

test('a silent worker is told in the language of the reader', async () => {
  const { db } = await newWorld();
  const later = new Date(Date.now() + 600_000);
  const { ready, why, checks } = await healthAnswer(db, { at: later, acceptLanguage: 'lv' });
  expect(ready).toBe(false);
  expect(checks['worker']).toMatchObject({ ok: false });
  expect(why.some((sentence) => sentence.startsWith('Fona process'))).toBe(true);
});

test('the answer holds no address, name or secret', async () => {
  const { db, slug } = await newWorld();
  const text = JSON.stringify(await healthAnswer(db, asked));
  expect(text).not.toContain(slug);
  expect(text).not.toMatch(/postgres|@|password/i);
});

test('a database that is gone is an answer and not a crash', async () => {
  const { db } = await newWorld();
  const broken = new Proxy(db, {
    get: () => () => Promise.reject(new Error('connection refused: postgresql://kalauz:secret@host')),
  });
  const answer = await healthAnswer(broken, asked);
  expect(answer).toMatchObject({ ready: false, why: ['The database does not answer.'] });
  expect(JSON.stringify(answer)).not.toContain('secret');
});

test('the page shows the mailboxes, held mail and failed deliveries of its own workspace only', async () => {
  const world = await newWorld();
  const admin = await world.member({ role: 'admin' });
  const { db, workspaceId, mailbox } = world;
  await db.channelAccount.updateMany({
    where: { workspaceId },
    data: { health: 'failing', healthDetail: 'wrong password' },
  });
  const arrival = {
    workspaceId,
    channelAccountId: mailbox.id,
    source: 'smtp',
    size: 0,
    sha256: '',
    bytes: new Uint8Array(),
  };
  await db.rawInbound.create({
    data: { ...arrival, id: admin.newId(), key: 'k', state: 'held', receivedAt: world.now() },
  });
  const mail = {
    workspaceId,
    kind: 'invitation',
    mailMessageId: 'a@b',
    mailFrom: 'a@b',
    subject: 'Join us',
  } as const;
  const times = { runAt: world.now(), createdAt: world.now() };
  await db.outgoingMail.create({
    data: {
      ...mail,
      ...times,
      id: admin.newId(),
      rcptTo: ['x@y.test'],
      state: 'failed',
      lastError: '550 no such user',
    },
  });
  expect(await getHealthPage(admin)).toMatchObject({
    mailboxes: [{ address: mailbox.address, health: 'failing', healthDetail: 'wrong password', cursors: [] }],
    held: 1,
    failed: [{ subject: 'Join us', rcptTo: ['x@y.test'], lastError: '550 no such user', ticketNumber: null }],
  });
  const stranger = await (await newWorld()).member({ role: 'admin' });
  expect(await getHealthPage(stranger)).toMatchObject({ held: 0, failed: [], dead: [] });
});

test('a job that was given up is shown to its workspace, and tried again by its admins only', async () => {
  const world = await newWorld();
  const admin = await world.member({ role: 'admin' });
  const { workspaceId } = world;
  const kind = defineJob(`test.health.${admin.newId()}`, z.object({ workspaceId: z.uuid() }), {
    retryLimit: 0,
  });
  const tries: string[] = [];
  await workOnEach(kind, { concurrency: 1, before: async () => {} }, async ({ workspaceId: id }) => {
    tries.push(id);
    if (tries.length === 1) throw new GiveUp('the provider is gone');
  });
  await admin.db.$transaction((tx) => enqueue(tx, kind, { workspaceId }));
  const dead = async () => (await getHealthPage(admin)).dead;
  await expect
    .poll(dead, { timeout: 20_000 })
    .toMatchObject([{ queue: kind.name, error: 'the provider is gone' }]);

  const [{ id: jobId = '' } = {}] = await dead();
  const stranger = await (await newWorld()).member({ role: 'admin' });
  const refused = { ok: false, error: { code: 'not_found' } };
  expect((await getHealthPage(stranger)).dead).toEqual([]);
  expect(await retryDeadLetter(stranger, { jobId })).toEqual(refused);
  expect(await retryDeadLetter(await world.member(), { jobId })).toEqual(refused);
  expect(await retryDeadLetter(admin, { jobId })).toEqual({ ok: true, value: null });
  await expect.poll(() => tries.length, { timeout: 20_000 }).toBe(2);
  expect(await dead()).toEqual([]);
  expect((await (await boss()).getQueues([kind.name]))[0]?.name).toBe(kind.name);
  await stopBoss();
});

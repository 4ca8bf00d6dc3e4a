import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setUp } from '@/features/workspaces/commands/set-up';
import { setUpInput } from '@/features/workspaces/inputs';
import { isSetUp } from '@/features/workspaces/queries';
import { PrismaClient } from '@/server/db/generated/client';
import { env } from '@/server/env';
import { addressOn, freshDatabase } from '../../support/database';
import { newVisitor } from '../../support/visitor';

const filledIn = {
  name: 'Kettle & Co',
  slug: 'kettle',
  locale: 'hu',
  timeZone: 'Europe/Budapest',
  mailboxAddress: 'Support@Kettle.test',
  ownerName: 'Anna Ozola',
  ownerEmail: 'Anna@Kettle.test',
  password: 'kettle harbour 42',
};

describe('a new installation', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let db: PrismaClient;

  beforeAll(async () => {
    fresh = await freshDatabase(addressOn(env().DATABASE_URL, 'postgres'));
    db = new PrismaClient({ adapter: new PrismaPg({ connectionString: fresh.address }) });
  });

  afterAll(async () => {
    await db.$disconnect();
    await fresh.drop();
  });

  const visitor = () => newVisitor({ db });

  test('refuses a weak password and stays new', async () => {
    const weak = await setUp(visitor(), setUpInput.parse({ ...filledIn, password: 'qwertyuiop' }));
    expect(weak).toEqual({ ok: false, error: { code: 'password.breached' } });
    expect(await isSetUp(db)).toBe(false);
  });

  test('of two who set it up at the same moment takes one; afterwards it is done', async () => {
    const answers = await Promise.all([
      setUp(visitor(), setUpInput.parse(filledIn)),
      setUp(visitor(), setUpInput.parse({ ...filledIn, slug: 'other', ownerEmail: 'other@kettle.test' })),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'setup.done' } });
    expect(await isSetUp(db)).toBe(true);

    const workspace = await db.workspace.findFirstOrThrow({
      include: { memberships: { include: { user: true } }, channelAccounts: true, auditEntries: true },
    });
    expect(await db.workspace.count()).toBe(1);
    expect(await db.user.count()).toBe(1);
    expect(workspace).toMatchObject({ name: 'Kettle & Co', locale: 'hu', demo: false });
    expect(workspace.memberships).toMatchObject([{ role: 'owner' }]);
    expect(workspace.channelAccounts).toMatchObject([{ address: 'support@kettle.test', channel: 'email' }]);
    expect(workspace.auditEntries).toMatchObject([{ action: 'workspace.created', actorName: 'Anna Ozola' }]);
    expect(await db.userSession.count()).toBe(1);

    const later = await setUp(visitor(), setUpInput.parse({ ...filledIn, slug: 'third' }));
    expect(later).toEqual({ ok: false, error: { code: 'setup.done' } });
  });
});

test.each([
  ['slug', 'admin'],
  ['timeZone', 'Europe/Atlantis'],
  ['mailboxAddress', 'support'],
  ['ownerEmail', ''],
  ['locale', 'de'],
])('set-up refuses a wrong %s', (field, value) => {
  const result = setUpInput.safeParse({ ...filledIn, [field]: value });
  expect(result.success ? [] : result.error.issues.map(({ path }) => path[0])).toEqual([field]);
});

import { createServer, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshToken, SignInExpired } from '@/features/channels/access-token';
import { sealConfig } from '@/features/channels/mailbox-config';
import { watchMailboxes } from '@/features/channels/watch-mailboxes';
import { env } from '@/server/env';
import { OutsideError } from '@/server/http/call-outside';
import { hasDovecot, startDovecot } from '../../support/dovecot';
import { mailSource } from '../../support/mail';
import { newWorld } from '../../support/world';

type World = Awaited<ReturnType<typeof newWorld>>;
type Dovecot = Awaited<ReturnType<typeof startDovecot>>;

let dovecot: Dovecot;
const watching: { stop: () => Promise<void> }[] = [];

beforeAll(async () => {
  if (hasDovecot) dovecot = await startDovecot();
});
afterEach(async () => {
  await Promise.all(watching.splice(0).map((each) => each.stop()));
});
afterAll(async () => {
  await dovecot?.stop();
});

async function connected(over: Record<string, unknown> = {}) {
  const world = await newWorld();
  const user = world.mailbox.address;
  const { host, port, password } = dovecot;
  const auth = { kind: 'password' as const, password };
  const incoming = {
    kind: 'imap' as const,
    host,
    port,
    security: 'none' as const,
    user,
    auth,
    folder: 'INBOX',
    since: null,
    trustedServers: [],
    ...over,
  };
  await setConfig(world, incoming);
  return { world, user, incoming };
}

type Incoming = Parameters<typeof sealConfig>[0]['incoming'];

const setConfig = (world: World, incoming: Incoming) =>
  world.db.channelAccount.updateMany({
    where: { workspaceId: world.workspaceId },
    data: { sealedConfig: sealConfig({ incoming, outgoing: { kind: 'default' } }) },
  });

/** Watches with the clock of the real world, as the worker does. */
function watch(world: World) {
  const watcher = watchMailboxes({ db: world.db, now: () => new Date(), newId: world.system().newId });
  watching.push(watcher);
  return watcher;
}

const keys = async (world: World) =>
  (
    await world.db.rawInbound.findMany({ where: { workspaceId: world.workspaceId }, orderBy: { id: 'asc' } })
  ).map(({ key }) => key);

async function until<Value>(look: () => Promise<Value>, isIt: (value: Value) => boolean): Promise<Value> {
  for (let tries = 0; ; tries++) {
    const value = await look();
    if (isIt(value) || tries === 200) return value;
    await new Promise((done) => setTimeout(done, 50));
  }
}

const accountOf = (world: World) =>
  world.db.channelAccount.findFirstOrThrow({ where: { workspaceId: world.workspaceId } });

const healthy = (world: World) =>
  until(
    () => accountOf(world),
    ({ health }) => health === 'healthy',
  );

const describeMailbox = () => {
  it('gives its new mail within a moment, once, and is left untouched', async () => {
    const { world, user } = await connected();
    await dovecot.append(user, mailSource(world, { subject: 'older than us' }));
    watch(world);
    await healthy(world);
    const source = mailSource(world, { subject: 'pushed' });
    await dovecot.append(user, source);
    const at = Date.now();
    expect(
      await until(
        () => keys(world),
        (all) => all.length > 0,
      ),
    ).toHaveLength(1);
    expect(Date.now() - at).toBeLessThan(3000);

    const [raw] = await world.db.rawInbound.findMany({ where: { workspaceId: world.workspaceId } });
    expect(Buffer.from(raw?.bytes ?? []).toString()).toBe(source);
    expect(raw).toMatchObject({ source: 'imap', envelopeTo: [user] });
    expect((await dovecot.flags(user)).flat()).not.toContain('\\Seen');
  });

  it('goes on where it stopped, without missing or repeating anything', async () => {
    const { world, user } = await connected();
    const first = watch(world);
    await healthy(world);
    await dovecot.append(user, mailSource(world));
    await until(
      () => keys(world),
      (all) => all.length === 1,
    );
    await first.stop();
    for (let i = 0; i < 3; i++) await dovecot.append(user, mailSource(world));
    watch(world);
    await until(
      () => keys(world),
      (all) => all.length === 4,
    );
    expect(new Set(await keys(world)).size).toBe(4);
  });

  it('brings what came since a day that was set', async () => {
    const { world, user } = await connected({ since: '2020-01-01' });
    for (let i = 0; i < 60; i++) await dovecot.append(user, mailSource(world, { subject: `old ${i}` }));
    watch(world);
    expect(
      await until(
        () => keys(world),
        (all) => all.length === 60,
      ),
    ).toHaveLength(60);
  });

  it('is read again when the server has renumbered it, and no mail is put on a ticket twice', async () => {
    const { world, user } = await connected();
    const first = watch(world);
    await healthy(world);
    await dovecot.append(user, mailSource(world));
    await until(
      () => keys(world),
      (all) => all.length === 1,
    );
    await first.stop();
    dovecot.renumber(user);
    watch(world);
    const all = await until(
      () => keys(world),
      (found) => found.length === 2,
    );
    const [before, after] = all.map((key) => key.split('/')[0]);
    expect(before).not.toBe(after);
    const rows = await world.db.rawInbound.findMany({ where: { workspaceId: world.workspaceId } });
    expect(new Set(rows.map(({ sha256 }) => sha256)).size).toBe(1);
  });

  it('says why it cannot be fetched, and works again once the settings are right', async () => {
    const { world, incoming } = await connected({ auth: { kind: 'password', password: 'wrong' } });
    watch(world);
    const failing = await until(
      () => accountOf(world),
      ({ health }) => health === 'failing',
    );
    expect(failing.healthDetail).toMatch(/sign-in refused/);
    await setConfig(world, { ...incoming, auth: { kind: 'password', password: dovecot.password } });
    expect(await healthy(world)).toMatchObject({ health: 'healthy', healthDetail: '' });
  });
};

// Only where Dovecot is installed: nothing else is real enough to prove it.
if (hasDovecot) describe('a mailbox that is fetched by IMAP', describeMailbox);

describe('an access token', () => {
  let server: Server;
  let url = '';
  let answer: { status: number; body: object } = { status: 200, body: {} };
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      request.on('data', (data: Buffer) => asked.push(data.toString()));
      request.on('end', () => {
        response.writeHead(answer.status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(answer.body));
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    Object.assign(env(), {
      OUTSIDE_HOSTS: new Map([['tokens.test', `http://127.0.0.1:${port}`]]),
    });
    url = 'https://tokens.test/token';
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  const auth = () => ({
    kind: 'oauth2' as const,
    clientId: 'id',
    clientSecret: 'hush',
    refreshToken: 'old',
    tokenUrl: url,
  });

  it('is fetched with the refresh token, which may be another one from then on', async () => {
    answer = { status: 200, body: { access_token: 'now', refresh_token: 'new', token_type: 'Bearer' } };
    expect(await freshToken(auth())).toEqual({ accessToken: 'now', refreshToken: 'new' });
    expect(asked.at(-1)).toBe('grant_type=refresh_token&refresh_token=old&client_id=id&client_secret=hush');
    answer = { status: 200, body: { access_token: 'now' } };
    expect(await freshToken(auth())).toEqual({ accessToken: 'now', refreshToken: 'old' });
  });

  it('that is refused is told apart from a provider that cannot be reached', async () => {
    answer = { status: 400, body: { error: 'invalid_grant' } };
    await expect(freshToken(auth())).rejects.toThrow(SignInExpired);
    answer = { status: 503, body: {} };
    await expect(freshToken(auth())).rejects.not.toThrow(SignInExpired);
    const inside = { ...auth(), tokenUrl: 'https://169.254.169.254/latest/token' };
    await expect(freshToken(inside)).rejects.toThrow(OutsideError);
  });
});

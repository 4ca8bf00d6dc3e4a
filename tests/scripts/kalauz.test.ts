import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { database } from '@/server/db/client';
import { stopBoss } from '@/server/jobs/boss';
import { runCommand } from '../../scripts/kalauz/run-command';
import { temporaryFolder } from '../support/database';

const slug = `cli-${process.pid}`;
const mailbox = `help@${slug}.example`;

type Said = Readonly<{ code: number; out: string; err: string }>;

/** Runs one command, and gathers what it prints. */
async function kalauz(args: readonly string[]): Promise<Said> {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {});
  const err = vi.spyOn(console, 'error').mockImplementation(() => {});
  const code = await runCommand(args);
  const [said, complained] = [out, err].map((spy) => spy.mock.calls.map(([line]) => `${line}\n`).join(''));
  vi.restoreAllMocks();
  return { code, out: said ?? '', err: complained ?? '' };
}

/** Runs one command in a process of its own, as operators do. */
function kalauzApart(args: readonly string[], input: string): Promise<string> {
  const child = spawn('node', [
    '--conditions=react-server',
    '--import',
    'tsx',
    'scripts/kalauz/main.ts',
    ...args,
  ]);
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stdin.end(input);
  return new Promise((done) => child.on('close', () => done(out)));
}

const mail = (subject: string) =>
  [
    `From: Joe <joe@${slug}.test>`,
    `To: ${mailbox}`,
    `Subject: ${subject}`,
    `Message-ID: <${subject}@${slug}.test>`,
    '',
    'Hello',
    '',
  ].join('\r\n');

describe('the command line', () => {
  beforeAll(async () => {
    const owner = ['--owner-email', `Boss@${slug}.test`, '--owner-name', 'Boss'];
    const made = await kalauz([
      'workspace',
      'create',
      '--slug',
      slug,
      '--name',
      'Ünnep Kft.',
      ...owner,
      '--mailbox',
      mailbox,
    ]);
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out.trim().split('\n').at(-1)).toMatch(/^http:\/\/localhost:3000\/reset\/\S{20,}$/);
  });

  afterAll(async () => {
    await stopBoss();
    await database().$disconnect();
  });

  it('lists what it made', async () => {
    const { out } = await kalauz(['workspace', 'list']);
    expect(out).toMatch(new RegExp(`^${slug} +Ünnep Kft\\. +en +Europe/Budapest +1 +0$`, 'm'));
  });

  it('prints a new API key alone on the last line, and stores its hash only', async () => {
    const { code, out } = await kalauz(['api-key', 'create', '--workspace', slug, '--scopes', 'all']);
    const key = out.trimEnd().split('\n').at(-1) ?? '';
    expect(code).toBe(0);
    expect(key).toMatch(/^\S{30,}$/);
    const keyHash = createHash('sha256').update(key).digest('hex');
    expect(await database().apiKey.findUnique({ where: { keyHash } })).toMatchObject({
      scopes: ['all'],
      revokedAt: null,
    });
    expect(await kalauz(['api-key', 'revoke', '--workspace', slug, key])).toMatchObject({ code: 0 });
    expect((await database().apiKey.findUnique({ where: { keyHash } }))?.revokedAt).not.toBeNull();
  });

  it('makes a member, who gets a link in place of a password', async () => {
    const email = `agent@${slug}.test`;
    const { code, out } = await kalauz([
      'user',
      'create',
      '--workspace',
      slug,
      '--email',
      email,
      '--name',
      'Ágnes',
    ]);
    expect(code).toBe(0);
    expect(out).toContain('/reset/');
    expect((await kalauz(['user', 'list', '--workspace', slug])).out).toMatch(
      new RegExp(`^${email} +Ágnes +agent +all$`, 'm'),
    );
  });

  it('takes in a folder of mails by the same intake, each once', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder.path, 'deep'));
    writeFileSync(join(folder.path, 'one.eml'), mail('one'));
    writeFileSync(join(folder.path, 'deep', 'two.eml'), mail('two'));
    const first = await kalauz(['mail', 'ingest', folder.path]);
    expect(first.out).toContain('2 stored, 0 already there.');
    expect(first.out).toContain('2 processed');
    const again = await kalauz(['mail', 'ingest', folder.path]);
    expect(again.out).toContain('0 stored, 2 already there.');
    folder.remove();
    expect(await database().ticket.count({ where: { workspace: { slug } } })).toBe(2);
  });

  it('takes in a mail from standard input', async () => {
    const out = await kalauzApart(['mail', 'ingest', '-', '--to', mailbox], mail('three'));
    expect(out).toMatch(/^standard input: processed, ticket \d+/m);
  });

  it('takes in once more a mail that was set aside', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder.path, 'four.eml'), mail('four'));
    await kalauz(['mail', 'ingest', folder.path, '--no-wait']);
    folder.remove();
    const raw = await database().rawInbound.findFirstOrThrow({
      where: { workspace: { slug }, state: 'received' },
    });
    await database().rawInbound.updateMany({
      where: { workspaceId: raw.workspaceId, id: raw.id },
      data: { state: 'held', verdict: 'unreadable', reason: 'crashed' },
    });
    const { code, out } = await kalauz(['mail', 'replay', raw.id]);
    expect(code).toBe(0);
    expect(out).toMatch(/processed, ticket \d+/);
  });

  it.each([
    [['api-key', 'create', '--workspace', 'nowhere', '--scopes', 'all'], 'There is no workspace "nowhere".'],
    [['api-key', 'create', '--workspace', slug, '--scopes', 'some'], '"some" is no scope.'],
    [['api-key', 'create', '--workspace', slug], '--scopes is missing.'],
    [['user', 'create', '--workspace', slug, '--email', 'nobody', '--name', 'x'], '--email is not accepted'],
    [['user', 'reset-password', `nobody@${slug}.test`], 'It is no longer here'],
    [['mail', 'ingest', '/nowhere/at/all'], 'There is no file or folder'],
    [['mail', 'replay', 'x'], 'There is no stored mail with this id.'],
    [['workspace', 'create', '--colour', 'red'], "Unknown option '--colour'"],
  ])('refuses %j with a sentence', async (args, sentence) => {
    const { code, err } = await kalauz(args);
    expect(code).toBe(1);
    expect(err).toContain(sentence);
  });

  it('shows every command when it knows none of that name', async () => {
    const { code, out } = await kalauz(['fly']);
    expect(code).toBe(1);
    for (const name of ['workspace create', 'api-key revoke', 'mail replay', 'doctor'])
      expect(out).toContain(name);
  });

  it('the doctor says what is not well and how to mend it', async () => {
    const { code, out } = await kalauz(['doctor']);
    expect(code).toBe(1);
    expect(out).toContain('✓ Migrations up to date');
    expect(out).toMatch(/✗ No web server at .*\n +Run: npm start/);
  });
});

import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';

const PROGRAM = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot'].find(existsSync);
const PASSWORD = 'secret';

/** True where a Dovecot server can be started. */
export const hasDovecot = PROGRAM !== undefined;

/** Dovecot reads mail as somebody without rights: as nobody when we are root, else as ourselves. */
const isRoot = process.getuid?.() === 0;
const worker = isRoot ? 'nobody' : userInfo().username;
const uid = isRoot ? 65_534 : userInfo().uid;
const gid = isRoot ? 65_534 : userInfo().gid;

/** A real IMAP server with an empty mailbox of its own, on a free port of this machine. */
export async function startDovecot() {
  if (!PROGRAM) throw new Error('dovecot is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'kalauz-dovecot-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const file = join(folder, 'dovecot.conf');
  writeFileSync(file, configuration(folder, port));
  mkdirSync(join(folder, 'mail'));
  if (isRoot) chownSync(join(folder, 'mail'), uid, gid);
  const server = spawn(PROGRAM, ['-F', '-c', file], { stdio: 'ignore' });
  await reachable(port);
  return {
    host: '127.0.0.1',
    port,
    password: PASSWORD,
    /** Puts a mail into a folder of this user's mailbox, as another mail program would. */
    append: (user: string, source: string, mailbox = 'INBOX') =>
      withClient({ port, user }, async (client) => {
        await client.append(mailbox, Buffer.from(source), []);
      }),
    /** What the server says of the mails in the folder. */
    flags: (user: string) =>
      withClient({ port, user }, async (client) => {
        const lock = await client.getMailboxLock('INBOX', { readOnly: true });
        try {
          const all = await client.fetchAll('1:*', { uid: true, flags: true });
          return all.map(({ flags }) => [...(flags ?? [])]);
        } finally {
          lock.release();
        }
      }),
    /** Makes the server forget its numbering: the folder gets another UIDVALIDITY. */
    renumber: (user: string) => {
      const list = join(folder, 'mail', user, 'dovecot-uidlist');
      const text = readFileSync(list, 'utf8');
      writeFileSync(
        list,
        text.replace(/ V(\d+) /, (_, validity: string) => ` V${Number(validity) + 1000} `),
      );
      for (const name of ['dovecot.index', 'dovecot.index.log', 'dovecot.index.cache']) {
        rmSync(join(folder, 'mail', user, name), { force: true });
      }
    },
    stop: async () => {
      const ended = new Promise((done) => server.once('exit', done));
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function withClient<Value>(
  { port, user }: Readonly<{ port: number; user: string }>,
  work: (client: ImapFlow) => Promise<Value>,
): Promise<Value> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: false,
    doSTARTTLS: false,
    auth: { user, pass: PASSWORD },
    logger: false,
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.logout();
  }
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function reachable(port: number): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await withClient({ port, user: 'nobody@probe.test' }, async () => {});
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

const configuration = (folder: string, port: number) => `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
first_valid_uid = ${uid}
last_valid_uid = ${uid}
first_valid_gid = ${gid}
default_internal_user = ${worker}
${isRoot ? 'default_internal_group = nogroup' : ''}
default_login_user = ${worker}
mail_location = maildir:${folder}/mail/%u
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`;

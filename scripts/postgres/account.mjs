import { execFileSync, spawnSync } from 'node:child_process';

/**
 * Whose processes the database server is: undefined for the present user. PostgreSQL refuses to run as root, so root
 * hands it to the account `postgres`, which is made when missing, or to `nobody` where no account can be made.
 */
export function databaseAccount() {
  if (process.getuid?.() !== 0) return undefined;
  const account = find('postgres') ?? create('postgres') ?? find('nobody');
  if (account === undefined)
    throw new Error('PostgreSQL cannot run as root, and no other account could be found or made.');
  return account;
}

/** Whether `account` may enter `folder` and run the programs in it, if any are named. */
export function mayEnter(account, folder, program = '.') {
  if (account === undefined) return true;
  const { status } = spawnSync('/bin/sh', ['-c', 'cd "$0" && test -x "$1"', folder, program], {
    ...account,
    cwd: '/',
    stdio: 'ignore',
  });
  return status === 0;
}

function find(name) {
  try {
    const ask = (option) =>
      Number(execFileSync('id', [option, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}

function create(name) {
  const ways = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]],
    ['adduser', ['-S', '-D', '-H', name]],
  ];
  for (const [program, args] of ways) {
    if (spawnSync(program, args, { stdio: 'ignore' }).status === 0) return find(name);
  }
  return undefined;
}

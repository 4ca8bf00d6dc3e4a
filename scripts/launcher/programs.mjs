import { inRoot } from '../process/paths.mjs';
import { nodeProgram } from './child.mjs';

const NEXT = inRoot('node_modules/next/dist/bin/next');

/** How the web server is started. */
export function webProgram({ settings, env, mode }) {
  const { PORT, HOST, DATA_DIR: dataDir } = settings;
  const watching = mode === 'development';
  return nodeProgram({
    name: 'web',
    args: [NEXT, watching ? 'dev' : 'start', '--port', String(PORT), '--hostname', HOST],
    env: { ...env, ...signInAddress(env), PROCESS: 'web', NEXT_TELEMETRY_DISABLED: '1' },
    dataDir,
    show: watching,
  });
}

/** How the worker, which also listens for mail, is started. */
export function workerProgram({ settings, env, mode }) {
  const watching = mode === 'development';
  return nodeProgram({
    name: 'worker',
    args: [
      '--conditions=react-server',
      ...(watching ? ['--watch', '--watch-preserve-output'] : []),
      '--import',
      'tsx',
      inRoot('src/worker/main.ts'),
    ],
    env: { ...env, PROCESS: 'worker' },
    dataDir: settings.DATA_DIR,
    show: watching,
  });
}

/** next-auth takes the site's address from a variable; without a PUBLIC_URL it goes by the address that was visited. */
function signInAddress(env) {
  return process.env.PUBLIC_URL ? { NEXTAUTH_URL: env.PUBLIC_URL } : { AUTH_TRUST_HOST: '1' };
}

import { inRoot } from '../process/paths.mjs';

const NEXT = inRoot('node_modules/next/dist/bin/next');

/**
 * Room for what a request leaves behind, in MB: with Node's own 16 a flood of small requests spends a seventh of the web
 * server's time clearing up.
 */
export const WEB_FLAGS = ['--max-semi-space-size=64'];

/** Arguments for Node and the environment of the web server; `watching` compiles as one writes. */
export function webCommand({ settings: { PORT, HOST }, env, watching = false }) {
  return {
    args: [...WEB_FLAGS, NEXT, watching ? 'dev' : 'start', '--port', String(PORT), '--hostname', HOST],
    env: { ...env, ...signInAddress(env), PROCESS: 'web', NEXT_TELEMETRY_DISABLED: '1' },
  };
}

/** Arguments for Node and the environment of the worker, which also listens for mail; `watching` restarts it on changes. */
export function workerCommand({ env, watching = false }) {
  const watch = watching ? ['--watch', '--watch-preserve-output'] : [];
  return {
    args: ['--conditions=react-server', ...watch, '--import', 'tsx', inRoot('src/worker/main.ts')],
    env: { ...env, PROCESS: 'worker' },
  };
}

/** next-auth takes the site's address from a variable; without a PUBLIC_URL it goes by the address that was visited. */
function signInAddress(env) {
  return process.env.PUBLIC_URL ? { NEXTAUTH_URL: env.PUBLIC_URL } : { AUTH_TRUST_HOST: '1' };
}

import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks `/api/health` until it says ready, for at most `patience` milliseconds. Resolves with undefined when it did, else with
 * what it said last.
 */
export async function whyUnhealthy(address, patience, isStopping) {
  let said = 'it does not answer';
  for (const end = Date.now() + patience; Date.now() < end && !isStopping(); await pause(200)) {
    try {
      const response = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(30_000) });
      if (response.ok) return undefined;
      said = await reasonsIn(response);
    } catch {
      // Not listening yet.
    }
  }
  return said;
}

/** Why the product is not ready, in the words of its health page. */
export async function reasonsIn(response) {
  const text = await response.text();
  try {
    return JSON.parse(text).why.join(' ');
  } catch {
    return `it answers ${response.status}`;
  }
}

/** Where this machine reaches a listener on `host`. */
export function reachable(host, port) {
  const name = ['0.0.0.0', '::', ''].includes(host) ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

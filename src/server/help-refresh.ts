import { shortMac } from '@/server/crypto/keys';
import { env } from '@/server/env';
import { HELP_TOPIC } from '@/server/live/announce';
import { liveFeed } from '@/server/live/listen';
import { log } from '@/server/log';

const MINUTE = 60_000;

/**
 * Makes this process forget the kept pages of help centres whenever any process publishes, or may have: the worker and other web
 * servers have no hold on the cache of this one. Whoever hears nothing forgets after five minutes.
 */
export function keepHelpFresh(): void {
  liveFeed().subscribe([HELP_TOPIC], () => void refresh());
}

async function refresh(): Promise<void> {
  const host = ['0.0.0.0', '::', ''].includes(env().HOST) ? '127.0.0.1' : env().HOST;
  const answer = await fetch(
    `http://${host.includes(':') ? `[${host}]` : host}:${env().PORT}/api/help-cache`,
    {
      method: 'POST',
      headers: { 'x-refresh': macAt(Math.floor(Date.now() / MINUTE)) },
    },
  ).catch(() => null);
  if (!answer?.ok) log().warn('the kept pages of help centres could not be refreshed');
}

/** True for a call that this installation made within the last two minutes. */
export function isRefreshMac(mac: string): boolean {
  const minute = Math.floor(Date.now() / MINUTE);
  return [minute, minute - 1].some((each) => mac === macAt(each));
}

const macAt = (minute: number) => shortMac('help-cache', String(minute), 32);

import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { hostOf } from '@/domain/portal/host';
import { type Db, database } from '@/server/db/client';
import { env } from '@/server/env';
import { log } from '@/server/log';
import { readPortalScript, servePlain } from './plain-documents';
import { readMissingWords } from './plain-missing';
import { readStyles } from './plain-styles';
import { PORTAL_HEADER } from './portal-header';
import { isBesidePages, isPortalPath } from './portal-paths';

const REFRESH_MILLISECONDS = 10_000;

let slugs: ReadonlyMap<string, string> = new Map();

/** The short name of the workspace whose portal answers at each proven host. */
export async function provenHosts(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db.portalSettings.findMany({
    where: { hostProvenAt: { not: null }, host: { not: null }, enabled: true },
    select: { host: true, workspace: { select: { slug: true } } },
  });
  return new Map(rows.map(({ host, workspace }) => [host ?? '', workspace.slug]));
}

/**
 * Writes onto each request whose portal it is for, by the host that it asks for, over whatever the client put there. Only
 * proven hosts count; what was proven or taken away elsewhere is known within ten seconds. Documents of portals leave plain.
 */
export function tellPortalHosts(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const slug = slugs.get(askedHost(request, env().TRUST_PROXY > 0));
    if (slug) request.headers[PORTAL_HEADER] = slug;
    else delete request.headers[PORTAL_HEADER];
    const [pathname = ''] = (request.url ?? '').split('?');
    if (slug ? !isBesidePages(pathname, slug) : isPortalPath(pathname)) servePlain(request, response);
  });
  // In this order: what was kept without styles bears the script's first address, and is asked for no more.
  void readStyles().then(readPortalScript);
  void readMissingWords();
  void refresh();
  setInterval(() => void refresh(), REFRESH_MILLISECONDS).unref();
}

/** `X-Forwarded-Host` is believed only where a proxy of ours stands in front. */
export function askedHost({ headers }: Pick<IncomingMessage, 'headers'>, behindProxy: boolean): string {
  const forwarded = behindProxy ? headers['x-forwarded-host'] : undefined;
  const [first = ''] = [forwarded].flat();
  return hostOf(first.split(',')[0]?.trim() || headers.host || null);
}

async function refresh(): Promise<void> {
  try {
    slugs = await provenHosts(database());
  } catch (error) {
    log().warn({ error }, 'the hosts of portals could not be read');
  }
}

import { trustOnlySockets } from '@/server/auth/socket-address';
import { env } from '@/server/env';
import { keepHelpFresh } from '@/server/help-refresh';
import { endStreams } from '@/server/live/open-streams';
import { tellPortalHosts } from '@/server/portal/portal-hosts';

/** What the web server does before its first answer: it refuses wrong settings, and learns to let go when it stops. */
export function startWeb(): void {
  if (env().TRUST_PROXY === 0) trustOnlySockets();
  tellPortalHosts();
  keepHelpFresh();
  process.once('SIGTERM', endStreams);
  process.once('SIGINT', endStreams);
}

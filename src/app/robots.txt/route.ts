import { installationRobots } from '@/features/knowledge/robots';
import { firstPortals } from '@/server/portal/first-portals';

/** Asked of the database each time; the answer may be kept for five minutes. */
export const dynamic = 'force-dynamic';

/** What robots may read at the host of the installation. */
export async function GET(): Promise<Response> {
  return new Response(installationRobots(await firstPortals()), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=300' },
  });
}

import { healthAnswer } from '@/features/health/queries';
import { database } from '@/server/db/client';

export const dynamic = 'force-dynamic';

/**
 * GET /api/health: 200 when the installation is ready, 503 when it is not, and why. For load balancers and watchers: it
 * needs no key, and names no customer, address or path.
 */
export async function GET(request: Request): Promise<Response> {
  const { ready, ...answer } = await healthAnswer(database(), {
    at: new Date(),
    acceptLanguage: request.headers.get('accept-language'),
  });
  return Response.json(
    { ready, ...answer },
    { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}

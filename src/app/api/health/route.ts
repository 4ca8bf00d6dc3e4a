import { healthAnswer } from '@/features/health/queries';
import { processWorld } from '@/server/world';

export const dynamic = 'force-dynamic';

/**
 * GET /api/health: 200 when the installation is ready, 503 when it is not, and why. For load balancers and watchers: it
 * needs no key, and names no customer, address or path.
 */
export async function GET(request: Request): Promise<Response> {
  const { db, now } = processWorld();
  const acceptLanguage = request.headers.get('accept-language');
  const answer = await healthAnswer(db, { at: now(), acceptLanguage });
  return Response.json(answer, {
    status: answer.ready ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  });
}

import { openApiDocument } from '@/features/api/openapi';

/** GET /api/v1/openapi.json: what the API can do, for programs (OpenAPI 3.1). Open to everybody: it holds no data. */
export function GET(): Response {
  return Response.json(openApiDocument(), {
    headers: { 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' },
  });
}

export const dynamic = 'force-dynamic';

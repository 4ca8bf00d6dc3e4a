import { expect } from 'vitest';
import { ENDPOINTS } from '@/features/api/endpoints';
import { problem } from '@/features/api/schemas/problem';
import { createApiKey } from '@/features/api-keys/commands/create-api-key';
import type { StaffContext } from '@/server/context';
import { apiRoutes } from '@/server/http/api-route';
import type { Endpoint } from '@/server/http/endpoint';
import { newWorld } from '../../support/world';

type Options = Readonly<{
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}>;

type Json = ReturnType<typeof JSON.parse>;

export type Answer = Readonly<{ status: number; headers: Headers; json: Json; bytes: Uint8Array }>;

const ROUTES = [...new Set(ENDPOINTS.map(({ path }) => path))].map((path) => ({
  pattern: new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
  handlers: apiRoutes(...ENDPOINTS.filter((endpoint) => endpoint.path === path)),
  schemas: new Map(
    ENDPOINTS.filter((endpoint) => endpoint.path === path).map(({ method, answer }) => [
      method as string,
      answer,
    ]),
  ),
}));

/** A caller of the API, as a program would be: from the address to the answer, without the web server in between. */
export function caller(key: string | null) {
  return async (path: string, options: Options = {}): Promise<Answer> => {
    const url = new URL(`/api/v1${path}`, 'http://localhost');
    const { handlers, schemas, params } = routeOf(url);
    const request = requestTo(url, { key, ...options });
    const response = await handlers[options.method ?? 'GET'](request, { params: Promise.resolve(params) });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const json: Json = isJson ? JSON.parse(new TextDecoder().decode(bytes)) : null;
    checkAnswer(schemas.get(options.method ?? 'GET'), response, json);
    return { status: response.status, headers: response.headers, json, bytes };
  };
}

function routeOf({ pathname }: URL) {
  for (const { pattern, ...route } of ROUTES) {
    const match = pattern.exec(pathname.replace('/api/v1', ''));
    if (match) return { ...route, params: { ...match.groups } };
  }
  throw new Error(`no route for ${pathname}`);
}

/** Every answer is exactly what the document promises: no field more, none less, each of its kind. */
function checkAnswer(promised: Endpoint['answer'] | undefined, { ok, status }: Response, json: Json): void {
  if (!ok) expect(problem.parse(json)).toEqual(json);
  else if (promised?.schema) expect(promised.schema.parse(json)).toEqual(json);
  if (ok) expect(status).toBe(promised?.status);
}

function requestTo(url: URL, { key, method = 'GET', body, headers }: Options & { key: string | null }) {
  const raw = body instanceof Uint8Array || body instanceof FormData || typeof body === 'string';
  const type = body !== undefined && !raw ? { 'content-type': 'application/json' } : {};
  return new Request(url, {
    method,
    headers: { ...(key && { authorization: `Bearer ${key}` }), ...type, ...headers },
    ...(body !== undefined && { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
  });
}

type Scopes = Parameters<typeof createApiKey>[1]['scopes'];

/** A workspace with an admin, a key, and a caller with that key. */
export async function apiWorld(scopes: Scopes = ['all']) {
  const world = await newWorld();
  const admin = await world.member({ role: 'admin', name: 'Admin' });
  const key = await keyOf(admin, scopes);
  return { world, admin, key, call: caller(key) };
}

/** One more key of the same workspace. */
export async function keyOf(admin: StaffContext, scopes: Scopes): Promise<string> {
  const made = await createApiKey(admin, { name: 'Web shop', scopes });
  if (!made.ok) throw new Error(made.error.code);
  return made.value.key;
}

import { z } from 'zod';
import { KEY_SCOPES, may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { type Locale, pickLocale } from '@/i18n/locales';
import { type ApiContext, apiContext, bearerKey } from '@/server/auth/api-key';
import { clientAddress } from '@/server/auth/client-address';
import { database } from '@/server/db/client';
import { env } from '@/server/env';
import { newId } from '@/server/ids';
import { log } from '@/server/log';
import type { Asked, Endpoint } from './endpoint';
import { idempotencyKey, keepReply, type Once, onlyOnce, requestHash } from './idempotency';
import { type InputError, inputErrors } from './input-errors';
import { type ApiProblem, problemResponse, type RequestHead } from './problem-response';
import { spendRequest } from './rate-limit';
import { bodyBytes, bodyLimit, fileOf, jsonOf } from './request-body';

type Params = Readonly<Record<string, string | string[] | undefined>>;
type Handler = (request: Request, context: Readonly<{ params: Promise<Params> }>) => Promise<Response>;
type Answered = Result<Response, ApiProblem>;
type Call = Readonly<{ endpoint: Endpoint; request: Request; params: Params }>;

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/**
 * The route handlers of one address of the API. This is the door for programs: key, rate limit, permission, input,
 * idempotency, and every failure as problem+json.
 */
export function apiRoutes(
  ...endpoints: readonly Endpoint[]
): Readonly<Record<(typeof METHODS)[number], Handler>> {
  const allow = endpoints.map(({ method }) => method).join(', ');
  const handlers = METHODS.map((method) => {
    const endpoint = endpoints.find((each) => each.method === method);
    const handler: Handler = async (request, { params }) =>
      answerWith(request, async (head) =>
        endpoint
          ? answered({ endpoint, request, params: await params }, head)
          : fail({ code: 'method.not_allowed', allow }),
      );
    return [method, handler];
  });
  return Object.fromEntries(handlers);
}

/** The answer for an address that the API does not have. */
export function noSuchRoute(request: Request): Promise<Response> {
  return answerWith(request, async () => fail({ code: 'not_found' }));
}

type Extra = { headers: Record<string, string> };
type Head = RequestHead & Extra;

async function answerWith(request: Request, work: (head: Head) => Promise<Answered>): Promise<Response> {
  const head: Head = { requestId: newId(), locale: localeOf(request), headers: {} };
  const answer = await work(head).catch((error: unknown) => {
    log().error({ error, requestId: head.requestId }, 'api request failed');
    return fail({ code: 'server.error' });
  });
  const response = answer.ok ? answer.value : await problemResponse(answer.error, head);
  const headers = { 'Cache-Control': 'no-store', ...head.headers, 'X-Request-Id': head.requestId };
  for (const [name, value] of Object.entries(headers)) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  return response;
}

const localeOf = (request: Request): Locale =>
  pickLocale({ acceptLanguage: request.headers.get('accept-language') });

async function answered(call: Call, head: Head): Promise<Answered> {
  const ctx = await contextOf(call.request);
  if (!ctx) return fail({ code: 'api_key.invalid' });
  const { allowed, retryAfter, headers } = await spendRequest(ctx.apiKeyId);
  Object.assign(head.headers, headers);
  if (!allowed) return fail({ code: 'rate.limited', retryAfter });
  const { permission } = call.endpoint;
  if (permission && !may(ctx.actor, permission))
    return fail({ code: 'forbidden', scope: KEY_SCOPES[permission] });
  return call.endpoint.method === 'GET' ? reading(ctx, call) : changing(ctx, call);
}

function contextOf(request: Request): Promise<ApiContext | null> {
  const key = bearerKey(request.headers);
  if (!key) return Promise.resolve(null);
  const ip = clientAddress(request.headers, env().TRUST_PROXY);
  return apiContext(database(), { key, ip, at: new Date() });
}

async function reading(ctx: ApiContext, call: Call): Promise<Answered> {
  const asked = parsed(call, undefined);
  if (!asked.ok) return asked;
  const result = await call.endpoint.run(ctx, asked.value);
  if (!result.ok) return result;
  return result.value instanceof Response ? ok(result.value) : jsonAnswer(ctx, call, { value: result.value });
}

async function changing(ctx: ApiContext, call: Call): Promise<Answered> {
  const key = idempotencyKey(call.request.headers);
  if (key === null) return invalid([{ in: 'header', field: 'Idempotency-Key', code: 'invalid_format' }]);
  const bytes = await bodyBytes(call.request, bodyLimit(call.endpoint.body === 'file' ? 'file' : 'json'));
  if (!bytes.ok) return bytes;
  const body = await readBody(call, bytes.value);
  if (!body.ok) return body;
  const asked = parsed(call, body.value);
  if (!asked.ok) return asked;
  if (key === undefined) {
    const result = await call.endpoint.run(ctx, asked.value);
    return result.ok ? jsonAnswer(ctx, call, { value: result.value }) : result;
  }
  return changingOnce(ctx, call, {
    key,
    requestHash: requestHash(call.request, bytes.value),
    asked: asked.value,
  });
}

async function changingOnce(
  ctx: ApiContext,
  ...[call, { asked, ...once }]: [Call, Once & Readonly<{ asked: Asked }>]
): Promise<Answered> {
  const done = await onlyOnce(ctx, once, (guarded) => call.endpoint.run(guarded, asked));
  if (!done.ok)
    return done.error.code === 'idempotency.running' ? fail({ ...done.error, retryAfter: 1 }) : done;
  const { status, body, replayed } = done.value;
  const headers = replayed ? { 'Idempotency-Replayed': 'true' } : {};
  if (status !== null) return ok(jsonResponse(status, body, headers));
  return jsonAnswer(ctx, call, { value: JSON.parse(body), key: once.key, headers });
}

type Shown = Readonly<{ value: unknown; key?: string; headers?: Record<string, string> }>;

async function jsonAnswer(
  ctx: ApiContext,
  { endpoint }: Call,
  { value, key, headers }: Shown,
): Promise<Answered> {
  const { status } = endpoint.answer;
  const shown = endpoint.show ? await endpoint.show(ctx, value) : value;
  if (status !== 204 && (shown === null || shown === undefined)) return fail({ code: 'not_found' });
  const body = status === 204 ? '' : JSON.stringify(shown);
  if (key !== undefined) await keepReply(ctx, key, { status, body });
  return ok(jsonResponse(status, body, headers));
}

function jsonResponse(status: number, body: string, headers: Record<string, string> = {}): Response {
  if (status === 204) return new Response(null, { status, headers });
  return new Response(body, {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
  });
}

async function readBody({ endpoint, request }: Call, bytes: Uint8Array<ArrayBuffer>) {
  if (endpoint.body === 'file') return fileOf(request, bytes);
  return endpoint.body ? jsonOf(request, bytes) : ok(undefined);
}

const invalid = (errors: readonly InputError[]): Result<never, ApiProblem> =>
  fail({ code: 'input.invalid', errors });

const NO_QUERY = z.strictObject({});

/** Path, query and body as the schemas give them, or all that is wrong with them; a path that cannot be is not found. */
function parsed({ endpoint, request, params }: Call, body: unknown): Result<Asked, ApiProblem> {
  const search = Object.fromEntries(new URL(request.url).searchParams);
  if (Object.values(search).some((value) => value.includes('\0'))) {
    return invalid([{ in: 'query', field: '', code: 'invalid_format' }]);
  }
  const { name: _, ...unnamed } = search;
  const parts = [
    checked('path', endpoint.params, params),
    checked('query', endpoint.query ?? NO_QUERY, endpoint.body === 'file' ? unnamed : search),
    endpoint.body === 'file' ? { value: body, errors: [] } : checked('body', endpoint.body, body),
  ] as const;
  if (parts[0].errors.length > 0) return fail({ code: 'not_found' });
  const errors = parts.flatMap((part) => part.errors);
  if (errors.length > 0) return invalid(errors);
  return ok({
    params: parts[0].value,
    query: parts[1].value,
    body: parts[2].value,
    locale: localeOf(request),
  });
}

function checked(place: InputError['in'], schema: z.ZodType | undefined, value: unknown) {
  if (!schema) return { value: undefined, errors: [] };
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { value: result.data, errors: [] };
  return { value: undefined, errors: inputErrors(place, result.error) };
}

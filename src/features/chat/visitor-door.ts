import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { z } from 'zod';
import { mayAsk } from '@/domain/chat/origin';
import { fail, ok, type Problem, type Result } from '@/domain/shared/result';
import { chatAccountOf } from '@/features/chat/account';
import { type ChatVisitor, type VisitorContext, visitorAtDoor } from '@/features/chat/visitor';
import { bearerOf } from '@/features/chat/visitor-token';
import { pickLocale } from '@/i18n/locales';
import { clientAddress } from '@/server/auth/client-address';
import { type Limit, rateLimiter } from '@/server/auth/rate-limiter';
import { env } from '@/server/env';
import { problemResponse } from '@/server/http/problem-response';
import { bodyBytes, bodyLimit, jsonOf } from '@/server/http/request-body';
import { newId } from '@/server/ids';
import { log } from '@/server/log';
import { processWorld } from '@/server/world';

type Props = Readonly<{ params: Promise<Readonly<{ key: string }>> }>;
type Handler = (request: Request, props: Props) => Promise<Response>;

export type VisitorRequest = Readonly<{
  request: Request;
  ctx: VisitorContext;
  ip: string;
  bearer: string | null;
}>;
type Known = VisitorRequest & Readonly<{ visitor: ChatVisitor }>;

/** How often one address may do what makes something new without a token. */
const BEGINNINGS: Limit = { points: 60, seconds: 600 };
/** How often an hour a visitor, and an address, may have us write or ring to where anybody's name could stand. */
const OUTWARD: Limit = { points: 10, seconds: 3600 };
const OUTWARD_OF_ADDRESS: Limit = { points: 120, seconds: 3600 };
/** Requests of one token: a person types no faster. */
const talk = new RateLimiterMemory({ points: 120, duration: 10 });

/** The door for visitors without a token: account, origin, and for what makes something new, how often. */
export function strangerRoute(
  spec: Readonly<{ limited: boolean; run: (asked: VisitorRequest) => Promise<Result<Response, Problem>> }>,
): Handler {
  return (request, props) =>
    answer(request, async () => {
      const asked = await enter(request, props);
      if (!asked.ok) return asked;
      if (spec.limited && !(await mayBegin(asked.value.ip))) return fail({ code: 'rate.limited' });
      return spec.run(asked.value);
    });
}

/** The door for visitors with a token: also who they are. */
export function visitorRoute(run: (asked: Known) => Promise<Result<Response, Problem>>): Handler {
  return (request, props) =>
    answer(request, async () => {
      const known = await recognise(request, props);
      return known.ok ? run(known.value) : known;
    });
}

/** As `visitorRoute`, for what leaves the chat by mail or telephone: it must not become a way to pester others. */
export function outwardRoute(run: (asked: Known) => Promise<Result<Response, Problem>>): Handler {
  return visitorRoute(async (asked) =>
    (await mayReachOut(asked)) ? run(asked) : fail({ code: 'rate.limited' }),
  );
}

async function recognise(request: Request, props: Props): Promise<Result<Known, Problem>> {
  const asked = await enter(request, props);
  if (!asked.ok) return asked;
  const { ctx, bearer } = asked.value;
  const visitor = bearer ? await visitorAtDoor({ ctx, token: bearer }) : null;
  if (!visitor) return fail({ code: 'token.invalid' });
  return (await isWithin(talk, visitor.id))
    ? ok({ ...asked.value, visitor })
    : fail({ code: 'rate.limited' });
}

/** The JSON of a request, as its schema has it. */
export async function inputOf<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<Result<z.output<Schema>, Problem>> {
  const body = await bodyBytes(request, bodyLimit('json'));
  if (!body.ok) return body;
  const json = jsonOf(request, body.value);
  if (!json.ok) return json;
  const parsed = schema.safeParse(json.value);
  return parsed.success ? ok(parsed.data) : fail({ code: 'input.invalid' });
}

/** Nothing more to say. */
export const done = () => ok(new Response(null, { status: 204 }));

/** Host pages on other origins may ask, with a token in the head: no cookie is ever read, so that there is none to abuse. */
export async function preflight(request: Request): Promise<Response> {
  const headers = corsHeaders(request);
  headers.set('Access-Control-Allow-Methods', 'GET, POST');
  headers.set('Access-Control-Allow-Headers', 'Authorization, Content-Type, Last-Event-ID');
  headers.set('Access-Control-Max-Age', '7200');
  return new Response(null, { status: 204, headers });
}

async function enter(request: Request, { params }: Props): Promise<Result<VisitorRequest, Problem>> {
  const { key } = await params;
  const world = processWorld();
  const account = await chatAccountOf(world.db, key);
  if (!account) return fail({ code: 'not_found' });
  const origin = request.headers.get('origin');
  if (!mayAsk(origin, account.allowedOrigins, new URL(env().PUBLIC_URL).origin))
    return fail({ code: 'chat.origin_not_allowed' });
  const ctx: VisitorContext = {
    workspaceId: account.workspaceId,
    actor: { kind: 'system', id: 'intake', name: 'intake' },
    ...world,
    account,
  };
  const ip = clientAddress(request.headers, env().TRUST_PROXY);
  return ok({ request, ctx, ip, bearer: bearerOf(request.headers) });
}

const mayBegin = (ip: string): Promise<boolean> => isWithin(rateLimiter('chat-begin', BEGINNINGS), ip);

const mayReachOut = async ({ visitor, ip }: Known): Promise<boolean> =>
  (await isWithin(rateLimiter('chat-outward', OUTWARD), visitor.id)) &&
  (await isWithin(rateLimiter('chat-outward-ip', OUTWARD_OF_ADDRESS), ip));

type Counter = Readonly<{ consume: (key: string) => Promise<unknown> }>;

function isWithin(counter: Counter, key: string): Promise<boolean> {
  return counter.consume(key).then(
    () => true,
    (refused: unknown) => {
      if (refused instanceof Error) throw refused;
      return false;
    },
  );
}

async function answer(request: Request, work: () => Promise<Result<Response, Problem>>): Promise<Response> {
  const requestId = newId();
  const result = await work().catch((error: unknown) => {
    log().error({ error, requestId }, 'a request of a visitor failed');
    return fail({ code: 'server.error' });
  });
  const response = result.ok ? result.value : await problem(request, result.error, requestId);
  for (const [name, value] of corsHeaders(request)) response.headers.set(name, value);
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store');
  return response;
}

async function problem(request: Request, { code }: Problem, requestId: string): Promise<Response> {
  const locale = pickLocale({ acceptLanguage: request.headers.get('accept-language') });
  const retry = code === 'rate.limited' ? { retryAfter: 10 } : {};
  // To everybody else an unknown token is a link that leads nowhere; here it asks the browser to begin anew.
  const unknown = code === 'token.invalid' ? { status: 401 } : {};
  return problemResponse({ code, ...retry, ...unknown }, { requestId, locale });
}

function corsHeaders(request: Request): Headers {
  const origin = request.headers.get('origin');
  const headers = new Headers({ Vary: 'Origin' });
  if (origin) headers.set('Access-Control-Allow-Origin', origin);
  if (origin) headers.set('Access-Control-Expose-Headers', 'Retry-After');
  return headers;
}

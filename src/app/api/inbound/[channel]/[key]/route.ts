import type { WebAnswer, WebCall } from '@/channels/contract';
import { accountOfKey, receiveCall } from '@/features/intake/commands/receive-call';
import { clientAddress } from '@/server/auth/client-address';
import { env } from '@/server/env';
import { bodyBytes } from '@/server/http/request-body';
import { processWorld } from '@/server/world';

export const dynamic = 'force-dynamic';

type Params = Readonly<{ params: Promise<{ channel: string; key: string }> }>;

/** Vendors bring batches of events, never files; the largest known batch stays far below. */
const LONGEST_CALL = 5 * 1024 * 1024;
const KEY_LONGEST = 200;

/** A vendor checks that the address is ours. 404 for a key that is none, 403 for a check that is wrong. */
export function GET(request: Request, { params }: Params): Promise<Response> {
  return received(request, params, 'GET');
}

/**
 * A vendor brings events. 200 is said after the commit; 404 for a key that is none, 403 for a signature that is wrong, 413
 * for more than we take, 400 for half a call.
 */
export function POST(request: Request, { params }: Params): Promise<Response> {
  return received(request, params, 'POST');
}

async function received(
  request: Request,
  ...[params, method]: [Params['params'], WebCall['method']]
): Promise<Response> {
  const { channel, key } = await params;
  const world = processWorld();
  if (key.length > KEY_LONGEST || !(await accountOfKey(world, channel, key)))
    return refusal(404, 'no_such_address');
  const read = await bodyBytes(request, LONGEST_CALL);
  if (!read.ok) return refusal(413, 'too_large');
  const length = request.headers.get('content-length');
  if (length !== null && Number(length) !== read.value.byteLength) return refusal(400, 'cut_off');
  const call = {
    method,
    url: publicUrl(request),
    headers: Object.fromEntries(request.headers),
    bytes: read.value,
  };
  const remoteAddress = clientAddress(request.headers, env().TRUST_PROXY);
  const answered = await receiveCall(world, { channel, key, call, remoteAddress });
  if (answered.ok) return asResponse(answered.value);
  return answered.error.code === 'not_found'
    ? refusal(404, 'no_such_address')
    : refusal(403, 'wrong_signature');
}

/** The address as the vendor knows it, whatever proxy stands in front of us. */
function publicUrl(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return `${env().PUBLIC_URL}${pathname}${search}`;
}

const asResponse = ({ status, contentType, body }: WebAnswer) =>
  new Response(body, { status, headers: { 'content-type': contentType } });

const refusal = (status: number, code: string) => Response.json({ code }, { status });

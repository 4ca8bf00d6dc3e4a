import { receivePhoneCall } from '@/features/phone/commands/receive-phone-call';
import { clientAddress } from '@/server/auth/client-address';
import { env } from '@/server/env';
import { bodyBytes } from '@/server/http/request-body';
import { processWorld } from '@/server/world';

export const dynamic = 'force-dynamic';

const LARGEST = 512 * 1024;
const KEY = /^[a-z2-7]{32}$/;

/**
 * What telephone systems tell of calls, and what they are told to do next with them (contracts C.2, C.4). 200 after the commit; 404 for a key that is none, 403 for a signature that is wrong, 422
 * for what cannot be understood, which is kept.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ key: string }> },
): Promise<Response> {
  const { key } = await params;
  if (!KEY.test(key)) return Response.json({ code: 'no_such_address' }, { status: 404 });
  const read = await bodyBytes(request, LARGEST);
  if (!read.ok) return Response.json({ code: 'too_large' }, { status: 413 });
  const answer = await receivePhoneCall(processWorld(), {
    key,
    // Signatures are made over the address that the vendor was told, not over the host that a proxy asked for.
    url: `${env().PUBLIC_URL}/api/inbound/phone/${key}${new URL(request.url).search}`,
    headers: Object.fromEntries(request.headers),
    bytes: read.value,
    remoteAddress: clientAddress(request.headers, env().TRUST_PROXY),
  });
  return new Response(answer.body, {
    status: answer.status,
    headers: { 'Content-Type': answer.contentType },
  });
}

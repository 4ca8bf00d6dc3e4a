import { mailboxOfKey, receiveWebhook } from '@/features/intake/commands/receive-webhook';
import { clientAddress } from '@/server/auth/client-address';
import { env } from '@/server/env';
import { bodyBytes } from '@/server/http/request-body';
import { processWorld } from '@/server/world';

export const dynamic = 'force-dynamic';

/** Files come as base64 in JSON, and with margins in forms. */
const WRAPPING = 1.4;
const KEY_LONGEST = 200;

/**
 * Mail brought by a provider: raw MIME, or the form of Postmark, SendGrid or Mailgun. 200 is said after the commit; 404 for
 * a key that is none, 406 for a signature that is wrong (Mailgun does not try again), 413 and 415 for what cannot be taken.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ key: string }> },
): Promise<Response> {
  const { key } = await params;
  const world = processWorld();
  if (key.length > KEY_LONGEST || !(await mailboxOfKey(world, key))) return answer(404, 'no_such_address');
  const read = await bodyBytes(request, env().MAX_MAIL_MB * 1024 * 1024 * WRAPPING);
  if (!read.ok) return answer(413, 'too_large');
  if (isCutOff(request, read.value)) return answer(400, 'cut_off');
  const stored = await receiveWebhook(world, {
    key,
    contentType: request.headers.get('content-type') ?? '',
    body: read.value,
    remoteAddress: clientAddress(request.headers, env().TRUST_PROXY),
  });
  if (stored.ok) return Response.json(stored.value);
  if (stored.error.code === 'not_found') return answer(404, 'no_such_address');
  if (stored.error.code === 'file.too_large') return answer(413, 'too_large');
  return stored.error.why === 'wrong_signature'
    ? answer(406, 'wrong_signature')
    : answer(415, 'unknown_shape');
}

/** Half a mail must not be kept as a whole one. */
function isCutOff(request: Request, body: Uint8Array): boolean {
  const length = request.headers.get('content-length');
  return length !== null && Number(length) !== body.byteLength;
}

const answer = (status: number, code: string) => Response.json({ code }, { status });

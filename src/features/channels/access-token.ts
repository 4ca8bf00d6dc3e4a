import { z } from 'zod';
import type { MailAuth } from '@/channels/email/config';
import { callOutside } from '@/server/http/call-outside';

const answer = z.object({ access_token: z.string().min(1), refresh_token: z.string().min(1).optional() });

/** The provider gives no token any more: somebody has to connect the mailbox again. */
export class SignInExpired extends Error {}

type OAuth2 = Extract<MailAuth, { kind: 'oauth2' }>;

/**
 * A fresh access token for a mailbox, and the refresh token to be used next time, which some providers change at each use
 * (RFC 6749 §6). Throws `SignInExpired` when the provider refuses, and other errors when it cannot be reached.
 */
export async function freshToken(
  auth: OAuth2,
): Promise<Readonly<{ accessToken: string; refreshToken: string }>> {
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: auth.refreshToken,
    client_id: auth.clientId,
    client_secret: auth.clientSecret,
  });
  const { status, bytes } = await callOutside({
    url: auth.tokenUrl,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: form.toString(),
  });
  const text = Buffer.from(bytes).toString('utf8');
  if (status >= 400 && status < 500) {
    throw new SignInExpired(`the provider refuses the sign-in (${text.slice(0, 200)})`);
  }
  if (status < 200 || status > 299) throw new Error(`the provider's token address answers ${status}`);
  const given = answer.parse(JSON.parse(text));
  return { accessToken: given.access_token, refreshToken: given.refresh_token ?? auth.refreshToken };
}

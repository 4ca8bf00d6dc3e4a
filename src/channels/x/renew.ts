import { z } from 'zod';
import type { CallOutside, Unreachable } from '@/channels/contract';
import { askJson } from '@/channels/lib/json-call';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { XConfig } from './config';
import { API } from './deliver';

/** A token is good for two hours; before its last half hour there is time for several tries. */
const SPARE_MS = 30 * 60_000;

const given = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.number().positive(),
});
const refused = z.object({ error_description: z.string().optional(), error: z.string().optional() });

export type Renewed = Readonly<Pick<XConfig, 'accessToken' | 'refreshToken' | 'tokenUntil'>>;

/** True when the token of the account is none, or not good for long. */
export function isDue({ refreshToken, accessToken, tokenUntil }: XConfig, now: Date): boolean {
  if (refreshToken === '') return false;
  return accessToken === '' || Date.parse(tokenUntil) - now.getTime() < SPARE_MS;
}

/** A new token for the account, and the one that brings the next (RFC 6749 §6; X gives both anew each time). */
export async function renew(
  { clientId, clientSecret, refreshToken }: XConfig,
  ...[now, call]: [Date, CallOutside]
): Promise<Result<Renewed, Unreachable>> {
  const asked = { grant_type: 'refresh_token', refresh_token: refreshToken, client_id: clientId };
  const key = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`);
  const answer = await askJson(call, {
    url: `${API}/2/oauth2/token`,
    method: 'POST',
    body: new URLSearchParams(asked).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(clientSecret && { authorization: `Basic ${key.toString('base64')}` }),
    },
  });
  const found = given.safeParse(answer.json);
  if (!found.success) return fail({ code: 'channel.unreachable', reason: reasonOf(answer) });
  const { access_token: accessToken, refresh_token: next, expires_in: seconds } = found.data;
  const tokenUntil = new Date(now.getTime() + seconds * 1000).toISOString();
  return ok({ accessToken, refreshToken: next, tokenUntil });
}

function reasonOf({ status, json }: Readonly<{ status: number; json: unknown }>): string {
  const said = refused.safeParse(json);
  const words = said.success ? (said.data.error_description ?? said.data.error) : undefined;
  return (words ?? `X answers ${status}`).slice(0, 300);
}

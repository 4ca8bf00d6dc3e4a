import { z } from 'zod';
import type { CallOutside, CheckedAccount, Unreachable } from '@/channels/contract';
import { askJson } from '@/channels/lib/json-call';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { XConfig } from './config';
import { API, refusalOf } from './deliver';
import { isDue, renew } from './renew';

const found = z.object({ data: z.object({ username: z.string() }) });

/** Whose account it is; a token that is none any more is renewed first. */
export async function check(
  config: XConfig,
  call: CallOutside,
): Promise<Result<CheckedAccount, Unreachable>> {
  const now = new Date();
  const first = isDue(config, now) ? null : await whoAmI(config, call);
  if (first && (first.status !== 401 || config.refreshToken === '')) return told(first, {});
  const renewed = await renew(config, now, call);
  if (!renewed.ok) return renewed;
  return told(await whoAmI(renewed.value, call), renewed.value);
}

const whoAmI = ({ accessToken }: Pick<XConfig, 'accessToken'>, call: CallOutside) =>
  askJson(call, { url: `${API}/2/users/me`, headers: { authorization: `Bearer ${accessToken}` } });

function told(
  answer: Awaited<ReturnType<typeof whoAmI>>,
  learned: Readonly<Record<string, string>>,
): Result<CheckedAccount, Unreachable> {
  const me = found.safeParse(answer.json);
  if (!me.success) return fail({ code: 'channel.unreachable', reason: refusalOf(answer, '403').reason });
  const { username } = me.data.data;
  return ok({ name: `@${username}`, learned: { ...learned, username } });
}

import { z } from 'zod';
import type { CallOutside, CheckedAccount, SampleMessage, Unreachable, WebCall } from '@/channels/contract';
import { fail, ok, type Result } from '@/domain/shared/result';
import { askGraph, graphError } from './meta-graph';
import { macOf } from './signature';

const named = z.object({ name: z.string().default(''), username: z.string().default('') });

type Asked = Readonly<{ path: string; token: string; host?: 'graph.facebook.com' | 'graph.instagram.com' }>;

/** Whose token it is, by the name of the page or the account. */
export async function checkMeta(
  call: CallOutside,
  asked: Asked,
): Promise<Result<CheckedAccount, Unreachable>> {
  const answer = await askGraph(call, asked);
  const error = graphError(answer);
  const found = named.safeParse(answer.json);
  if (error || !found.success) return fail({ code: 'channel.unreachable', reason: error?.reason ?? '' });
  const { name, username } = found.data;
  return ok({ name: username ? `@${username}` : name, learned: {} });
}

/** Tells Meta which events of a page or an account this app wants to hear. */
export async function subscribePage(
  call: CallOutside,
  { fields, ...asked }: Asked & Readonly<{ fields: string }>,
): Promise<Result<null, Unreachable>> {
  const answer = await askGraph(call, { ...asked, post: { subscribed_fields: fields } });
  const error = graphError(answer);
  return error ? fail({ code: 'channel.unreachable', reason: error.reason }) : ok(null);
}

/** Bytes as Meta would bring them, signed with the secret of the app. */
export function signedSample(body: unknown, appSecret: string): Pick<WebCall, 'headers' | 'bytes'> {
  const bytes = Buffer.from(JSON.stringify(body));
  const signature = `sha256=${macOf(appSecret, bytes, 'hex')}`;
  return { headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature }, bytes };
}

/** A private message of somebody called `TEST` to this account. */
export const sampleMessaging = ({ id, text, at }: SampleMessage, account: string) => ({
  sender: { id: `TEST.${id}` },
  recipient: { id: account },
  timestamp: at.getTime(),
  message: { mid: `m_${id}`, text },
});

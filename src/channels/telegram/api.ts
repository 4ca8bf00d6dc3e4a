import { z } from 'zod';
import type { CallOutside } from '@/channels/contract';
import { jsonBody, jsonOf } from '@/channels/lib/json-call';
import type { PartResult } from '@/domain/channel/conversation';
import type { TelegramConfig } from './config';

/** What a bot wants to hear; reactions come to those only that ask for them. */
export const UPDATES = ['message', 'edited_message', 'my_chat_member', 'message_reaction'];

const HOST = 'https://api.telegram.org';

const answer = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().optional(),
  description: z.string().default(''),
  parameters: z
    .object({ retry_after: z.number().optional(), migrate_to_chat_id: z.int().optional() })
    .optional(),
});
export type BotAnswer = z.output<typeof answer> & Readonly<{ status: number }>;

/** Calls a method of the Bot API; what is no answer of it counts as a fault of the server. */
export async function callBot(
  call: CallOutside,
  { token }: Pick<TelegramConfig, 'token'>,
  ...[method, body]: [string, Readonly<Record<string, unknown>> | FormData]
): Promise<BotAnswer> {
  const url = `${HOST}/bot${token}/${method}`;
  const asked = body instanceof FormData ? { body } : jsonBody(body);
  const { status, bytes } = await call({ url, method: 'POST', maxBytes: 5 * 1024 * 1024, ...asked });
  const parsed = answer.safeParse(jsonOf(bytes));
  const broken = {
    ok: false,
    result: null,
    error_code: status,
    description: `no answer of the Bot API (${status})`,
  };
  return { status, ...(parsed.success ? parsed.data : broken) };
}

/** Where the content of a file lies, behind the bot's token. */
export const fileUrl = ({ token }: TelegramConfig, path: string): string =>
  `${HOST}/file/bot${token}/${path.split('/').map(encodeURIComponent).join('/')}`;

/** How a refusal of the Bot API is to be taken (its "Making requests", and contracts D.4). */
export function refusalOf({
  error_code: code = 0,
  description,
  parameters,
}: BotAnswer): Exclude<PartResult, { status: 'sent' }> {
  const reason = description.slice(0, 300);
  if (code === 429)
    return { status: 'deferred', code: 'rate', reason, retryAfterSeconds: parameters?.retry_after ?? 30 };
  if (code === 401 || code === 404)
    return { status: 'deferred', code: 'sign_in', reason, retryAfterSeconds: null };
  if (code === 403) return { status: 'rejected', code: 'blocked', reason, blocked: true };
  if (code === 400)
    return { status: 'rejected', code: '400', reason, blocked: /chat not found/i.test(reason) };
  return { status: 'deferred', code: String(code), reason, retryAfterSeconds: null };
}

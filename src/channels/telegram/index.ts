import { z } from 'zod';
import { defineConversationChannel } from '@/channels/contract';
import { jsonOf } from '@/channels/lib/json-call';
import { sameSecret } from '@/channels/lib/signature';
import { OPEN } from '@/domain/channel/reach';
import { fail, ok } from '@/domain/shared/result';
import { callBot, UPDATES } from './api';
import { botIdOf, type TelegramConfig, telegramConfig, telegramSettings } from './config';
import { deliver } from './deliver';
import { fetchFile } from './fetch-file';
import { pollUpdates } from './poll';
import { readUpdate } from './read-update';

const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

/** Telegram: a bot of the Bot API, whose updates are brought to us or fetched (contracts D.4). */
export const telegram = defineConversationChannel<TelegramConfig>({
  kind: 'telegram',
  config: telegramConfig,
  settings: telegramSettings,
  accountOf: botIdOf,
  isGenuine: ({ headers }, { secretToken }) => sameSecret(headers[SECRET_HEADER] ?? '', secretToken),
  keyOf: ({ bytes }) => {
    const parsed = z.object({ update_id: z.int() }).safeParse(jsonOf(bytes));
    return parsed.success ? `update:${parsed.data.update_id}` : null;
  },
  read: readUpdate,
  fetchFile,
  limits: () => ({
    text: 4096,
    unit: 'characters',
    files: 1,
    withText: false,
    fileBytes: 50 * 1024 * 1024,
  }),
  reach: ({ blockedAt, lastInboundAt }) => {
    if (blockedAt) return { state: 'closed', why: 'blocked' };
    return lastInboundAt ? OPEN : { state: 'closed', why: 'never_wrote' };
  },
  deliver,
  poll: pollUpdates,
  check: async (config, call) => {
    const answer = await callBot(call, config, 'getMe', {});
    const me = z.object({ username: z.string() }).safeParse(answer.result);
    if (!answer.ok || !me.success) return fail({ code: 'channel.unreachable', reason: answer.description });
    return ok({ name: `@${me.data.username}`, learned: { username: me.data.username } });
  },
  connect: async (address, config, call) => {
    const answer =
      config.mode === 'poll'
        ? await callBot(call, config, 'deleteWebhook', {})
        : await callBot(call, config, 'setWebhook', {
            url: address,
            secret_token: config.secretToken,
            allowed_updates: UPDATES,
          });
    return answer.ok ? ok(null) : fail({ code: 'channel.unreachable', reason: answer.description });
  },
  sample: ({ id, text, name, at }, { secretToken }) => {
    const seconds = Math.floor(at.getTime() / 1000);
    const number = Number.parseInt(id.replaceAll('-', '').slice(-12), 16);
    const from = { id: number, is_bot: false, first_name: name };
    const message = { message_id: 1, from, chat: { id: number, type: 'private' }, date: seconds, text };
    return {
      headers: { 'content-type': 'application/json', [SECRET_HEADER]: secretToken },
      bytes: Buffer.from(JSON.stringify({ update_id: number, message })),
    };
  },
});

import { z } from 'zod';
import { defineConversationChannel } from '@/channels/contract';
import { askGraph, graphError } from '@/channels/lib/meta-graph';
import { isFromMeta, metaHandshake } from '@/channels/lib/meta-webhook';
import { macOf } from '@/channels/lib/signature';
import { withinWindow } from '@/domain/channel/reach';
import { fail, ok } from '@/domain/shared/result';
import { type WhatsappConfig, whatsappConfig, whatsappSettings } from './config';
import { deliver } from './deliver';
import { fetchMedia } from './media';
import { readPayload } from './read-payload';
import { listTemplates } from './templates';

/** Free words are allowed for a day after the customer's last message (contracts D.2). */
const WINDOW_HOURS = 24;

const number = z.object({
  display_phone_number: z.string().default(''),
  verified_name: z.string().default(''),
});

/** WhatsApp Business, Cloud API. */
export const whatsapp = defineConversationChannel<WhatsappConfig>({
  kind: 'whatsapp',
  config: whatsappConfig,
  settings: whatsappSettings,
  accountOf: ({ phoneNumberId }) => phoneNumberId,
  handshake: (call, { verifyToken }) => metaHandshake(call, verifyToken),
  isGenuine: (call, { appSecret }) => isFromMeta(call, appSecret),
  read: readPayload,
  fetchFile: fetchMedia,
  limits: () => ({
    text: 4096,
    unit: 'characters',
    files: 1,
    withText: false,
    fileBytes: 100 * 1024 * 1024,
  }),
  reach: ({ blockedAt, lastInboundAt }, _, now) => {
    if (blockedAt) return { state: 'closed', why: 'blocked' };
    const why = lastInboundAt ? 'window_over' : 'never_wrote';
    return withinWindow({ lastInboundAt, now }, WINDOW_HOURS, { state: 'template', why });
  },
  deliver,
  templates: listTemplates,
  check: async ({ phoneNumberId, accessToken }, call) => {
    const path = `${phoneNumberId}?fields=display_phone_number,verified_name`;
    const answer = await askGraph(call, { path, token: accessToken });
    const error = graphError(answer);
    const found = number.safeParse(answer.json);
    if (error || !found.success) return fail({ code: 'channel.unreachable', reason: error?.reason ?? '' });
    const { display_phone_number: shown, verified_name: name } = found.data;
    return ok({ name: `${name} ${shown}`.trim(), learned: {} });
  },
  connect: async (_, { businessId, accessToken }, call) => {
    const answer = await askGraph(call, {
      path: `${businessId}/subscribed_apps`,
      token: accessToken,
      post: {},
    });
    const error = graphError(answer);
    return error ? fail({ code: 'channel.unreachable', reason: error.reason }) : ok(null);
  },
  sample: ({ id, text, name, at }, { phoneNumberId, businessId, appSecret }) => {
    const userId = `TEST.${id}`;
    const value = {
      messaging_product: 'whatsapp',
      metadata: { phone_number_id: phoneNumberId },
      contacts: [{ profile: { name }, user_id: userId }],
      messages: [
        {
          from_user_id: userId,
          id: `wamid.${id}`,
          timestamp: String(Math.floor(at.getTime() / 1000)),
          type: 'text',
          text: { body: text },
        },
      ],
    };
    const changes = [{ field: 'messages', value }];
    const body = { object: 'whatsapp_business_account', entry: [{ id: businessId, changes }] };
    const bytes = Buffer.from(JSON.stringify(body));
    return {
      headers: {
        'content-type': 'application/json',
        'x-hub-signature-256': `sha256=${macOf(appSecret, bytes, 'hex')}`,
      },
      bytes,
    };
  },
});

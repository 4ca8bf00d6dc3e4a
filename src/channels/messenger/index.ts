import { z } from 'zod';
import { defineConversationChannel } from '@/channels/contract';
import { checkMeta, sampleMessaging, signedSample, subscribePage } from '@/channels/lib/meta-account';
import { lookUpMeta } from '@/channels/lib/meta-look-up';
import { MESSENGER_LIMITS } from '@/channels/lib/meta-media';
import { PAGE_FIELDS, readPage } from '@/channels/lib/meta-page';
import { fetchByAddress, sendPrivately } from '@/channels/lib/meta-send';
import { isFromMeta, metaHandshake } from '@/channels/lib/meta-webhook';
import type { OutboundPart } from '@/domain/channel/conversation';
import { withinWindow } from '@/domain/channel/reach';

const config = z.object({
  pageId: z
    .string()
    .trim()
    .regex(/^\d{5,25}$/),
  accessToken: z.string().trim().min(10).max(1000),
  appSecret: z.string().trim().min(10).max(200),
  verifyToken: z.string().min(16).max(200),
  /** Meta lets people, not machines, answer for seven days when it has approved the app for it. */
  humanAgent: z.boolean().default(false),
});
type Config = z.output<typeof config>;

const WINDOW_HOURS = 24;
const HUMAN_WINDOW_HOURS = 7 * 24;

/** Messenger: private messages to a Facebook page (contracts D.1). */
export const messenger = defineConversationChannel<Config>({
  kind: 'messenger',
  config,
  settings: [
    { name: 'pageId', kind: 'text', required: true },
    { name: 'accessToken', kind: 'secret', required: true },
    { name: 'appSecret', kind: 'secret', required: true },
    { name: 'humanAgent', kind: 'switch', required: false },
    { name: 'verifyToken', kind: 'generated', required: true },
  ],
  accountOf: ({ pageId }) => pageId,
  handshake: (call, { verifyToken }) => metaHandshake(call, verifyToken),
  isGenuine: (call, { appSecret }) => isFromMeta(call, appSecret),
  read: readPage,
  fetchFile: (file, _, call) => fetchByAddress(file, call),
  lookUp: (message, { pageId: account, accessToken: token }, call) =>
    lookUpMeta(message, { account, token, call }),
  limits: () => MESSENGER_LIMITS,
  reach: ({ blockedAt, lastInboundAt }, { humanAgent }, now) => {
    if (blockedAt) return { state: 'closed', why: 'blocked' };
    const why = humanAgent ? 'human_window_over' : 'message_window_over';
    const hours = humanAgent ? HUMAN_WINDOW_HOURS : WINDOW_HOURS;
    return withinWindow({ lastInboundAt, now }, hours, { state: 'closed', why });
  },
  deliver: async (part, { pageId, accessToken, humanAgent }, call) => {
    const sender = { path: `${pageId}/messages`, token: accessToken, call };
    return (await sendPrivately(part, sender, typeOf(part, humanAgent))).result;
  },
  check: ({ pageId, accessToken }, call) =>
    checkMeta(call, { path: `${pageId}?fields=name`, token: accessToken }),
  connect: (_, { pageId, accessToken }, call) =>
    subscribePage(call, { path: `${pageId}/subscribed_apps`, token: accessToken, fields: PAGE_FIELDS }),
  sample: (message, { pageId, appSecret }) => {
    const messaging = [sampleMessaging(message, pageId)];
    const entry = [{ id: pageId, time: message.at.getTime(), messaging }];
    return signedSample({ object: 'page', entry }, appSecret);
  },
});

/** Within a day it is a response; later it says that a person answers, where Meta has approved that. */
function typeOf({ conversation, at }: OutboundPart, humanAgent: boolean) {
  const late =
    humanAgent &&
    withinWindow({ lastInboundAt: conversation.lastInboundAt, now: at }, WINDOW_HOURS, LATE) === LATE;
  return late ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } : { messaging_type: 'RESPONSE' };
}

const LATE = { state: 'closed', why: 'message_window_over' } as const;

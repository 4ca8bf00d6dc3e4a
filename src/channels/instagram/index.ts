import { z } from 'zod';
import { type CallOutside, defineConversationChannel } from '@/channels/contract';
import { checkMeta, sampleMessaging, signedSample, subscribePage } from '@/channels/lib/meta-account';
import { lookUpMeta } from '@/channels/lib/meta-look-up';
import { DIRECT_LIMITS } from '@/channels/lib/meta-media';
import {
  answerComment,
  commentLimits,
  fetchByAddress,
  type MetaSender,
  onceOf,
  reachPrivateReply,
  sendPrivately,
} from '@/channels/lib/meta-send';
import { isFromMeta, metaHandshake } from '@/channels/lib/meta-webhook';
import type { OutboundPart, PartResult } from '@/domain/channel/conversation';
import { OPEN, withinWindow } from '@/domain/channel/reach';
import { ok } from '@/domain/shared/result';
import { readInstagram } from './read-instagram';

const config = z.object({
  accountId: z
    .string()
    .trim()
    .regex(/^\d{5,25}$/),
  /** Who gives the token: Instagram itself, or the Facebook page that the account belongs to. */
  login: z.enum(['instagram', 'facebook']).default('instagram'),
  accessToken: z.string().trim().min(10).max(1000),
  appSecret: z.string().trim().min(10).max(200),
  verifyToken: z.string().min(16).max(200),
});
type Config = z.output<typeof config>;

const WINDOW_HOURS = 24;
/** What an app can hear of an account that signed in with Instagram itself. */
const FIELDS =
  'messages,messaging_postbacks,messaging_seen,message_edit,message_reactions,comments,live_comments,mentions';

/** Instagram: private messages and comments of a professional account (contracts D.1). */
export const instagram = defineConversationChannel<Config>({
  kind: 'instagram',
  config,
  settings: [
    { name: 'accountId', kind: 'text', required: true },
    { name: 'login', kind: 'choice', required: true, values: ['instagram', 'facebook'] },
    { name: 'accessToken', kind: 'secret', required: true },
    { name: 'appSecret', kind: 'secret', required: true },
    { name: 'verifyToken', kind: 'generated', required: true },
  ],
  accountOf: ({ accountId }) => accountId,
  handshake: (call, { verifyToken }) => metaHandshake(call, verifyToken),
  isGenuine: (call, { appSecret }) => isFromMeta(call, appSecret),
  read: readInstagram,
  fetchFile: (file, _, call) => fetchByAddress(file, call),
  lookUp: (message, { accountId: account, accessToken: token, login }, call) =>
    lookUpMeta(message, { account, token, host: hostOf(login), call }),
  limits: (way) => {
    if (way === 'public') return commentLimits({ text: 1000, unit: 'bytes' });
    return way === 'private' ? DIRECT_LIMITS : onceOf(DIRECT_LIMITS);
  },
  reach: ({ blockedAt, lastInboundAt, isPublic }, _, now) => {
    if (blockedAt) return { state: 'closed', why: 'blocked' };
    if (isPublic) return OPEN;
    return withinWindow({ lastInboundAt, now }, WINDOW_HOURS, {
      state: 'closed',
      why: 'message_window_over',
    });
  },
  reachPrivately: reachPrivateReply,
  deliver,
  check: ({ login, accountId, accessToken }, call) =>
    checkMeta(call, { path: `${accountId}?fields=username`, token: accessToken, host: hostOf(login) }),
  // With Facebook the page to which the account belongs is what an app subscribes to.
  connect: async (_, { login, accountId, accessToken: token }, call) => {
    if (login === 'facebook') return ok(null);
    const asked = { path: `${accountId}/subscribed_apps`, token, host: hostOf(login) };
    return subscribePage(call, { ...asked, fields: FIELDS });
  },
  sample: (message, { accountId, appSecret }) => {
    const messaging = [sampleMessaging(message, accountId)];
    const entry = [{ id: accountId, time: message.at.getTime(), messaging }];
    return signedSample({ object: 'instagram', entry }, appSecret);
  },
});

const hostOf = (login: Config['login']) =>
  login === 'instagram' ? ('graph.instagram.com' as const) : ('graph.facebook.com' as const);

async function deliver(part: OutboundPart, settings: Config, call: CallOutside): Promise<PartResult> {
  const { accountId, accessToken, login } = settings;
  const sender: MetaSender = { path: `${accountId}/messages`, token: accessToken, host: hostOf(login), call };
  const { data, isPublic } = part.conversation;
  if (isPublic && !part.privately && data['mention'] === true) {
    const { mediaId, commentId } = data;
    const about = { media_id: mediaId, ...(commentId && { comment_id: commentId }) };
    return answerComment(part, { ...sender, path: `${accountId}/mentions` }, about);
  }
  if (isPublic && !part.privately) {
    return answerComment(part, { ...sender, path: `${String(data['rootId'] ?? part.answers)}/replies` });
  }
  if (!part.privately) return (await sendPrivately(part, sender, {})).result;
  // Somebody else may have commented since it was written: it goes to whom it was written to.
  const commentId = String(part.answers ?? data['commentId']);
  const { result, recipient } = await sendPrivately(part, sender, { recipient: { comment_id: commentId } });
  if (result.status !== 'sent' || recipient === null) return result;
  const author = {
    kind: 'instagram',
    value: recipient,
    name: '',
    handle: '',
    locale: null,
    also: [],
  } as const;
  return {
    ...result,
    continuesIn: { key: recipient, isPublic: false, data: {}, author, channel: 'instagram' },
  };
}

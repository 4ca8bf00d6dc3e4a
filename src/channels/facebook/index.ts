import { z } from 'zod';
import { defineConversationChannel } from '@/channels/contract';
import { checkMeta, signedSample, subscribePage } from '@/channels/lib/meta-account';
import { lookUpMeta } from '@/channels/lib/meta-look-up';
import { MESSENGER_LIMITS } from '@/channels/lib/meta-media';
import { PAGE_FIELDS, readPage } from '@/channels/lib/meta-page';
import {
  answerComment,
  commentLimits,
  fetchByAddress,
  onceOf,
  reachPrivateReply,
  sendPrivately,
} from '@/channels/lib/meta-send';
import { isFromMeta, metaHandshake } from '@/channels/lib/meta-webhook';
import { OPEN } from '@/domain/channel/reach';

const config = z.object({
  pageId: z
    .string()
    .trim()
    .regex(/^\d{5,25}$/),
  accessToken: z.string().trim().min(10).max(1000),
  appSecret: z.string().trim().min(10).max(200),
  verifyToken: z.string().min(16).max(200),
});
type Config = z.output<typeof config>;

/** Facebook: comments and posts on a page, and mentions of it, answered there or in private (contracts D.1). */
export const facebook = defineConversationChannel<Config>({
  kind: 'facebook',
  config,
  settings: [
    { name: 'pageId', kind: 'text', required: true },
    { name: 'accessToken', kind: 'secret', required: true },
    { name: 'appSecret', kind: 'secret', required: true },
    { name: 'verifyToken', kind: 'generated', required: true },
  ],
  accountOf: ({ pageId }) => pageId,
  handshake: (call, { verifyToken }) => metaHandshake(call, verifyToken),
  isGenuine: (call, { appSecret }) => isFromMeta(call, appSecret),
  read: readPage,
  fetchFile: (file, _, call) => fetchByAddress(file, call),
  lookUp: (message, { pageId: account, accessToken: token }, call) =>
    lookUpMeta(message, { account, token, call }),
  limits: (way) =>
    way === 'public' ? commentLimits({ text: 8000, unit: 'characters' }) : onceOf(MESSENGER_LIMITS),
  reach: ({ blockedAt }) => (blockedAt ? { state: 'closed', why: 'blocked' } : OPEN),
  reachPrivately: reachPrivateReply,
  deliver: async (part, { pageId, accessToken }, call) => {
    const { data, key } = part.conversation;
    const commentId = String(data['commentId'] ?? part.answers ?? key);
    // Somebody else may have commented since it was written.
    const meant = part.answers ?? commentId;
    const root = String(data['rootId'] ?? commentId);
    if (!part.privately) {
      return answerComment(part, { path: `${root}/comments`, token: accessToken, call });
    }
    const sender = { path: `${pageId}/messages`, token: accessToken, call };
    // Without a comment it is a post of the customer's own.
    const isPost = data['commentId'] === null || meant === data['postId'];
    const about = isPost ? { post_id: data['postId'] } : { comment_id: meant };
    const asked = { recipient: about, messaging_type: 'RESPONSE' };
    const { result, recipient } = await sendPrivately(part, sender, asked);
    if (result.status !== 'sent' || recipient === null) return result;
    const author = {
      kind: 'messenger',
      value: recipient,
      name: '',
      handle: '',
      locale: null,
      also: [],
    } as const;
    const continuesIn = { key: recipient, isPublic: false, data: {}, author, channel: 'messenger' } as const;
    return { ...result, continuesIn };
  },
  check: ({ pageId, accessToken }, call) =>
    checkMeta(call, { path: `${pageId}?fields=name`, token: accessToken }),
  connect: (_, { pageId, accessToken }, call) =>
    subscribePage(call, { path: `${pageId}/subscribed_apps`, token: accessToken, fields: PAGE_FIELDS }),
  sample: ({ id, text, name, at }, { pageId, appSecret }) => {
    const post = `${pageId}_1`;
    const value = {
      item: 'comment',
      verb: 'add',
      comment_id: `${post}_${id}`,
      post_id: post,
      parent_id: post,
      from: { id: `TEST.${id}`, name },
      message: text,
      created_time: Math.floor(at.getTime() / 1000),
    };
    const entry = [{ id: pageId, time: at.getTime(), changes: [{ field: 'feed', value }] }];
    return signedSample({ object: 'page', entry }, appSecret);
  },
});

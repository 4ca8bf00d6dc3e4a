import { z } from 'zod';
import type { CallOutside } from '@/channels/contract';
import type { ChannelMessage, Correspondent } from '@/domain/channel/conversation';
import type { JsonAnswer } from './json-call';
import { askGraph, graphError } from './meta-graph';

/** Whose token it is, and where it is taken. */
type Asker = Readonly<{
  account: string;
  token: string;
  host?: 'graph.facebook.com' | 'graph.instagram.com';
  call: CallOutside;
}>;

/** Stands for a writer whom Meta does not name, so that two of them are not taken for one. */
export const namelessWriter = (externalId: string): string => `of:${externalId}`;

/**
 * What Meta gives only when asked: who wrote, and the words of a mention (contracts D.1; Instagram "mentioned_comment",
 * "mentioned_media"). A name that cannot be had is left out; for words Meta is asked again while it is in trouble. Null when
 * the writer is the account itself.
 */
export async function lookUpMeta(message: ChannelMessage, asker: Asker): Promise<ChannelMessage | null> {
  const { author, unshown = [], channel, externalId } = message;
  const isMention = unshown.includes('mention');
  if (isMention && channel === 'instagram') return instagramMention(message, asker);
  if (isMention || author.value === namelessWriter(externalId)) return pageContent(message, asker);
  return author.name === '' ? named(message, asker) : message;
}

const profile = z.object({ name: z.string().default(''), username: z.string().default('') });

async function named(message: ChannelMessage, asker: Asker): Promise<ChannelMessage> {
  const { author, channel } = message;
  const fields = channel === 'instagram' ? 'name,username' : 'name';
  // Nobody waits for a name: without one the message is as good.
  const answer = await ask(asker, `${encodeURIComponent(author.value)}?fields=${fields}`).catch(() => null);
  const found = profile.safeParse(answer?.json);
  if (!answer || graphError(answer) || !found.success) return message;
  const { name, username } = found.data;
  const handle = username ? `@${username}` : author.handle;
  return { ...message, author: { ...author, name: name || username, handle } };
}

const content = z.object({
  message: z.string().default(''),
  from: z.object({ id: z.string().min(1), name: z.string().default('') }).optional(),
  permalink_url: z.string().optional(),
});

/** A comment or post that came without its writer or its words. */
async function pageContent(message: ChannelMessage, asker: Asker): Promise<ChannelMessage | null> {
  const path = `${encodeURIComponent(message.externalId)}?fields=message,from,permalink_url`;
  const found = content.safeParse(await askForWords(asker, path));
  if (!found.success) return message;
  const { message: text, from, permalink_url: permalink } = found.data;
  if (from?.id === asker.account) return null;
  const author: Correspondent = from
    ? { ...message.author, value: from.id, name: from.name, handle: from.name }
    : message.author;
  const words = message.text || text;
  return { ...withWords(message, words), author, permalink: message.permalink ?? permalink ?? null };
}

const mentioned = z.object({
  text: z.string().default(''),
  caption: z.string().default(''),
  username: z.string().default(''),
  media_url: z.string().optional(),
  media_type: z.string().default(''),
});
const mentions = z.object({ mentioned_comment: mentioned.optional(), mentioned_media: mentioned.optional() });

async function instagramMention(message: ChannelMessage, asker: Asker): Promise<ChannelMessage> {
  const { commentId, mediaId } = message.conversation.data;
  const fields = commentId
    ? `mentioned_comment.comment_id(${digits(commentId)}){text,timestamp,username}`
    : `mentioned_media.media_id(${digits(mediaId)}){caption,media_type,media_url,timestamp,username}`;
  const found = mentions.safeParse(await askForWords(asker, `${asker.account}?fields=${fields}`));
  const told = found.success ? (found.data.mentioned_comment ?? found.data.mentioned_media) : undefined;
  if (!told) return message;
  const { username, media_url: url, media_type: type } = told;
  const handle = `@${username}`;
  const author = username ? { ...message.author, value: handle, name: username, handle } : message.author;
  const [name, claimedType] = type === 'VIDEO' ? ['film.mp4', 'video/mp4'] : ['picture.jpg', 'image/jpeg'];
  const files = url ? [{ name, claimedType, url, ref: null, size: null }] : [];
  return { ...withWords(message, told.text || told.caption), author, files };
}

/** The words are here now, and that they are missing is said no more. */
const withWords = (message: ChannelMessage, text: string): ChannelMessage =>
  text === ''
    ? message
    : { ...message, text, unshown: (message.unshown ?? []).filter((each) => each !== 'mention') };

const digits = (id: unknown): string => String(id).replace(/\D/g, '');

const ask = ({ token, host, call }: Asker, path: string): Promise<JsonAnswer> =>
  askGraph(call, { path, token, ...(host && { host }) });

const WORTH_ANOTHER_TRY = [1, 2, 4, 17, 32, 613];

/** What Meta answers; null when there is nothing to be had for good. */
async function askForWords(asker: Asker, path: string): Promise<unknown> {
  const answer = await ask(asker, path);
  const error = graphError(answer);
  if (!error) return answer.json;
  if (answer.status >= 500 || answer.status === 429 || WORTH_ANOTHER_TRY.includes(error.code))
    throw new Error(error.reason || `the Graph API answers ${answer.status}`);
  return null;
}

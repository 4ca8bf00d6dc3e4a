import { createHmac } from 'node:crypto';
import { type Asked, type Double, formOf, startDouble, type Told } from './server';

/** The X API (contracts D.3): replies only to who summoned the app, limits with an instant, direct messages. */
export type XDouble = Double & {
  summonedBy: Set<string>;
  tooMany: number;
  posts: Record<string, unknown>[];
  directs: Record<string, unknown>[];
  bearer: string;
  webhooks: { id: string; url: string; valid: boolean }[];
  subscriptions: { event_type: string; webhook_id: string; filter: { user_id: string } }[];
  /** Calls the address that is registered with a challenge, as X does; gives what it answers. */
  challenge: ((url: string, token: string) => Promise<string>) | null;
  mentions: { id?: string; author_id?: string; [key: string]: unknown }[];
  /** Who is told of beside the mentions. */
  people: unknown[];
  /** Direct messages as they can be fetched; null where the plan of the app does not hold that. */
  directEvents: { id: string; [key: string]: unknown }[] | null;
  pageSize: number;
  files: Map<string, Buffer>;
  /** The token of the account that is good now, and the only one that renews it. */
  access: string;
  refresh: string;
  client: { id: string; secret: string };
  pictures: Map<string, { category: string; type: string; bytes: number }>;
};

/** Events about private things are subscribed to with the token of the account itself. */
const PRIVATE = ['dm.received', 'dm.read', 'dm.sent', 'chat.received', 'oauth.revoke'];
const PUBLIC = ['post.mention.create', 'post.reply.create'];

export async function xDouble(token: string): Promise<XDouble> {
  const double: XDouble = Object.assign(await startDouble(answer), {
    summonedBy: new Set<string>(),
    tooMany: 0,
    posts: [],
    directs: [],
    bearer: 'bearer-token',
    webhooks: [],
    subscriptions: [],
    challenge: null,
    mentions: [],
    people: [{ id: '42', name: 'Anna', username: 'anna' }],
    directEvents: null,
    pageSize: 100,
    files: new Map<string, Buffer>(),
    access: token,
    refresh: 'refresh-1',
    client: { id: 'client-of-the-double', secret: 'secret-of-the-client' },
    pictures: new Map(),
  });
  return double;

  async function answer(asked: Asked): Promise<Told> {
    if (asked.path.startsWith('/public/')) return file(asked);
    if (asked.path === '/2/oauth2/token') return renewal(asked);
    return (await ofApp(asked)) ?? ofOwner(asked);
  }

  /** What the app may do by itself; null where the account has to speak. */
  function ofApp(asked: Asked): Told | Promise<Told> | null {
    const app = asked.headers.authorization === `Bearer ${double.bearer}`;
    if (app && asked.path.startsWith('/2/webhooks')) return hooks(asked);
    return asked.path === '/2/activity/subscriptions' ? subscribe(asked, app) : null;
  }

  function ofOwner(asked: Asked): Told | Promise<Told> {
    const own = asked.headers.authorization === `Bearer ${double.access}`;
    return own ? (tooMany() ?? ofAccount(asked)) : UNAUTHORIZED;
  }

  function tooMany(): Told | null {
    if (double.tooMany === 0) return null;
    double.tooMany--;
    const reset = String(Math.floor(Date.now() / 1000) + 60);
    return {
      status: 429,
      json: { title: 'Too Many Requests' },
      headers: { 'x-rate-limit-reset': reset, 'x-rate-limit-remaining': '0' },
    };
  }

  function ofAccount(asked: Asked): Told | Promise<Told> {
    const { path, query } = asked;
    if (path === '/2/users/me') return { json: { data: { id: '5000', username: 'kanna' } } };
    if (path === '/2/users/5000/mentions') return mentions(query);
    if (path === '/2/dm_events') return directEvents(query);
    return path.startsWith('/private/') ? file(asked) : said(asked);
  }

  function said(asked: Asked): Told | Promise<Told> {
    const { path } = asked;
    if (path === '/2/media/upload') return picture(asked);
    if (path === '/2/tweets') return post(bodyOf(asked));
    if (path.startsWith('/2/dm_conversations/with/')) return direct(path, bodyOf(asked));
    return { status: 404, json: { title: 'Not Found' } };
  }

  /** RFC 6749 §6 with a confidential client; each renewal token is good once, and the old access ends. */
  function renewal(asked: Asked): Told {
    const { id, secret } = double.client;
    const key = Buffer.from(`${id}:${secret}`).toString('base64');
    const form = new URLSearchParams(asked.bytes.toString());
    if (asked.headers.authorization !== `Basic ${key}` || form.get('grant_type') !== 'refresh_token')
      return {
        status: 401,
        json: { error: 'unauthorized_client', error_description: 'Missing valid authorization header' },
      };
    if (form.get('refresh_token') !== double.refresh)
      return {
        status: 400,
        json: { error: 'invalid_request', error_description: 'Value passed for the token was invalid.' },
      };
    const next = Number(double.refresh.split('-')[1]) + 1;
    Object.assign(double, { access: `access-number-${next}`, refresh: `refresh-${next}` });
    const given = {
      token_type: 'bearer',
      expires_in: 7200,
      access_token: double.access,
      refresh_token: double.refresh,
    };
    return { json: given };
  }

  async function picture(asked: Asked): Promise<Told> {
    const form = await formOf(asked);
    const media = form.get('media');
    const category = String(form.get('media_category'));
    if (!(media instanceof File) || !['tweet_image', 'dm_image'].includes(category))
      return { status: 400, json: { title: 'Invalid Request' } };
    if (!['image/jpeg', 'image/png', 'image/webp'].includes(media.type) || media.size > 5 * 1024 * 1024)
      return { status: 400, json: { title: 'Invalid Request', detail: 'media type or size' } };
    const id = `91${double.pictures.size}`;
    double.pictures.set(id, { category, type: media.type, bytes: media.size });
    return { json: { data: { id, media_key: `3_${id}` } } };
  }

  function isKnown(id: unknown, category: string): boolean {
    return double.pictures.get(String(id))?.category === category;
  }

  function file({ path }: Asked): Told {
    const bytes = double.files.get(path);
    return bytes ? { bytes, headers: { 'content-type': 'image/png' } } : { status: 404, json: {} };
  }

  function hooks(asked: Asked): Told | Promise<Told> {
    if (asked.method === 'GET') return { json: { data: double.webhooks } };
    if (asked.method === 'POST') return register((JSON.parse(asked.bytes.toString()) as { url: string }).url);
    const known = double.webhooks.find(({ id }) => asked.path === `/2/webhooks/${id}`);
    if (!known) return { status: 404, json: {} };
    known.valid = true;
    return { json: { data: { attempted: true } } };
  }

  /** X calls the address with a challenge before it takes it, and takes it once. */
  async function register(url: string): Promise<Told> {
    if (double.webhooks.some((each) => each.url === url))
      return { status: 400, json: { title: 'Invalid', detail: 'DuplicateWebhook: the URL is registered' } };
    const said = await double.challenge?.(url, 'crc');
    if (said !== undefined && !said.includes('sha256='))
      return { status: 400, json: { title: 'Invalid', detail: 'CrcValidationFailed' } };
    const made = { id: `h${double.webhooks.length + 1}`, url, valid: true };
    double.webhooks.push(made);
    return { status: 200, json: { data: made } };
  }

  function subscribe(asked: Asked, app: boolean): Told {
    if (asked.method === 'GET') return { json: { data: double.subscriptions } };
    const body = JSON.parse(asked.bytes.toString()) as XDouble['subscriptions'][number];
    const own = asked.headers.authorization === `Bearer ${double.access}`;
    if (!mayHear(body.event_type, { app, own }))
      return { status: 403, json: { title: 'Forbidden', detail: 'wrong kind of token' } };
    if (!double.webhooks.some(({ id }) => id === body.webhook_id))
      return { status: 400, json: { detail: 'unknown webhook' } };
    const twice = double.subscriptions.some((each) => JSON.stringify(each) === JSON.stringify(body));
    if (twice) return { status: 400, json: { detail: 'DuplicateSubscriptionFailed' } };
    double.subscriptions.push(body);
    return { json: { data: { subscription_id: String(double.subscriptions.length) } } };
  }

  /** The newest first, in pages; a page's token holds for this `since_id` only. */
  function mentions(query: URLSearchParams): Told {
    const since = Number(query.get('since_id') ?? 0);
    const all = double.mentions
      .filter(({ id = since + 1 }) => Number(id) > since)
      .sort((one, other) => Number(other.id ?? 0) - Number(one.id ?? 0));
    const from = Number(query.get('pagination_token')?.replace('p', '') ?? 0);
    const data = all.slice(from, from + double.pageSize);
    const next = from + double.pageSize < all.length ? { next_token: `p${from + double.pageSize}` } : {};
    const meta = data.length > 0 ? { newest_id: data[0]?.id, result_count: data.length, ...next } : {};
    return { json: { data, includes: { users: double.people }, meta } };
  }

  /** The newest first, in pages; there is no asking for those since one (X API, "Get DM events"). */
  function directEvents(query: URLSearchParams): Told {
    if (double.directEvents === null) return { status: 403, json: { title: 'Client Forbidden' } };
    const all = double.directEvents.toSorted((one, other) => Number(other.id) - Number(one.id));
    const from = Number(query.get('pagination_token')?.replace('p', '') ?? 0);
    const data = all.slice(from, from + double.pageSize);
    const next = from + double.pageSize < all.length ? { next_token: `p${from + double.pageSize}` } : {};
    return {
      json: { data, includes: { users: double.people }, meta: { result_count: data.length, ...next } },
    };
  }

  function post(body: Record<string, unknown>): Told {
    const to = (body['reply'] as { in_reply_to_tweet_id?: string } | undefined)?.in_reply_to_tweet_id ?? '';
    if (String(body['text']).length > 280) return { status: 400, json: { detail: 'text is too long' } };
    if (!double.summonedBy.has(to))
      return {
        status: 403,
        json: {
          title: 'Forbidden',
          detail: 'Reply to this conversation is not allowed because you have not been mentioned',
        },
      };
    const ids = (body['media'] as { media_ids?: string[] } | undefined)?.media_ids ?? [];
    if (ids.length > 4 || !ids.every((id) => isKnown(id, 'tweet_image')))
      return { status: 400, json: { detail: 'Your media IDs are invalid.' } };
    double.posts.push(body);
    return { status: 201, json: { data: { id: `70${double.posts.length}`, text: body['text'] } } };
  }

  function wrongDirect({ text = '', attachments = [] }: Record<string, unknown>): string | null {
    const sent = attachments as { media_id: string }[];
    if (text === '' && sent.length === 0) return 'one of text and attachments is needed';
    if (String(text).length > 10_000) return 'text is too long';
    const known = sent.length <= 1 && sent.every(({ media_id: id }) => isKnown(id, 'dm_image'));
    return known ? null : 'Your media IDs are invalid.';
  }

  function direct(path: string, body: Record<string, unknown>): Told {
    const wrong = wrongDirect(body);
    if (wrong) return { status: 400, json: { detail: wrong } };
    double.directs.push({ ...body, to: path.split('/')[4] });
    return {
      status: 201,
      json: { data: { dm_conversation_id: '1-2', dm_event_id: `80${double.directs.length}` } },
    };
  }
}

const UNAUTHORIZED: Told = { status: 401, json: { title: 'Unauthorized', detail: 'Unauthorized' } };

const bodyOf = ({ bytes }: Asked) => JSON.parse(bytes.toString() || '{}') as Record<string, unknown>;

const mayHear = (type: string, { app, own }: { app: boolean; own: boolean }) =>
  PRIVATE.includes(type) ? own : PUBLIC.includes(type) && (app || own);

/** What X pushes, signed with the secret of the app. */
export function xPush(secret: string, data: unknown): { bytes: Buffer; headers: Record<string, string> } {
  const bytes = Buffer.from(JSON.stringify({ data }));
  return { bytes, headers: signedAsX(secret, bytes) };
}

/** The signature over any bytes, also over such as X would never send. */
export function signedAsX(secret: string, bytes: Buffer): Record<string, string> {
  const mac = createHmac('sha256', secret).update(bytes).digest('base64');
  return { 'x-twitter-webhooks-signature': `sha256=${mac}` };
}

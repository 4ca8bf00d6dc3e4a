import { createHmac } from 'node:crypto';
import { type Asked, type Double, startDouble, type Told } from './server';

/** The X API (contracts D.3): replies only to who summoned the app, limits with an instant, direct messages. */
export type XDouble = Double & {
  summonedBy: Set<string>;
  tooMany: number;
  posts: Record<string, unknown>[];
  directs: Record<string, unknown>[];
};

export async function xDouble(token: string): Promise<XDouble> {
  const double: XDouble = Object.assign(await startDouble(answer), {
    summonedBy: new Set<string>(),
    tooMany: 0,
    posts: [],
    directs: [],
  });
  return double;

  function answer(asked: Asked): Told {
    if (asked.headers.authorization !== `Bearer ${token}`)
      return { status: 401, json: { title: 'Unauthorized', detail: 'Unauthorized' } };
    if (double.tooMany > 0) {
      double.tooMany--;
      const reset = String(Math.floor(Date.now() / 1000) + 60);
      return {
        status: 429,
        json: { title: 'Too Many Requests' },
        headers: { 'x-rate-limit-reset': reset, 'x-rate-limit-remaining': '0' },
      };
    }
    const body =
      asked.bytes.length > 0 ? (JSON.parse(asked.bytes.toString()) as Record<string, unknown>) : {};
    if (asked.path === '/2/tweets') return post(body);
    if (asked.path.startsWith('/2/dm_conversations/with/')) return direct(asked.path, body);
    return { status: 404, json: { title: 'Not Found' } };
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
    double.posts.push(body);
    return { status: 201, json: { data: { id: `70${double.posts.length}`, text: body['text'] } } };
  }

  function direct(path: string, body: Record<string, unknown>): Told {
    double.directs.push({ ...body, to: path.split('/')[4] });
    return {
      status: 201,
      json: { data: { dm_conversation_id: '1-2', dm_event_id: `80${double.directs.length}` } },
    };
  }
}

/** What X pushes, signed with the secret of the app. */
export function xPush(secret: string, data: unknown): { bytes: Buffer; headers: Record<string, string> } {
  const bytes = Buffer.from(JSON.stringify({ data }));
  const mac = createHmac('sha256', secret).update(bytes).digest('base64');
  return { bytes, headers: { 'x-twitter-webhooks-signature': `sha256=${mac}` } };
}

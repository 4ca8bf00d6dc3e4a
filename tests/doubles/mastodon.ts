import { type Asked, type Double, startDouble, type Told } from './server';

/** A Mastodon server (contracts D.5): pages of notifications, the Idempotency-Key of a post, limits with an instant. */
export type MastodonDouble = Double & {
  notifications: { id: string }[];
  statuses: Record<string, unknown>[];
  tooMany: number;
  /** Takes the post, and loses the answer. */
  loseAnswer: number;
};

export async function mastodonDouble(token: string): Promise<MastodonDouble> {
  const byKey = new Map<string, unknown>();
  const double: MastodonDouble = Object.assign(await startDouble(answer), {
    notifications: [],
    statuses: [],
    tooMany: 0,
    loseAnswer: 0,
  });
  return double;

  function answer(asked: Asked): Told {
    if (asked.headers.authorization !== `Bearer ${token}`)
      return { status: 401, json: { error: 'The access token is invalid' } };
    if (double.tooMany > 0) {
      double.tooMany--;
      const reset = new Date(Date.now() + 90_000).toISOString();
      return { status: 429, json: { error: 'Too many requests' }, headers: { 'x-ratelimit-reset': reset } };
    }
    if (asked.path === '/api/v1/accounts/verify_credentials') return { json: { id: '1', acct: 'kanna' } };
    if (asked.path === '/api/v1/notifications') return page(asked.query);
    return asked.path === '/api/v1/statuses'
      ? post(asked)
      : { status: 404, json: { error: 'Record not found' } };
  }

  /** `min_id`: the ones right after it, newest first; without it the newest. */
  function page(query: URLSearchParams): Told {
    const limit = Math.min(Number(query.get('limit') ?? 40), 80);
    const after = query.get('min_id');
    const rising = [...double.notifications].sort((one, other) => Number(one.id) - Number(other.id));
    const wanted = after
      ? rising.filter(({ id }) => Number(id) > Number(after)).slice(0, limit)
      : rising.slice(-limit);
    return { json: wanted.reverse() };
  }

  function post(asked: Asked): Told {
    const body = JSON.parse(asked.bytes.toString()) as { status: string; visibility: string };
    if (body.status.length > 500)
      return { status: 422, json: { error: 'Validation failed: Text character limit of 500 exceeded' } };
    const key = String(asked.headers['idempotency-key'] ?? '');
    const known = byKey.get(key);
    if (key && known) return { json: known };
    const made = { id: String(900 + double.statuses.length), ...body };
    double.statuses.push(made);
    byKey.set(key, made);
    if (double.loseAnswer === 0) return { json: made };
    double.loseAnswer--;
    return { status: 504, bytes: Buffer.from('gateway timeout') };
  }
}

/** A mention as the server gives it. */
export function mention(id: string, content: string, over: Record<string, unknown> = {}) {
  const account = { id: '77', acct: 'anna@tea.example', display_name: 'Anna', bot: false };
  return {
    id,
    type: 'mention',
    created_at: '2026-03-02T09:00:00.000Z',
    account,
    status: {
      id: `s${id}`,
      url: `https://tea.example/@anna/${id}`,
      created_at: '2026-03-02T09:00:00.000Z',
      visibility: 'public',
      content: `<p>${content}</p>`,
      language: 'en',
      mentions: [
        { id: '1', acct: 'kanna' },
        { id: '5', acct: 'bob@tea.example' },
      ],
      media_attachments: [],
      account,
      ...over,
    },
  };
}

import { type Asked, type Double, formOf, startDouble, type Told } from './server';

/** A Mastodon server (contracts D.5): pages of notifications, the Idempotency-Key of a post, limits with an instant. */
export type MastodonDouble = Double & {
  notifications: { id: string; type?: string; status?: { id?: unknown } }[];
  /** Ids of posts that the account boosted: of those only, changes are told (Mastodon API, "update" of Notification). */
  boosted: Set<string>;
  /** What is another way now in the post of somebody, by its id; null when they deleted it. */
  changed: Map<string, Record<string, unknown> | null>;
  /** Knows "View multiple statuses", as of Mastodon 4.3. */
  knowsMany: boolean;
  /** What stands in every page beside them, and is no notification. */
  broken: unknown[];
  statuses: Record<string, unknown>[];
  tooMany: number;
  /** Takes the post, and loses the answer. */
  loseAnswer: number;
  /** Shows nobody the words of a post. */
  mute: boolean;
  /** Takes nothing, and answers by trouble. */
  down: boolean;
  /** The server's own clock, in ms. */
  now: () => number;
  maxCharacters: number;
  /** How often a film is asked for before it is ready; it is never ready when this is infinite. */
  processing: number;
  media: Map<string, { left: number; name: string }>;
  /** Files of posts by their path; anybody may fetch them. */
  files: Map<string, Buffer>;
};

type Post = { status: string; visibility: string; media_ids?: string[] };
/** How long the server knows an Idempotency-Key. */
const KEY_MS = 3_600_000;

export async function mastodonDouble(token: string): Promise<MastodonDouble> {
  const byKey = new Map<string, { made: unknown; at: number }>();
  const double: MastodonDouble = Object.assign(await startDouble(answer), {
    notifications: [],
    boosted: new Set<string>(),
    changed: new Map<string, Record<string, unknown> | null>(),
    knowsMany: true,
    broken: [],
    statuses: [],
    tooMany: 0,
    loseAnswer: 0,
    mute: false,
    down: false,
    now: Date.now,
    maxCharacters: 500,
    processing: 0,
    media: new Map<string, { left: number; name: string }>(),
    files: new Map<string, Buffer>(),
  });
  const OWN = '/api/v1/accounts/1/statuses';
  const PATHS: Record<string, (asked: Asked) => Told | Promise<Told>> = {
    '/api/v1/accounts/verify_credentials': () => ({ json: { id: '1', acct: 'kanna' } }),
    '/api/v2/instance': () => ({
      json: { configuration: { statuses: { max_characters: double.maxCharacters } } },
    }),
    '/api/v2/media': upload,
    '/api/v1/notifications': ({ query }) => page(query),
    [OWN]: ({ query }) => own(query),
    '/api/v1/statuses': (asked) => (asked.method === 'POST' ? post(asked) : many(asked.query)),
  };
  return double;

  async function answer(asked: Asked): Promise<Told> {
    const file = double.files.get(asked.path);
    if (file) return { bytes: file };
    if (asked.headers.authorization !== `Bearer ${token}`)
      return { status: 401, json: { error: 'The access token is invalid' } };
    if (double.tooMany > 0) {
      double.tooMany--;
      const reset = new Date(Date.now() + 90_000).toISOString();
      return { status: 429, json: { error: 'Too many requests' }, headers: { 'x-ratelimit-reset': reset } };
    }
    return double.down ? { status: 503, bytes: Buffer.from('service unavailable') } : told(asked);
  }

  function told(asked: Asked): Told | Promise<Told> {
    const { path } = asked;
    if (path.startsWith('/api/v1/media/')) return progress(path.slice('/api/v1/media/'.length));
    const [, id = '', what] = /^\/api\/v1\/statuses\/([^/]+)\/(context|source)$/.exec(path) ?? [];
    if (what) return what === 'context' ? around(id) : sourceOf(id);
    return PATHS[path]?.(asked) ?? single(path);
  }

  /** A film is answered by 202 and no address; it is 206 until it can be used (Mastodon API, "media"). */
  async function upload(asked: Asked): Promise<Told> {
    const file = (await formOf(asked)).get('file');
    if (!(file instanceof File))
      return { status: 422, json: { error: 'Validation failed: File is missing' } };
    const id = `m${double.media.size + 1}`;
    const left = file.type.startsWith('video/') ? double.processing : 0;
    double.media.set(id, { left, name: file.name });
    return { status: left > 0 ? 202 : 200, json: { id, url: left > 0 ? null : `https://files.test/${id}` } };
  }

  function progress(id: string): Told {
    const found = double.media.get(id);
    if (!found) return { status: 404, json: { error: 'Record not found' } };
    if (found.left > 0) found.left--;
    return { status: found.left > 0 ? 206 : 200, json: { id } };
  }

  /** `min_id`: the ones right after it, newest first; without it the newest. */
  function page(query: URLSearchParams): Told {
    const limit = Math.min(Number(query.get('limit') ?? 40), 80);
    const after = query.get('min_id');
    const rising = double.notifications
      .filter(isTold)
      .sort((one, other) => Number(one.id) - Number(other.id));
    const types = query.getAll('types[]');
    const asked = rising.filter(({ type = 'mention' }) => types.length === 0 || types.includes(type));
    const wanted = after
      ? asked.filter(({ id }) => Number(id) > Number(after)).slice(0, limit)
      : asked.slice(-limit);
    const link = `<${double.base}/api/v1/notifications?min_id=${wanted.at(-1)?.id}>; rel="prev"`;
    return {
      json: [...double.broken, ...wanted.reverse()],
      headers: { link, date: new Date(double.now()).toUTCString() },
    };
  }

  /** A deleted post takes its notifications along. */
  function isTold({ type, status }: MastodonDouble['notifications'][number]): boolean {
    const id = String(status?.id);
    return double.changed.get(id) !== null && (type !== 'update' || double.boosted.has(id));
  }

  /** Somebody's post as it is now; undefined when there is none. */
  function current(id: string): Record<string, unknown> | undefined {
    const told = double.notifications.find(({ status }) => status?.id === id)?.status;
    const now = double.changed.get(id);
    return told && now !== null ? { ...told, ...now } : undefined;
  }

  function single(path: string): Told {
    const [, id = ''] = /^\/api\/v1\/statuses\/([^/]+)$/.exec(path) ?? [];
    const found = current(id);
    return found ? { json: found } : { status: 404, json: { error: 'Record not found' } };
  }

  /** Those of them that are there, and no more than twenty at a time. */
  function many(query: URLSearchParams): Told {
    const ids = query.getAll('id[]');
    if (!double.knowsMany) return { status: 404, json: { error: 'Not found' } };
    if (ids.length > 20) return { status: 422, json: { error: 'Validation failed: too many' } };
    return { json: ids.flatMap((id) => current(id) ?? []) };
  }

  /** What the account has posted, here or by anything else, the newest first. */
  function own(query: URLSearchParams): Told {
    const after = Number(query.get('min_id') ?? 0);
    const rising = double.statuses.filter(({ id }) => Number(id) > after);
    return {
      json: rising
        .slice(0, Number(query.get('limit') ?? 20))
        .map(shown)
        .reverse(),
    };
  }

  /** What stands below a post, as deep as it goes; one that is unknown is not found. */
  function around(id: string): Told {
    const isKnown = double.notifications.some(({ status }) => status?.id === id);
    if (!isKnown) return { status: 404, json: { error: 'Record not found' } };
    const reached = new Set([id]);
    const below = double.statuses.filter((each) => {
      const isBelow = reached.has(String(each['in_reply_to_id']));
      if (isBelow) reached.add(String(each['id']));
      return isBelow;
    });
    return { json: { ancestors: [], descendants: below.map(shown) } };
  }

  /** Words become HTML, and names lose their server (Mastodon API, "status"). */
  function shown({
    id,
    status,
    in_reply_to_id,
    visibility,
    media_ids = [],
    created_at,
  }: Record<string, unknown>) {
    const content = `<p>${String(status).replace(/@(\w+)@[\w.]+/g, '<span class="h-card">@<span>$1</span></span>')}</p>`;
    const media_attachments = (media_ids as string[]).map((media) => ({ id: media, type: 'image' }));
    const account = { id: '1', acct: 'kanna' };
    return { id, content, in_reply_to_id, visibility, created_at, media_attachments, account };
  }

  /** The very words of an own post. */
  function sourceOf(id: string): Told {
    const found = double.statuses.find((each) => each['id'] === id);
    return found && !double.mute
      ? { json: { id, text: found['status'], spoiler_text: '' } }
      : { status: 404, json: { error: 'Record not found' } };
  }

  function wrongPost({ status, visibility, media_ids: media = [] }: Post): string | null {
    if (!['public', 'unlisted', 'private', 'direct'].includes(visibility))
      return 'Validation failed: Visibility is not included in the list';
    if (status.length > double.maxCharacters) return 'Validation failed: Text character limit exceeded';
    const ready = media.every((id) => double.media.get(id)?.left === 0);
    return ready ? null : 'Cannot attach files that have not finished processing';
  }

  function post(asked: Asked): Told {
    const body = JSON.parse(asked.bytes.toString()) as Post;
    const wrong = wrongPost(body);
    if (wrong) return { status: 422, json: { error: wrong } };
    const key = String(asked.headers['idempotency-key'] ?? '');
    const known = byKey.get(key);
    if (key && known && double.now() < known.at + KEY_MS) return { json: known.made };
    const created_at = new Date(double.now()).toISOString();
    const made = { id: String(900 + double.statuses.length), ...body, created_at };
    double.statuses.push(made);
    byKey.set(key, { made, at: double.now() });
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

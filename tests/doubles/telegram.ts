import { type Asked, type Double, formOf, startDouble, type Told } from './server';

/**
 * The Bot API as Telegram describes it (contracts D.4), written without a look at our client: it knows its token, refuses chats
 * whose user blocked the bot, texts that are too long and calls that come too often, and gives files only where they lie now.
 */
export type TelegramDouble = Double & {
  token: string;
  /** Chats whose user has blocked the bot. */
  blocked: Set<number>;
  /** Groups that became supergroups, and their ids since. */
  migrated: Map<number, number>;
  /** Answers 429 to this many calls that would send something. */
  tooMany: number;
  /** Fails this many sends with 502 before anything happens. */
  broken: number;
  files: Map<string, { path: string; bytes: Uint8Array; size?: number }>;
  sent: { method: string; chat: number; text: string; file: string | null; replyTo: number | null }[];
  webhook: Record<string, unknown> | null;
  updates: { update_id: number }[];
};

const ok = (result: unknown): Told => ({ json: { ok: true, result } });
const no = (code: number, description: string, parameters?: object): Told => ({
  status: code,
  json: { ok: false, error_code: code, description, ...(parameters && { parameters }) },
});

export async function telegramDouble(
  token = '700001:double-token-of-the-tests',
  port = 0,
): Promise<TelegramDouble> {
  let nextId = 1000;
  const double: TelegramDouble = Object.assign(await startDouble(answer, port), {
    token,
    blocked: new Set<number>(),
    migrated: new Map<number, number>(),
    tooMany: 0,
    broken: 0,
    files: new Map(),
    sent: [],
    webhook: null,
    updates: [],
  });
  return double;

  async function answer(asked: Asked): Promise<Told> {
    const [, bot, method = '', ...rest] = asked.path.split('/');
    if (bot === 'file') return content(`bot${token}` === method ? rest.join('/') : '');
    if (bot !== `bot${token}`) return no(401, 'Unauthorized');
    if (/^send/.test(method)) return send(method, await fieldsOf(asked));
    return other(method, await fieldsOf(asked));
  }

  function content(path: string): Told {
    const found = [...double.files.values()].find((file) => file.path === path);
    return found ? { bytes: found.bytes } : { status: 404, json: { ok: false } };
  }

  function other(method: string, fields: Map<string, unknown>): Told {
    if (method === 'getMe')
      return ok({ id: Number(token.split(':')[0]), is_bot: true, username: 'kanna_bot' });
    if (method === 'setWebhook') return setWebhook(fields);
    if (method === 'deleteWebhook') {
      double.webhook = null;
      return ok(true);
    }
    if (method === 'getUpdates') return getUpdates(fields);
    if (method === 'getFile') return getFile(String(fields.get('file_id')));
    return no(404, 'Not Found');
  }

  function setWebhook(fields: Map<string, unknown>): Told {
    const url = new URL(String(fields.get('url')));
    const ports = ['', '443', '80', '88', '8443'];
    if (url.protocol !== 'https:')
      return no(400, 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook');
    if (!ports.includes(url.port))
      return no(400, 'Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
    if (!/^[\w-]{1,256}$/.test(String(fields.get('secret_token') ?? '')))
      return no(400, 'Bad Request: secret token is not valid');
    double.webhook = Object.fromEntries(fields);
    return ok(true);
  }

  function getUpdates(fields: Map<string, unknown>): Told {
    if (double.webhook) return no(409, "Conflict: can't use getUpdates method while webhook is active");
    const offset = Number(fields.get('offset') ?? 0);
    double.updates = double.updates.filter(({ update_id: id }) => id >= offset);
    return ok(double.updates.slice(0, Number(fields.get('limit') ?? 100)));
  }

  function getFile(id: string): Told {
    const file = double.files.get(id);
    if (!file) return no(400, 'Bad Request: invalid file_id');
    if ((file.size ?? file.bytes.byteLength) > 20 * 1024 * 1024)
      return no(400, 'Bad Request: file is too big');
    return ok({ file_id: id, file_path: file.path });
  }

  function inTrouble(): Told | null {
    if (double.broken > 0) {
      double.broken--;
      return { status: 502, bytes: Buffer.from('<html>Bad Gateway</html>') };
    }
    if (double.tooMany === 0) return null;
    double.tooMany--;
    return no(429, 'Too Many Requests: retry after 7', { retry_after: 7 });
  }

  function wrongText(method: string, text: string): Told | null {
    if (method === 'sendMessage' && text === '') return no(400, 'Bad Request: message text is empty');
    return text.length > 4096 ? no(400, 'Bad Request: message is too long') : null;
  }

  function send(method: string, fields: Map<string, unknown>): Told {
    const text = String(fields.get('text') ?? fields.get('caption') ?? '');
    const chat = Number(fields.get('chat_id'));
    const trouble = inTrouble() ?? wrongChat(chat) ?? wrongText(method, text);
    if (trouble) return trouble;
    const file = fields.get('document') ?? fields.get('photo');
    const reply = fields.get('reply_parameters') as { message_id?: number } | undefined;
    const name = file instanceof File ? file.name : null;
    double.sent.push({ method, chat, text, file: name, replyTo: reply?.message_id ?? null });
    return ok({ message_id: nextId++, date: 1_800_000_000, chat: { id: chat, type: 'private' }, text });
  }

  function wrongChat(chat: number): Told | null {
    if (!Number.isSafeInteger(chat) || chat === 0) return no(400, 'Bad Request: chat not found');
    const now = double.migrated.get(chat);
    if (now !== undefined) {
      const description = 'Bad Request: group chat was upgraded to a supergroup chat';
      return no(400, description, { migrate_to_chat_id: now });
    }
    return double.blocked.has(chat) ? no(403, 'Forbidden: bot was blocked by the user') : null;
  }
}

async function fieldsOf(asked: Asked): Promise<Map<string, unknown>> {
  const type = String(asked.headers['content-type'] ?? '');
  if (!type.startsWith('multipart/')) {
    return new Map(Object.entries(JSON.parse(asked.bytes.toString() || '{}') as object));
  }
  return new Map<string, unknown>([...(await formOf(asked))]);
}

type Sender = {
  id?: number;
  first_name?: string;
  last_name?: string;
  username?: string;
  language_code?: string;
};

/** An update with a message, as Telegram writes it. */
export function telegramUpdate(
  id: number,
  message: Record<string, unknown> = {},
  from: Sender = {},
): Record<string, unknown> & { update_id: number } {
  const user = {
    id: 42,
    is_bot: false,
    first_name: 'Anna',
    last_name: 'Ozola',
    username: 'anna_o',
    language_code: 'lv',
    ...from,
  };
  return {
    update_id: id,
    message: {
      message_id: id,
      from: user,
      chat: { id: user.id, first_name: user.first_name, type: 'private' },
      date: 1_772_442_000 + id,
      text: 'Sveiki! Mana tējkanna vairs nesilda ūdeni.',
      ...message,
    },
  };
}

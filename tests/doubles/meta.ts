import { ACCOUNT, bodyOf, complain } from './meta-answers';
import { type Fetched, fromTheWeb, wrongMedia } from './meta-attachments';
import { wrongFields } from './meta-subscriptions';
import { templatePage, wrongTemplate } from './meta-templates';
import { type Asked, type Double, formOf, startDouble, type Told } from './server';

type Sent = { id: string; body: Record<string, unknown> };

/**
 * The Graph API as Meta describes it for WhatsApp, Messenger, Instagram and Page comments (contracts D.1, D.2, K), written
 * without a look at our client: tokens, the window of 24 hours, what was seen once as a private reply, media that lies
 * behind a token and runs out, limits.
 */
export type MetaDouble = Double & {
  token: string;
  /** Instants in ms until which each person may be written to freely. */
  windows: Map<string, number>;
  now: () => number;
  tooMany: number;
  broken: number;
  /** How often it answers questions by trouble of its own. */
  readTrouble: number;
  /** Answers nothing but 190. */
  signedOut: boolean;
  unreachable: Set<string>;
  media: Map<string, { bytes: Uint8Array; type: string; expired?: boolean }>;
  templates: Record<string, unknown>[];
  repliedPrivately: Set<string>;
  /** When comments were written, in ms. */
  commentedAt: Map<string, number>;
  /** Ids of Instagram accounts, whose private messages have rules of their own. */
  instagram: Set<string>;
  /** Ids of business accounts on WhatsApp. */
  businesses: Set<string>;
  /** Whether the token may subscribe the app. */
  mayManage: boolean;
  /** By page: the fields that an app hears. */
  subscribed: Map<string, string[]>;
  /** What the Graph API says of a node, by its id: people, comments, posts. */
  nodes: Map<string, Record<string, unknown>>;
  /** How it fetches what lies at an address that it is given. */
  fetchUrl: (url: string) => Promise<Fetched>;
  /** What it has fetched. */
  fetched: { type: string; bytes: number }[];
  sent: Sent[];
};

export async function metaDouble(token = 'token-of-the-double', port = 0): Promise<MetaDouble> {
  let next = 1;
  const double: MetaDouble = Object.assign(await startDouble(answer, port), {
    token,
    windows: new Map<string, number>(),
    now: Date.now,
    tooMany: 0,
    broken: 0,
    readTrouble: 0,
    signedOut: false,
    unreachable: new Set<string>(),
    media: new Map(),
    templates: [],
    repliedPrivately: new Set<string>(),
    commentedAt: new Map<string, number>(),
    instagram: new Set<string>(),
    businesses: new Set<string>(),
    mayManage: true,
    subscribed: new Map<string, string[]>(),
    nodes: new Map<string, Record<string, unknown>>(),
    fetchUrl: fromTheWeb,
    fetched: [],
    sent: [],
  });
  return double;

  async function answer(asked: Asked): Promise<Told> {
    if (asked.path.startsWith('/cdn/')) return content(asked);
    const bearer = asked.headers.authorization ?? '';
    if (double.signedOut || bearer !== `Bearer ${token}`)
      return complain(401, 190, 'Invalid OAuth access token.');
    const [, version = '', node = '', edge = ''] = asked.path.split('/');
    if (!/^v\d+\.\d$/.test(version)) return complain(400, 2500, 'Unknown path components');
    return asked.method === 'GET' ? get(node, edge, asked.query) : post(asked, node, edge);
  }

  function content({ path, headers }: Asked): Told {
    const found = double.media.get(path.slice('/cdn/'.length));
    const mayRead = path.includes('public-') || headers.authorization === `Bearer ${token}`;
    if (!found || found.expired) return { status: 404, json: {} };
    return mayRead
      ? { bytes: found.bytes, headers: { 'content-type': found.type } }
      : { status: 401, json: {} };
  }

  function get(node: string, edge: string, query: URLSearchParams): Told {
    if (double.readTrouble > 0) {
      double.readTrouble--;
      return complain(500, 2, 'Service temporarily unavailable');
    }
    if (edge === 'message_templates') return templatePage(double.templates, query);
    const known = double.nodes.get(node);
    const found = double.media.get(node);
    if (known) return { json: { id: node, ...known } };
    return mentioned(node, query) ?? (found ? mediaOf(node, found) : accountOf(node, query));
  }

  /** A mention is asked for as a field of the account that is mentioned. */
  function mentioned(node: string, query: URLSearchParams): Told | null {
    const asked = /^(mentioned_(?:comment|media))\.(?:comment|media)_id\((\w+)\)/.exec(
      query.get('fields') ?? '',
    );
    if (!asked) return null;
    const [, field = '', id = ''] = asked;
    const told = double.nodes.get(id);
    return told
      ? { json: { id: node, [field]: { id, ...told } } }
      : complain(400, 100, 'Object does not exist', 33);
  }

  function mediaOf(node: string, { type, bytes }: { type: string; bytes: Uint8Array }): Told {
    const url = `https://lookaside.fbsbx.com/cdn/${node}`;
    return { json: { id: node, url, mime_type: type, file_size: bytes.byteLength } };
  }

  /** A node gives the fields that it is asked for, and its id. */
  function accountOf(node: string, query: URLSearchParams): Told {
    if (!/^\d+$/.test(node) || node.startsWith('999'))
      return complain(400, 100, 'Unsupported get request. Object does not exist', 33);
    const asked = (query.get('fields') ?? '').split(',');
    const told = Object.entries(ACCOUNT).filter(([field]) => asked.includes(field));
    return { json: { ...Object.fromEntries(told), id: node } };
  }

  async function post(asked: Asked, node: string, edge: string): Promise<Told> {
    const trouble = inTrouble();
    if (trouble) return trouble;
    if (edge === 'media') return upload(asked);
    const body = await bodyOf(asked);
    return edge === 'messages' ? sendMessage(node, body) : inPublic(node, edge, body);
  }

  async function sendMessage(node: string, body: Record<string, unknown>): Promise<Told> {
    if (body['messaging_product'] === 'whatsapp') return sendWhatsapp(body);
    const wrong = await wrongMedia(body['message'], double.instagram.has(node), double);
    if (wrong) return wrong;
    return double.instagram.has(node) ? sendInstagram(body) : sendMessenger(body);
  }

  function done(node: string, edge: string, body: Record<string, unknown>): Told {
    return edge === 'subscribed_apps'
      ? subscribe(node, String(body['subscribed_fields'] ?? ''))
      : complain(400, 100, 'Unsupported post request.');
  }

  /** What an app hears of a page is what it asked for last; of a business account on WhatsApp it hears all. */
  function subscribe(node: string, asked: string): Told {
    if (!double.mayManage) return complain(403, 200, '(#200) Requires pages_manage_metadata permission');
    const fields = asked.split(',').filter(Boolean);
    const wrong = double.businesses.has(node)
      ? null
      : wrongFields(fields, double.instagram.has(node) ? 'instagram' : 'page');
    if (wrong) return complain(400, 100, wrong);
    double.subscribed.set(node, fields);
    return { json: { success: true } };
  }

  function inTrouble(): Told | null {
    if (double.broken > 0) {
      double.broken--;
      return { status: 503, bytes: Buffer.from('temporarily unavailable') };
    }
    if (double.tooMany === 0) return null;
    double.tooMany--;
    return complain(400, 130429, '(#130429) Rate limit hit');
  }

  async function upload(asked: Asked): Promise<Told> {
    const form = await formOf(asked);
    const file = form.get('file');
    if (form.get('messaging_product') !== 'whatsapp' || !(file instanceof File))
      return complain(400, 100, 'Param file is missing');
    const id = `88${next++}`;
    double.media.set(id, { bytes: new Uint8Array(await file.arrayBuffer()), type: file.type });
    return { json: { id } };
  }

  function isOpen(person: string): boolean {
    return (double.windows.get(person) ?? 0) > double.now();
  }

  function sendWhatsapp(body: Record<string, unknown>): Told {
    const person = String(body['to'] ?? body['recipient'] ?? '');
    if (!person) return complain(400, 100, '(#100) The parameter to is required.');
    if (double.unreachable.has(person)) return complain(400, 131026, 'Message undeliverable');
    if (body['type'] !== 'template' && !isOpen(person)) return complain(400, 131047, 'Re-engagement message');
    const wrong = wrongContent(body);
    return (
      wrong ??
      take(
        body,
        (id) => ({
          messaging_product: 'whatsapp',
          contacts: [{ input: person }],
          messages: [{ id: `wamid.${id}` }],
        }),
        'wamid.',
      )
    );
  }

  function wrongContent(body: Record<string, unknown>): Told | null {
    const type = String(body['type']);
    const content = body[type] as Record<string, unknown> | undefined;
    if (!content) return complain(400, 131009, 'Parameter value is not valid');
    if (type === 'text' && String(content['body']).length > 4096) return complain(400, 100, 'text too long');
    if (type === 'template') return refusedTemplate(content);
    if (type !== 'text' && !double.media.has(String(content['id'])))
      return complain(400, 131009, 'media id is unknown');
    return null;
  }

  function refusedTemplate(content: Record<string, unknown>): Told | null {
    const wrong = wrongTemplate(double.templates, content);
    return wrong && complain(wrong.status, wrong.code, wrong.why);
  }

  function sendMessenger(body: Record<string, unknown>): Told {
    const recipient = (body['recipient'] ?? {}) as { id?: string; comment_id?: string; post_id?: string };
    const text = String((body['message'] as { text?: string } | undefined)?.text ?? '');
    if (text.length > 2000)
      return complain(400, 100, '(#100) message[text] must have at most 2000 characters');
    if (!body['messaging_type']) return complain(400, 100, '(#100) Param messaging_type is required');
    const about = recipient.comment_id ?? recipient.post_id;
    return about ? replyPrivately(about, body) : sendToPerson(recipient.id ?? '', body);
  }

  function sendInstagram(body: Record<string, unknown>): Told {
    const recipient = (body['recipient'] ?? {}) as { id?: string; comment_id?: string };
    const { text = '' } = (body['message'] ?? {}) as { text?: string };
    if (Buffer.byteLength(text) > 1000)
      return complain(400, 100, 'Length of param message[text] must be less than or equal to 1000');
    return recipient.comment_id
      ? replyPrivately(recipient.comment_id, body)
      : sendToPerson(recipient.id ?? '', body);
  }

  function sendToPerson(person: string, body: Record<string, unknown>): Told {
    if (double.unreachable.has(person)) return complain(400, 551, "This person isn't available right now.");
    const mayBeLate = body['messaging_type'] === 'MESSAGE_TAG' && body['tag'] === 'HUMAN_AGENT';
    const late = (double.windows.get(person) ?? 0) + (mayBeLate ? 6 * 86_400_000 : 0);
    if (late <= double.now())
      return complain(403, 10, '(#10) This message is sent outside of allowed window.', 2018278);
    return take(body, (id) => ({ recipient_id: person, message_id: `m_${id}` }), 'm_');
  }

  function replyPrivately(commentId: string, body: Record<string, unknown>): Told {
    const written = double.commentedAt.get(commentId);
    if (written !== undefined && double.now() > written + 7 * 86_400_000)
      return complain(400, 10903, "(#10903) This user can't reply to this activity");
    if (double.repliedPrivately.has(commentId))
      return complain(400, 10900, '(#10900) Activity already replied to');
    double.repliedPrivately.add(commentId);
    return take(body, (id) => ({ recipient_id: 'psid-of-comment', message_id: `m_${id}` }), 'm_');
  }

  function inPublic(node: string, edge: string, body: Record<string, unknown>): Told {
    if (edge === 'comments' || edge === 'replies') return comment(node, edge, body);
    return edge === 'mentions' ? answerMention(node, body) : done(node, edge, body);
  }

  /** The picture is always named; the comment only where one is answered (Instagram "mentions"). */
  function answerMention(node: string, body: Record<string, unknown>): Told {
    if (!body['media_id']) return complain(400, 100, '(#100) The parameter media_id is required');
    const about = String(body['comment_id'] ?? body['media_id']);
    return double.nodes.has(about)
      ? comment(node, 'replies', body)
      : complain(400, 100, 'Object does not exist', 33);
  }

  function comment(node: string, edge: string, body: Record<string, unknown>): Told {
    const words = String(body['message'] ?? '');
    if (words.trim() === '') return complain(400, 100, '(#100) Missing message or attachment');
    if (edge === 'replies' && Buffer.byteLength(words) > 1000)
      return complain(400, 100, 'The parameter message is too long');
    if (double.unreachable.has(node))
      return complain(400, 100, 'Unsupported post request. Object with ID does not exist', 33);
    return take({ ...body, node }, (id) => ({ id: `${node.split('_')[0]}_${id}` }), '');
  }

  function take(body: Record<string, unknown>, answerOf: (id: number) => unknown, prefix: string): Told {
    const id = next++;
    double.sent.push({ id: `${prefix}${id}`, body });
    return { json: answerOf(id) };
  }
}

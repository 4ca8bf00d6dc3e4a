/**
 * One valid call for every kind of event that Meta brings, by the names of contracts D.1 and D.2. The number keeps people,
 * threads and ids of one apart from those of another.
 */
export type Examples = Readonly<Record<string, (n: number) => Record<string, unknown>>>;

export const PAGE = '30000000003';
export const INSTAGRAM = '40000000004';
export const NUMBER = '10000000001';
export const BUSINESS = '20000000002';
/** 2026-03-02T09:00:00Z in ms. */
export const AT = 1_772_442_000_000;

type Fields = Record<string, unknown>;

const page = (n: number, entry: Fields) => ({
  object: 'page',
  entry: [{ id: PAGE, time: AT + n, ...entry }],
});
const picture = (n: number, entry: Fields) => ({
  object: 'instagram',
  entry: [{ id: INSTAGRAM, time: AT + n, ...entry }],
});

/** A private event of somebody, to the page or to the account on Instagram. */
const from = (n: number, to: string, over: Fields) => ({
  sender: { id: `PSID-${n}` },
  recipient: { id: to },
  timestamp: AT + n,
  ...over,
});

type Wrap = (n: number, event: Fields) => Fields;
const toPage: Wrap = (n, event) => page(n, { messaging: [from(n, PAGE, event)] });
const toInstagram: Wrap = (n, event) => picture(n, { messaging: [from(n, INSTAGRAM, event)] });

const wrote =
  (wrap: Wrap, message: Fields) =>
  (n: number): Fields =>
    wrap(n, { message: { mid: `m_${n}`, ...message } });
const attached = (type: string, payload: Fields = { url: 'https://cdn.fbsbx.com/cdn/public-gone.jpg' }) => ({
  attachments: [{ type, payload }],
});

/** What Messenger and Instagram have in common. */
const privately = (wrap: Wrap): Examples => ({
  text: wrote(wrap, { text: 'Árvíztűrő tükörfúrógép 🫖' }),
  quickReply: wrote(wrap, { text: 'Yes', quick_reply: { payload: 'YES' } }),
  answer: wrote(wrap, { text: 'This one', reply_to: { mid: 'm_0' } }),
  image: wrote(wrap, attached('image')),
  video: wrote(wrap, attached('video')),
  audio: wrote(wrap, attached('audio')),
  file: wrote(wrap, attached('file')),
  reel: wrote(
    wrap,
    attached('ig_reel', { url: 'https://cdn.fbsbx.com/cdn/public-gone.mp4', title: 'A reel' }),
  ),
  deletion: wrote(wrap, { is_deleted: true }),
  echo: wrote(wrap, { text: 'ours', is_echo: true, app_id: 7 }),
  unsupported: wrote(wrap, { is_unsupported: true }),
  edit: (n) => wrap(n, { message_edit: { mid: `m_${n}`, text: 'The other one', num_edit: 1 } }),
  postback: (n) => wrap(n, { postback: { mid: `m_${n}`, title: 'Get started', payload: 'START' } }),
  reaction: (n) => wrap(n, { reaction: { reaction: 'love', emoji: '❤', action: 'react', mid: `m_${n}` } }),
  reactionByName: (n) => wrap(n, { reaction: { reaction: 'wow', action: 'react', mid: `m_${n}` } }),
  unreaction: (n) => wrap(n, { reaction: { action: 'unreact', mid: `m_${n}` } }),
  referral: (n) => wrap(n, { referral: { ref: 'leaflet', source: 'SHORTLINK', type: 'OPEN_THREAD' } }),
});

/** What somebody wrote in the vendor's own app: to whom it went is who wrote otherwise. */
const wroteInApp =
  (object: 'page' | 'instagram', message: Fields) =>
  (n: number): Fields => {
    const own = object === 'page' ? PAGE : INSTAGRAM;
    const to = { id: `PSID-${n}` };
    const event = { sender: { id: own }, recipient: to, timestamp: AT + n };
    const entry = { messaging: [{ ...event, message: { mid: `m_${n}`, is_echo: true, ...message } }] };
    return object === 'page' ? page(n, entry) : picture(n, entry);
  };

/** In the inbox of a page, with a file, as an answer, by a program, and taken back there. */
const inApp = (object: 'page' | 'instagram'): Examples => ({
  appEcho: wroteInApp(object, { text: 'Yes, since Monday 🫖' }),
  appEchoInInbox: wroteInApp(object, { text: 'Yes', app_id: 263_902_037_430_900 }),
  appEchoFile: wroteInApp(object, attached('image')),
  appEchoAnswer: wroteInApp(object, { text: 'This one', reply_to: { mid: 'm_0' } }),
  appEchoByProgram: wroteInApp(object, { text: 'I am a robot', app_id: '7' }),
  appEchoTakenBack: wroteInApp(object, { is_deleted: true }),
});

export const messengerEvents: Examples = {
  ...privately(toPage),
  ...inApp('page'),
  sticker: wrote(
    toPage,
    attached('sticker', { url: 'https://cdn.fbsbx.com/cdn/public-gone.png', sticker_id: 369 }),
  ),
  template: wrote(toPage, attached('template', { title: 'A list' })),
  fallback: wrote(toPage, attached('fallback', { url: 'https://www.facebook.com/x', title: 'A link' })),
  delivery: (n) => toPage(n, { delivery: { mids: [`m_${n}`, 'm_0'], watermark: AT + n } }),
  read: (n) => toPage(n, { read: { watermark: AT + n } }),
  optin: (n) => toPage(n, { optin: { type: 'notification_messages', payload: 'P' } }),
  handover: (n) => toPage(n, { pass_thread_control: { new_owner_app_id: 7, metadata: '' } }),
  standby: (n) => page(n, { standby: [from(n, PAGE, { message: { mid: `m_${n}`, text: 'to others' } })] }),
};

export const instagramEvents: Examples = {
  ...privately(toInstagram),
  ...inApp('instagram'),
  storyAnswer: wrote(toInstagram, {
    text: 'So pretty',
    reply_to: { story: { url: 'https://cdn.fbsbx.com/cdn/public-gone.jpg', id: 's1' } },
  }),
  storyMention: wrote(toInstagram, attached('story_mention')),
  share: wrote(toInstagram, attached('share')),
  read: (n) => toInstagram(n, { read: { mid: `m_${n}` } }),
  comment: (n) => picture(n, { changes: [{ field: 'comments', value: below(n) }] }),
  commentInEntry: (n) => picture(n, { field: 'comments', value: below(n) }),
  live: (n) => picture(n, { field: 'live_comments', value: below(n) }),
  below: (n) => picture(n, { field: 'comments', value: { ...below(n), parent_id: `c${n}0` } }),
  ownComment: (n) => picture(n, { field: 'comments', value: { ...below(n), from: { id: INSTAGRAM } } }),
  appEchoComment: (n) =>
    picture(n, { field: 'comments', value: { ...below(n), parent_id: `c${n}0`, from: { id: INSTAGRAM } } }),
  appEchoScoped: (n) => {
    const from = { id: `IG-${n}`, username: 'kanna', self_ig_scoped_id: INSTAGRAM };
    return picture(n, { field: 'comments', value: { ...below(n), parent_id: `c${n}0`, from } });
  },
  mention: (n) => picture(n, { field: 'mentions', value: { media_id: `7${n}`, comment_id: `8${n}` } }),
  insights: (n) => picture(n, { field: 'story_insights', value: { media_id: '7', impressions: 3 } }),
};

const below = (n: number) => ({
  id: `c${n}`,
  text: 'Szép! Mennyibe kerül?',
  from: { id: `IG-${n}`, username: `anna.tea${n}` },
  media: { id: 'M1', media_product_type: 'FEED' },
});

const changed = (over: Fields) => (n: number) => {
  const value = {
    item: 'comment',
    verb: 'add',
    comment_id: `${PAGE}_c${n}`,
    post_id: `${PAGE}_1`,
    parent_id: `${PAGE}_1`,
    from: { id: `FB-${n}`, name: 'Jānis Bērziņš' },
    message: 'Kad būs tējkannas?',
    created_time: AT / 1000 + n,
    post: { permalink_url: 'https://www.facebook.com/kanna/posts/1' },
    ...over,
  };
  return page(n, { changes: [{ field: 'feed', value }] });
};

export const facebookEvents: Examples = {
  comment: changed({}),
  below: changed({ parent_id: `${PAGE}_c0` }),
  photo: changed({ photo: 'https://cdn.fbsbx.com/cdn/public-gone.jpg', message: '' }),
  edited: changed({ verb: 'edited', message: 'Kad būs sarkanās?' }),
  removed: changed({ verb: 'remove', from: undefined, message: undefined }),
  hidden: changed({ verb: 'hide' }),
  own: changed({ from: { id: PAGE, name: 'Kanna' } }),
  appEcho: changed({ from: { id: PAGE, name: 'Kanna' }, parent_id: `${PAGE}_c0` }),
  appEchoPhoto: changed({
    from: { id: PAGE, name: 'Kanna' },
    parent_id: `${PAGE}_c0`,
    message: '',
    photo: 'https://cdn.fbsbx.com/cdn/public-gone.jpg',
  }),
  appEchoEdited: changed({ from: { id: PAGE, name: 'Kanna' }, parent_id: `${PAGE}_c0`, verb: 'edited' }),
  appEchoRemoved: changed({ from: { id: PAGE, name: 'Kanna' }, parent_id: `${PAGE}_c0`, verb: 'remove' }),
  reaction: changed({ item: 'reaction', reaction_type: 'like', comment_id: undefined }),
  status: changed({ item: 'status', comment_id: undefined }),
  mention: (n) => {
    const value = {
      item: 'post',
      verb: 'add',
      post_id: `${n}_1`,
      sender_id: `FB-${n}`,
      sender_name: 'Jānis',
    };
    return page(n, { changes: [{ field: 'mention', value }] });
  },
  post: changed({ item: 'status', comment_id: undefined, parent_id: undefined, post_id: `${PAGE}_9` }),
};

const business = (n: number, value: Fields, field = 'messages') => {
  const metadata = { display_phone_number: '3615550100', phone_number_id: NUMBER };
  const changes = [{ field, value: { messaging_product: 'whatsapp', metadata, ...value } }];
  return { object: 'whatsapp_business_account', entry: [{ id: BUSINESS, time: AT + n, changes }] };
};

const sent = (n: number, type: string, over: Fields) => ({
  from: `3630${1_000_000 + n}`,
  from_user_id: `HU.${n}`,
  id: `wamid.${n}`,
  timestamp: String(AT / 1000 + n),
  type,
  ...over,
});
const says = (type: string, over: Fields) => (n: number) =>
  business(n, {
    contacts: [{ profile: { name: 'Kovács Ágnes' }, wa_id: `3630${1_000_000 + n}`, user_id: `HU.${n}` }],
    messages: [sent(n, type, over)],
  });
const media = (type: string, mime: string) =>
  says(type, { [type]: { id: 'gone', mime_type: mime, sha256: 'x', caption: 'Look' } });
const report =
  (status: string, over: Fields = {}) =>
  (n: number) =>
    business(n, {
      statuses: [
        { id: `wamid.${n}`, status, timestamp: String(AT / 1000), recipient_id: '36301234567', ...over },
      ],
    });
/** What a colleague wrote in the WhatsApp Business app. */
const app = (type: string, over: Fields) => (n: number) => {
  const { from: to, from_user_id: _, ...told } = sent(n, type, over);
  return business(n, { message_echoes: [{ from: '3615550100', to, ...told }] }, 'smb_message_echoes');
};
const failure = { code: 131026, title: 'Undeliverable', error_data: { details: 'Receiver is incapable' } };

export const whatsappEvents: Examples = {
  text: says('text', { text: { body: 'Jó napot! 🫖' } }),
  answer: says('text', {
    text: { body: 'This one' },
    context: { id: 'wamid.0', from: '1', forwarded: true },
  }),
  image: media('image', 'image/jpeg'),
  audio: media('audio', 'audio/ogg; codecs=opus'),
  video: media('video', 'video/mp4'),
  document: media('document', 'application/pdf'),
  sticker: media('sticker', 'image/webp'),
  location: says('location', {
    location: { latitude: 56.95, longitude: 24.1, name: 'Rīga', address: 'Brīvības 1' },
  }),
  contacts: says('contacts', {
    contacts: [
      { name: { formatted_name: 'Anna Ozola' }, phones: [{ phone: '+371 2611 2233', type: 'CELL' }] },
    ],
  }),
  buttonReply: says('interactive', {
    interactive: { type: 'button_reply', button_reply: { id: '1', title: 'Yes' } },
  }),
  listReply: says('interactive', {
    interactive: { type: 'list_reply', list_reply: { id: '1', title: 'Red' } },
  }),
  form: says('interactive', { interactive: { type: 'nfm_reply', nfm_reply: { response_json: '{}' } } }),
  button: says('button', { button: { text: 'Stop', payload: 'STOP' } }),
  order: says('order', { order: { catalog_id: '1', text: 'Please', product_items: [{ quantity: 1 }] } }),
  reaction: says('reaction', { reaction: { message_id: 'wamid.0', emoji: '👍' } }),
  unreaction: says('reaction', { reaction: { message_id: 'wamid.0', emoji: '' } }),
  unsupported: says('unsupported', { errors: [{ code: 131051, title: 'Unsupported message type' }] }),
  edit: says('edit', {
    edit: {
      original_message_id: 'wamid.0',
      message: { context: { id: 'wamid.00' }, type: 'text', text: { body: 'Jó estét!' } },
    },
  }),
  editedCaption: says('edit', {
    edit: {
      original_message_id: 'wamid.0',
      message: { type: 'image', image: { id: 'gone', mime_type: 'image/jpeg', caption: 'Look here' } },
    },
  }),
  revoke: says('revoke', { revoke: { original_message_id: 'wamid.0' } }),
  echo: app('text', { text: { body: 'Jó napot!' } }),
  echoPicture: app('image', { image: { id: 'gone', mime_type: 'image/jpeg', caption: 'This' } }),
  echoRevoke: app('revoke', { revoke: { original_message_id: 'wamid.0' } }),
  echoAnswer: app('text', { text: { body: 'This one' }, context: { id: 'wamid.0', from: '1' } }),
  echoEdit: app('edit', {
    edit: { original_message_id: 'wamid.0', message: { type: 'text', text: { body: 'Jó estét!' } } },
  }),
  echoReaction: app('reaction', { reaction: { message_id: 'wamid.0', emoji: '👍' } }),
  editedPicture: says('edit', {
    edit: {
      original_message_id: 'wamid.0',
      message: {
        type: 'document',
        document: { id: 'gone', filename: 'invoice.pdf', mime_type: 'application/pdf' },
      },
    },
  }),
  welcome: says('request_welcome', {}),
  renumbered: says('system', {
    system: { type: 'user_changed_number', wa_id: '36209999999', body: 'changed' },
  }),
  renamed: (n) =>
    says('system', {
      system: { type: 'user_changed_user_id', previous_user_id: `HU.0${n}`, user_id: `HU.1${n}` },
    })(n),
  sent: report('sent'),
  delivered: report('delivered', { biz_opaque_callback_data: 'ours/0', conversation: { id: 'c' } }),
  read: report('read'),
  played: report('played'),
  failed: report('failed', { errors: [failure] }),
  template: (n) => business(n, { event: 'APPROVED' }, 'message_template_status_update'),
};

import { newId } from '@/server/ids';

/** Events as vendors bring them, for the demo: each at an instant. */
export const PAGE = '100000000000001';
export const PHONE = '100000000000002';
export const INSTAGRAM = '100000000000004';

export const inApp =
  (id: string, person: Readonly<{ id: string; name: string; language: 'en' | 'hu' | 'lv' }>, text: string) =>
  (at: Date) => {
    const data = {
      id,
      conversationId: `chat-${person.id}`,
      customer: person,
      text,
      sentAt: at.toISOString(),
    };
    return { type: 'message.created', data };
  };

const seconds = (at: Date) => Math.floor(at.getTime() / 1000);

export const whatsapp = (userId: string, name: string, content: string | object) => (at: Date) => {
  const said = typeof content === 'string' ? { type: 'text', text: { body: content } } : content;
  const message = {
    from: userId.replace(/\D/g, ''),
    from_user_id: userId,
    id: `wamid.${newId()}`,
    timestamp: String(seconds(at)),
    ...said,
  };
  const contacts = [{ profile: { name }, wa_id: message.from, user_id: userId }];
  const value = { metadata: { phone_number_id: PHONE }, contacts, messages: [message] };
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [{ field: 'messages', value }] }],
  };
};

export const ORDER = {
  type: 'order',
  order: {
    text: 'Vai varat abus iepakot kā dāvanu?',
    product_items: [
      { product_retailer_id: 'OZOLO-CUP-58', quantity: 2 },
      { product_retailer_id: 'BEANS-RIVER-1KG', quantity: 1 },
    ],
  },
};

export const underPicture = (id: string, username: string, text: string) => (at: Date) => {
  const value = { id, text, from: { id: `ig-${id}`, username }, media: { id: '17900000000000001' } };
  const changes = [{ field: 'comments', value }];
  return { object: 'instagram', entry: [{ id: INSTAGRAM, time: at.getTime(), changes }] };
};

/** Somebody of the team answered in Instagram itself. */
export const answeredThere = (id: string, parent: string, text: string) => (at: Date) => {
  const from = { id: INSTAGRAM, username: 'ozolo.coffee' };
  const value = { id, text, parent_id: parent, from, media: { id: '17900000000000001' } };
  const changes = [{ field: 'comments', value }];
  return { object: 'instagram', entry: [{ id: INSTAGRAM, time: at.getTime(), changes }] };
};

export const telegram =
  (
    id: number,
    person: Readonly<{ first_name: string; last_name: string; username: string; language_code: string }>,
    text: string,
  ) =>
  (at: Date) => {
    const message = {
      message_id: 11,
      from: { id, is_bot: false, ...person },
      chat: { id, type: 'private' },
      date: seconds(at),
      text,
    };
    return { update_id: id, message };
  };

export const comment = (id: string, name: string, message: string) => (at: Date) => {
  const post = `${PAGE}_77`;
  const value = {
    item: 'comment',
    verb: 'add',
    comment_id: `${post}_${id}`,
    post_id: post,
    parent_id: post,
    from: { id: `fb-${id}`, name },
    message,
    created_time: seconds(at),
    post: { permalink_url: 'https://www.facebook.com/' },
  };
  return { object: 'page', entry: [{ id: PAGE, changes: [{ field: 'feed', value }] }] };
};

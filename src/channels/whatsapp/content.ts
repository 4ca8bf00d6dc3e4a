import { z } from 'zod';
import { jsonOf } from '@/channels/lib/json-call';
import type { RemoteFile, Unshown } from '@/domain/channel/conversation';
import type { WhatsappContent, WhatsappMedia } from './payload';

/** What the customer said or chose; a place as a link, somebody's number as words. */
export function textOf(message: WhatsappContent): string {
  const { text, interactive, button, order } = message;
  const captions = MEDIA.map((kind) => message[kind]?.caption);
  const chosen = interactive?.button_reply?.title ?? interactive?.list_reply?.title;
  const said = [text?.body, ...captions, chosen, button?.text, order?.text];
  const listed = [...itemsOf(message), ...formOf(message), placeOf(message), ...peopleOf(message)];
  return [...said, ...listed].filter(Boolean).join('\n');
}

/** What was ordered from the catalogue: how many, and the shop's own number of it. */
const itemsOf = ({ order }: WhatsappContent): string[] =>
  (order?.product_items ?? []).map(({ quantity, product_retailer_id: id }) => `${quantity} × ${id}`);

/** The fields that somebody filled in, in a form inside WhatsApp. */
function formOf({ interactive }: WhatsappContent): string[] {
  const filled = filledIn.safeParse(jsonOf(Buffer.from(interactive?.nfm_reply?.response_json ?? '')));
  if (!filled.success) return [];
  return Object.entries(filled.data)
    .filter(
      ([name, value]) => name !== 'flow_token' && ['string', 'number', 'boolean'].includes(typeof value),
    )
    .map(([name, value]) => `${name}: ${value}`);
}

const filledIn = z.record(z.string(), z.unknown());

/** What WhatsApp does not pass on, so that no message stands empty without a word. */
export function unshownOf(message: WhatsappContent): Unshown[] {
  if (message.type === 'order') return ['order'];
  const isEmpty = textOf(message) === '' && filesOf(message).length === 0;
  return isEmpty ? ['unsupported'] : [];
}

function placeOf({ location }: WhatsappContent): string {
  if (!location) return '';
  const { latitude, longitude, name = '', address = '' } = location;
  const link = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}`;
  return [name, address, link].filter(Boolean).join('\n');
}

const peopleOf = ({ contacts = [] }: WhatsappContent): string[] =>
  contacts.map(({ name, phones }) =>
    [name?.formatted_name, ...phones.map(({ phone }) => phone)].filter(Boolean).join(' '),
  );

const MEDIA = ['image', 'audio', 'video', 'document', 'sticker'] as const;

export function filesOf(message: WhatsappContent): RemoteFile[] {
  return MEDIA.flatMap((kind) => {
    const found = message[kind];
    return found?.id ? [fileOf(found, kind)] : [];
  });
}

function fileOf({ id, mime_type: type, filename }: WhatsappMedia, kind: string): RemoteFile {
  const claimedType = type.split(';')[0]?.trim() ?? type;
  const ending = claimedType.split('/')[1]?.replace(/[^a-z0-9]/g, '') ?? 'bin';
  return { name: filename ?? `${kind}.${ending}`, claimedType, url: null, ref: id, size: null };
}

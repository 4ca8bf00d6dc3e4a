import { z } from 'zod';
import type { CallOutside } from '@/channels/contract';
import { askGraph, graphRefusal } from '@/channels/lib/meta-graph';
import type { OutboundPart, PartFile, PartResult, TemplateUse } from '@/domain/channel/conversation';
import type { WhatsappConfig } from './config';
import { uploadMedia } from './media';

/** What is true of the thread, or of the message, for good (contracts D.2). */
const FINAL = {
  '131047': 'window_over',
  '131026': 'undeliverable',
  '131051': 'unsupported',
  '131030': 'not_allowed',
  '132000': 'template',
  '132001': 'template',
  '132005': 'template',
  '132007': 'template',
  '132012': 'template',
  '132015': 'template',
  '132016': 'template',
} as const;

const sent = z.object({ messages: z.array(z.object({ id: z.string() })).min(1) });

/** Sends one part: an approved text, a file, or plain words. Our id of it comes back with each report. */
export async function deliver(
  part: OutboundPart,
  config: WhatsappConfig,
  call: CallOutside,
): Promise<PartResult> {
  const content = await contentOf(part, config, call);
  if (!content.ok) return content.error;
  const { number, userId } = part.conversation.data;
  const answer = await askGraph(call, {
    path: `${config.phoneNumberId}/messages`,
    token: config.accessToken,
    post: {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      ...(number ? { to: String(number) } : { recipient: String(userId ?? part.conversation.key) }),
      ...content.value,
      biz_opaque_callback_data: part.id,
    },
  });
  const taken = sent.safeParse(answer.json);
  const [message] = taken.success ? taken.data.messages : [];
  return message ? { status: 'sent', externalId: message.id, detail: '' } : graphRefusal(answer, FINAL);
}

type Content = Readonly<{ type: string } & Record<string, unknown>>;
type Refusal = Exclude<PartResult, { status: 'sent' }>;
type Made = Readonly<{ ok: true; value: Content }> | Readonly<{ ok: false; error: Refusal }>;

async function contentOf(
  { text, files, template }: OutboundPart,
  config: WhatsappConfig,
  call: CallOutside,
): Promise<Made> {
  if (template) return made({ type: 'template', template: templateOf(template) });
  const [file] = files;
  if (!file) return made({ type: 'text', text: { body: text, preview_url: false } });
  const { id, answer } = await uploadMedia(file, config, call);
  return id === null ? { ok: false, error: graphRefusal(answer, FINAL) } : made(mediaContent(file, id, text));
}

const made = (value: Content): Made => ({ ok: true, value });

function mediaContent(file: PartFile, id: string, caption: string): Content {
  const type = kindOf(file);
  const words = caption && type !== 'audio' ? { caption } : {};
  return { type, [type]: { id, ...words, ...(type === 'document' && { filename: file.name }) } };
}

/** As a picture, a film or a sound where WhatsApp shows it as such; everything else is a document. */
function kindOf({ type, bytes }: PartFile): 'image' | 'video' | 'audio' | 'document' {
  const megabytes = bytes.byteLength / 1024 / 1024;
  if (/^image\/(jpeg|png)$/.test(type) && megabytes <= 5) return 'image';
  if (/^video\/(mp4|3gpp)$/.test(type) && megabytes <= 16) return 'video';
  if (/^audio\/(aac|mp4|mpeg|amr|ogg)$/.test(type) && megabytes <= 16) return 'audio';
  return 'document';
}

function templateOf({ name, language, parameters }: TemplateUse) {
  const body = {
    type: 'body',
    parameters: parameters.map((value) => {
      const [, blank = '', text = value] = value.match(/^([a-z][a-z0-9_]*|\d+)=(.*)$/s) ?? [];
      return /^[a-z]/.test(blank) ? { type: 'text', parameter_name: blank, text } : { type: 'text', text };
    }),
  };
  return { name, language: { code: language }, ...(parameters.length > 0 && { components: [body] }) };
}

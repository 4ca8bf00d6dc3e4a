import { z } from 'zod';
import { whatCanBeRead } from '@/channels/lib/read-json';

const media = z.object({
  /** Left out where only the words below it are told. */
  id: z.string().default(''),
  mime_type: z.string().default('application/octet-stream'),
  caption: z.string().default(''),
  filename: z.string().optional(),
});
export type WhatsappMedia = z.output<typeof media>;

const choice = z.object({ title: z.string().default('') });

/** What a message says, whichever way it is told. */
const content = z.object({
  type: z.string().default(''),
  text: z.object({ body: z.string() }).optional(),
  image: media.optional(),
  audio: media.optional(),
  video: media.optional(),
  document: media.optional(),
  sticker: media.optional(),
  location: z
    .object({
      latitude: z.number(),
      longitude: z.number(),
      name: z.string().optional(),
      address: z.string().optional(),
    })
    .optional(),
  contacts: z
    .array(
      z.object({
        name: z.object({ formatted_name: z.string().default('') }).optional(),
        phones: z.array(z.object({ phone: z.string().default('') })).default([]),
      }),
    )
    .optional(),
  interactive: z
    .object({
      button_reply: choice.optional(),
      list_reply: choice.optional(),
      nfm_reply: z.object({ response_json: z.string().default('') }).optional(),
    })
    .optional(),
  button: z.object({ text: z.string().default('') }).optional(),
  order: z
    .object({
      text: z.string().default(''),
      product_items: z
        .array(z.object({ product_retailer_id: z.string().default(''), quantity: z.number().default(1) }))
        .default([]),
    })
    .optional(),
  context: z.object({ id: z.string().optional() }).optional(),
});
export type WhatsappContent = z.output<typeof content>;

const told = content.extend({
  id: z.string().min(1),
  timestamp: z.union([z.string(), z.number()]),
  type: z.string(),
});

const original = z.object({ original_message_id: z.string().min(1) });

/** One message of a webhook. The number (`from`) may be missing for those who use a name; the user id stands for the person. */
export const whatsappMessage = told.extend({
  from: z.string().optional(),
  from_user_id: z.string().optional(),
  reaction: z.object({ message_id: z.string().min(1), emoji: z.string().default('') }).optional(),
  system: z
    .object({
      type: z.string().default(''),
      previous_user_id: z.string().optional(),
      user_id: z.string().optional(),
      wa_id: z.string().optional(),
    })
    .optional(),
  /** Meta, "Edit messages webhook reference": the whole message as it is now. */
  edit: original.extend({ message: content }).optional(),
  /** Meta, "Revoke messages webhook reference". */
  revoke: original.optional(),
});
export type WhatsappMessage = z.output<typeof whatsappMessage>;

/** What was written in the WhatsApp Business app (Meta, "smb_message_echoes webhook reference"), to a number or to whom it stands for. */
export const whatsappEcho = told.extend({ to: z.string().optional(), to_user_id: z.string().optional() });
export type WhatsappEcho = z.output<typeof whatsappEcho>;

export const whatsappStatus = z.object({
  id: z.string().min(1),
  status: z.string(),
  timestamp: z.union([z.string(), z.number()]),
  biz_opaque_callback_data: z.string().optional(),
  errors: z
    .array(
      z.object({
        code: z.number().default(0),
        title: z.string().default(''),
        error_data: z.object({ details: z.string().default('') }).optional(),
      }),
    )
    .default([]),
});
export type WhatsappStatus = z.output<typeof whatsappStatus>;

const contact = z.object({
  profile: z.object({ name: z.string().default(''), username: z.string().default('') }).optional(),
  wa_id: z.string().optional(),
  user_id: z.string().optional(),
});
export type WhatsappContact = z.output<typeof contact>;

/** What Meta brings: several accounts and numbers in one call. Single messages are looked at one by one. */
export const whatsappPayload = z.object({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(
    z.object({
      id: z.string(),
      changes: z.array(
        z.object({
          field: z.string(),
          value: z
            .object({
              metadata: z.object({ phone_number_id: z.string() }).optional(),
              contacts: whatCanBeRead(contact),
              messages: z.array(z.unknown()).default([]),
              statuses: z.array(z.unknown()).default([]),
              message_echoes: z.array(z.unknown()).default([]),
            })
            .default({ contacts: [], messages: [], statuses: [], message_echoes: [] }),
        }),
      ),
    }),
  ),
});
export type WhatsappValue = z.output<typeof whatsappPayload>['entry'][number]['changes'][number]['value'];

import { z } from 'zod';
import { whatCanBeRead } from '@/channels/lib/read-json';

const media = z.object({
  id: z.string(),
  mime_type: z.string().default('application/octet-stream'),
  caption: z.string().default(''),
  filename: z.string().optional(),
});
export type WhatsappMedia = z.output<typeof media>;

const choice = z.object({ title: z.string().default('') });

/** One message of a webhook. The number (`from`) may be missing for those who use a name; the user id stands for the person. */
export const whatsappMessage = z.object({
  from: z.string().optional(),
  from_user_id: z.string().optional(),
  id: z.string().min(1),
  timestamp: z.union([z.string(), z.number()]),
  type: z.string(),
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
  reaction: z.object({ message_id: z.string().min(1), emoji: z.string().default('') }).optional(),
  system: z
    .object({
      type: z.string().default(''),
      previous_user_id: z.string().optional(),
      user_id: z.string().optional(),
      wa_id: z.string().optional(),
    })
    .optional(),
});
export type WhatsappMessage = z.output<typeof whatsappMessage>;

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
            })
            .default({ contacts: [], messages: [], statuses: [] }),
        }),
      ),
    }),
  ),
});
export type WhatsappValue = z.output<typeof whatsappPayload>['entry'][number]['changes'][number]['value'];

import { z } from 'zod';

const number = z.string().regex(/^\+[1-9]\d{4,14}$/);
const device = z.union([
  number,
  z
    .string()
    .regex(/^sip:[^\s@]+@[^\s@]+$/)
    .max(200),
]);

const twilioConfig = z.object({
  provider: z.literal('twilio'),
  accountSid: z.string().regex(/^AC[0-9a-fA-F]{32}$/),
  authToken: z.string().min(1).max(200),
  /** Our number at Twilio. */
  number,
  /** Telephones that ring together when somebody calls. */
  ringTo: z.array(device).max(10).default([]),
  ringSeconds: z.number().int().min(5).max(120).default(25),
  /** Ask the caller what they want before it rings. */
  menu: z.boolean().default(false),
  record: z.boolean().default(false),
  /** A key that is pressed after the announcement refuses the recording. */
  mayRefuse: z.boolean().default(false),
  /** The call runs on a flow of their own at Twilio, and we only hear how it goes. */
  ownFlow: z.boolean().default(false),
  locale: z.enum(['en', 'hu', 'lv']).default('en'),
  apiBase: z.url().default('https://api.twilio.com'),
});

const ctiConfig = z.object({
  provider: z.literal('cti'),
  /** `whsec_` and base64 (Standard Webhooks 1.0.0). */
  secret: z.string().regex(/^whsec_[A-Za-z0-9+/=]{24,200}$/),
  number: number.or(z.literal('')).default(''),
  locale: z.enum(['en', 'hu', 'lv']).default('en'),
});

/** How a telephone account is reached, with its secrets. */
export const phoneConfig = z.discriminatedUnion('provider', [twilioConfig, ctiConfig]);

export type PhoneConfig = z.output<typeof phoneConfig>;
export type TwilioConfig = Extract<PhoneConfig, { provider: 'twilio' }>;

import { z } from 'zod';
import { isColour } from '@/domain/portal/brand';
import { LOCALES } from '@/i18n/locales';

export const SIGN_IN_POLICIES = ['everybody', 'known', 'nobody'] as const;

const MOST_LINKS = 6;

const link = z.object({
  label: z.string().trim().min(1).max(60),
  url: z.url({ protocol: /^https?$/ }).max(500),
});

const words = z.object({
  title: z.string().trim().max(80),
  welcome: z.string().trim().max(160),
  footer: z.string().trim().max(500),
  links: z.array(link).max(MOST_LINKS),
});

/** What a workspace decides about its portal; the API reads it too. */
export const portalInput = z.object({
  enabled: z.boolean(),
  accent: z.string().trim().toLowerCase().refine(isColour),
  /** The first is for readers of none of them. */
  locales: z.array(z.enum(LOCALES)).min(1).max(LOCALES.length),
  signIn: z.enum(SIGN_IN_POLICIES),
  guestLinks: z.boolean(),
  guestLinkDays: z.int().min(1).max(365),
  words: z.partialRecord(z.enum(LOCALES), words),
});
export type PortalInput = z.output<typeof portalInput>;

const LOGO_BYTES = 512 * 1024;

/** A picture of the brand; null takes it away. */
export const logoInput = z.object({
  file: z
    .instanceof(File)
    .refine((file) => file.size <= LOGO_BYTES)
    .nullable(),
});
export type LogoInput = z.output<typeof logoInput>;

/** The host as typed; empty takes it away. */
export const hostInput = z.object({ host: z.string().trim().max(300) });
export type HostInput = z.output<typeof hostInput>;

export const nothingInput = z.object({});

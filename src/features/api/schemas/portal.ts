import { z } from 'zod';
import { portalInput, SIGN_IN_POLICIES } from '@/features/portal/commands/fields';
import { instant, language } from './shared';

const words = z.object({
  title: z.string(),
  welcome: z.string(),
  footer: z.string(),
  links: z.array(z.object({ label: z.string(), url: z.string() })),
});

export const portal = z
  .object({
    enabled: z.boolean(),
    address: z.string().meta({ description: 'Where customers find it, in its first language.' }),
    accent: z.string().meta({ description: 'The brand’s colour, `#rrggbb`.' }),
    locales: z
      .array(language)
      .meta({ description: 'The languages offered; the first is for readers of none.' }),
    signIn: z.enum(SIGN_IN_POLICIES),
    guestLinks: z.boolean().meta({ description: 'Put a link to the one request into answers.' }),
    guestLinkDays: z.int(),
    host: z.string().nullable().meta({ description: 'The proven host of its own.' }),
    words: z.partialRecord(language, words).meta({ description: 'Empty where the shipped words stand.' }),
  })
  .meta({ id: 'Portal' });

export const updatePortalBody = z
  .strictObject({
    enabled: z.boolean(),
    accent: portalInput.shape.accent.meta({ description: '`#rrggbb`', override: { type: 'string' } }),
    locales: portalInput.shape.locales,
    signIn: portalInput.shape.signIn,
    guestLinks: z.boolean(),
    guestLinkDays: portalInput.shape.guestLinkDays,
    words: portalInput.shape.words,
  })
  .partial()
  .meta({ id: 'UpdatePortal', description: 'What is absent stays as it is.' });

export const portalLinkBody = z
  .strictObject({
    locale: language,
    goTo: z.string().max(500).optional().meta({ description: 'A page such as `/requests/12`.' }),
  })
  .meta({ id: 'CreatePortalLink' });

export const portalLink = z.object({ address: z.string(), expiresAt: instant }).meta({ id: 'PortalLink' });

import { z } from 'zod';
import { PHONE_PROVIDERS } from '@/channels/phone/provider-kinds';
import { id, instant, language, listOf } from './shared';

const settings = z
  .record(z.string().max(50), z.string().trim().max(220))
  .meta({ description: 'What the provider asks for, by name; a secret that is left out stays as it is.' });

const reception = z.strictObject({
  ringTo: z.array(z.string().trim().min(1).max(200)).max(10).meta({
    description: 'Numbers or `sip:` addresses that ring together; without any, callers leave a message.',
  }),
  ringSeconds: z.int().min(5).max(120),
  menu: z.boolean().meta({ description: 'Ask callers what they want before it rings.' }),
  record: z.boolean(),
  mayRefuse: z
    .boolean()
    .meta({ description: 'A key that is pressed after the announcement refuses the recording.' }),
  ownFlow: z.boolean().meta({ description: 'The call runs on a flow of your own at the provider.' }),
});

const shared = {
  name: z.string().trim().min(1).max(100),
  teamId: z.uuid().nullable().meta({ description: 'The team that gets new tickets.' }),
  enabled: z.boolean(),
  language: language.meta({ description: 'In which callers are spoken to.' }),
  number: z.string().trim().max(40).meta({ description: 'Our number, with its country code.' }),
};

export const createPhoneAccountBody = z
  .strictObject({
    provider: z.enum(PHONE_PROVIDERS),
    ...shared,
    teamId: shared.teamId.default(null),
    enabled: shared.enabled.default(true),
    language: shared.language.default('en'),
    number: shared.number.default(''),
    settings: settings.default({}),
    reception: reception.partial().default({}),
  })
  .meta({ id: 'CreatePhoneAccount' });

export const updatePhoneAccountBody = z
  .strictObject({ ...shared, settings, reception: reception.partial() })
  .partial()
  .meta({ id: 'UpdatePhoneAccount' });

export const phoneAccount = z
  .object({
    id,
    provider: z.enum(PHONE_PROVIDERS),
    name: z.string(),
    teamId: id.nullable(),
    enabled: z.boolean(),
    language,
    number: z.string(),
    health: z.enum(['unknown', 'healthy', 'failing']),
    healthDetail: z.string(),
    lastReceivedAt: instant.nullable(),
    settings: z.record(z.string(), z.string()).meta({ description: 'Without secrets.' }),
    reception: reception
      .nullable()
      .meta({ description: 'What callers meet; null where your telephone system decides.' }),
    addresses: z
      .array(z.object({ purpose: z.enum(['voice', 'status', 'events']), address: z.string() }))
      .meta({ description: 'What the provider has to be told.' }),
  })
  .meta({ id: 'PhoneAccount' });

export const phoneAccountList = listOf(phoneAccount);

export const connectedPhoneAccount = phoneAccount
  .extend({
    generated: z
      .record(z.string(), z.string())
      .meta({ description: 'Secrets that we made for your telephone system; given this once only.' }),
  })
  .meta({ id: 'ConnectedPhoneAccount' });

export const testedPhoneAccount = z.object({
  ticketNumber: z.int().nullable().meta({ description: 'What the test call became.' }),
  provider: z
    .object({ ok: z.boolean(), detail: z.string() })
    .nullable()
    .meta({ description: 'What the provider says of our name and key; null where it needs none.' }),
});

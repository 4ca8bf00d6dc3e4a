import { z } from 'zod';
import { CHANNELS } from '@/domain/ticket/ticket';
import { id, instant, listOf } from './shared';

export const channel = z.object({
  id,
  channel: z.enum(CHANNELS),
  name: z.string(),
  enabled: z.boolean(),
  health: z.enum(['unknown', 'healthy', 'failing']),
  healthDetail: z.string().meta({ description: 'What the other side said when it failed; else empty.' }),
  lastReceivedAt: instant.nullable(),
  lastSevenDays: z
    .object({ received: z.int(), sent: z.int(), failed: z.int() })
    .meta({ description: 'Messages of customers, and what became of ours.' }),
  held: z.int().meta({ description: 'Arrivals that could not be understood and wait for an admin.' }),
});
export const channelList = listOf(channel);

/** The kinds that are connected by a form of settings; the others have pages of their own. */
const KINDS = ['whatsapp', 'messenger', 'instagram', 'facebook', 'telegram', 'x', 'mastodon', 'api'] as const;

const settings = z
  .record(z.string().max(50), z.string().max(2000))
  .meta({ description: 'The fields of the form of this kind; a secret that is left out stays as it is.' });

const shared = {
  name: z.string().trim().min(1).max(100),
  teamId: id.nullable().meta({ description: 'The team that gets new tickets.' }),
  enabled: z.boolean(),
};

export const createChannelBody = z.strictObject({
  kind: z.enum(KINDS),
  name: shared.name,
  teamId: shared.teamId.default(null),
  enabled: shared.enabled.default(true),
  settings: settings.default({}),
});

export const updateChannelBody = z.strictObject({ ...shared, settings }).partial();

export const connectedChannel = z.object({
  id,
  address: z.string().meta({ description: 'Where the other side brings messages.' }),
  settings: z
    .record(z.string(), z.string())
    .meta({ description: 'Without the secrets of the other side; with those that we made for it.' }),
});

export const testedChannel = z.object({
  signedInAs: z.string().nullable(),
  reason: z.string().nullable().meta({ description: 'Why the other side did not answer as it should.' }),
  sentAt: instant.meta({ description: 'From then on the test message becomes a ticket.' }),
});

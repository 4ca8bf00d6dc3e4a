import { z } from 'zod';
import { SLA_METRICS } from '@/domain/sla/clock';
import { calendarFields, policyFields } from '@/features/sla/commands/fields';
import { id, instant, listOf } from './shared';

const clock = z
  .object({
    metric: z.enum(SLA_METRICS),
    sequence: z.int().meta({ description: '1 for the first cycle of its metric on this ticket.' }),
    state: z.enum(['running', 'paused', 'met', 'missed', 'uncounted', 'cancelled']),
    targetMinutes: z.int(),
    startedAt: instant,
    dueAt: instant.nullable().meta({ description: 'Null while it stands still or when it has ended.' }),
    breachedAt: instant.nullable().meta({ description: 'When it was missed: the due instant itself.' }),
    fulfilledAt: instant.nullable(),
    cancelledAt: instant.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'SlaClock' });

/** What is promised on a ticket. */
export const ticketSla = z
  .object({
    policy: z.object({ id, name: z.string() }).nullable(),
    nextDueAt: instant.nullable(),
    nextDueMetric: z.enum(SLA_METRICS).nullable(),
    clocks: z.array(clock),
  })
  .meta({ id: 'TicketSla' });

const { name, timeZone, week, days, standard } = calendarFields.shape;

export const createCalendarBody = z
  .strictObject({ name, timeZone, week, days, standard })
  .meta({ id: 'CreateCalendar' });

export const updateCalendarBody = z
  .strictObject({ name, timeZone, week, days: days.unwrap(), standard: standard.unwrap() })
  .partial()
  .meta({ id: 'UpdateCalendar', description: 'What is absent stays as it is.' });

export const calendar = z
  .object({ id, version: z.int(), name, timeZone, week, days: days.unwrap(), standard: z.boolean() })
  .meta({ id: 'Calendar' });
export const calendarList = listOf(calendar).meta({ id: 'CalendarList' });

const terms = policyFields.shape;
const conditions = terms.conditions.unwrap().meta({
  description:
    'A tree of `all`, `any` and `not` over comparisons such as `{"field": "priority", "operator": "is_any_of", ' +
    '"values": ["high"]}`; null for every ticket.',
  override: { type: ['object', 'null'] },
});

export const createPolicyBody = z
  .strictObject({
    name: terms.name,
    calendarId: terms.calendarId,
    conditions: conditions.default(null),
    active: terms.active,
    warnMinutes: terms.warnMinutes,
    escalateMinutes: terms.escalateMinutes,
    webhookMinutes: terms.webhookMinutes,
    webhookEndpointId: terms.webhookEndpointId,
    silenceIsKept: terms.silenceIsKept,
    targets: terms.targets,
  })
  .meta({ id: 'CreateSlaPolicy' });

export const updatePolicyBody = z
  .strictObject({
    name: terms.name,
    calendarId: terms.calendarId,
    conditions,
    active: terms.active.unwrap(),
    warnMinutes: terms.warnMinutes.unwrap(),
    escalateMinutes: terms.escalateMinutes.unwrap(),
    webhookMinutes: terms.webhookMinutes.unwrap(),
    webhookEndpointId: terms.webhookEndpointId.unwrap(),
    silenceIsKept: terms.silenceIsKept.unwrap(),
    targets: terms.targets,
  })
  .partial()
  .meta({ id: 'UpdateSlaPolicy', description: 'What is absent stays as it is.' });

export const policy = z
  .object({
    id,
    version: z.int(),
    name: z.string(),
    calendarId: id,
    conditions,
    active: z.boolean(),
    warnMinutes: z.int(),
    escalateMinutes: z.int().nullable(),
    webhookMinutes: z.int().nullable(),
    webhookEndpointId: id.nullable(),
    silenceIsKept: z.boolean(),
    targets: terms.targets,
  })
  .meta({ id: 'SlaPolicy' });
export const policyList = listOf(policy).meta({ id: 'SlaPolicyList' });

export const policyOrderBody = z
  .strictObject({
    policyIds: z
      .array(id)
      .min(1)
      .max(500)
      .meta({ description: 'Every policy of the workspace once, the first to apply on top.' }),
  })
  .meta({ id: 'SlaPolicyOrder' });

export const restorePolicyBody = z.strictObject({ version: z.int().min(1) }).meta({ id: 'RestoreSlaPolicy' });

const { id: _, version: __, ...asSaved } = policy.shape;

export const policyVersionList = listOf(
  z
    .object({
      version: z.int(),
      savedAt: instant,
      savedBy: z.string().nullable().meta({ description: 'Name of who saved it.' }),
      policy: z.object(asSaved),
    })
    .meta({ id: 'SlaPolicyVersion' }),
).meta({ id: 'SlaPolicyVersionList' });

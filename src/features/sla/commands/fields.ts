import { z } from 'zod';
import type { Condition } from '@/domain/condition/evaluate';
import {
  CONDITION_FIELDS,
  type FieldName,
  needsNoValue,
  OPERATORS,
  type Operator,
} from '@/domain/condition/fields';
import { isTicketField, OWN_OPERATORS, type OwnOperator } from '@/domain/condition/own-fields';
import { SLA_METRICS } from '@/domain/sla/clock';
import { PRIORITIES, TICKET_STATUSES } from '@/domain/ticket/ticket';

const DEPTH_LIMIT = 5;
const PARTS_LIMIT = 50;
const names = Object.keys(CONDITION_FIELDS) as [FieldName, ...FieldName[]];
const OWN: readonly string[] = Object.values(OWN_OPERATORS).flat();
const operators = [...new Set([...Object.values(OPERATORS).flat(), ...OWN])] as [
  Operator | OwnOperator,
  ...(Operator | OwnOperator)[],
];
/** One of the workspace's own fields, by its id. */
const ownField = z.templateLiteral(['ticket.', z.uuid()]);

const comparison = z
  .strictObject({
    field: z.union([z.enum(names), ownField]),
    operator: z.enum(operators),
    values: z.array(z.string().min(1).max(200)).max(PARTS_LIMIT).optional(),
  })
  .refine(
    ({ field, operator }) =>
      isTicketField(field)
        ? OWN.includes(operator)
        : (OPERATORS[CONDITION_FIELDS[field].kind] as readonly string[]).includes(operator),
    {
      path: ['operator'],
    },
  )
  .refine(({ operator, values }) => needsNoValue(operator as Operator) || (values?.length ?? 0) > 0, {
    path: ['values'],
  })
  .refine(
    ({ field, values = [] }) => {
      if (isTicketField(field)) return true;
      const known =
        'values' in CONDITION_FIELDS[field] ? (CONDITION_FIELDS[field].values as readonly string[]) : null;
      return known === null || values.every((value) => known.includes(value));
    },
    { path: ['values'] },
  );

function tree(depth: number): z.ZodType<Condition> {
  if (depth === 0) return comparison;
  const parts = z.array(z.lazy(() => tree(depth - 1))).max(PARTS_LIMIT);
  return z.union([
    comparison,
    z.strictObject({ all: parts }),
    z.strictObject({ any: parts }),
    z.strictObject({ not: z.lazy(() => tree(depth - 1)) }),
  ]);
}

/** A condition tree of at most five levels over the shared table of fields. */
export const conditionInput = tree(DEPTH_LIMIT);

const minute = z.int().min(0).max(1440);
const slot = z
  .strictObject({ from: minute, to: minute })
  .refine(({ from, to }) => from < to, { path: ['to'] });
const timeZone = z.string().refine((name) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
});

/** A business calendar as forms and programs give it. */
export const calendarFields = z.object({
  name: z.string().trim().min(1).max(100),
  timeZone,
  /** Seven lists of open time in minutes after midnight; the first is Sunday's. */
  week: z.array(z.array(slot).max(10)).length(7),
  days: z
    .array(
      z.object({
        date: z.iso.date(),
        kind: z.enum(['holiday', 'extra']),
        name: z.string().trim().max(100),
        open: slot.nullable(),
      }),
    )
    .max(1000)
    .default([]),
  standard: z.boolean().default(false),
});

const target = z.object({
  metric: z.enum(SLA_METRICS),
  priority: z.enum(PRIORITIES),
  minutes: z.int().min(1).max(525_600),
  hours: z.enum(['business', 'calendar']).default('business'),
  pauseOn: z.array(z.enum(TICKET_STATUSES)).max(6).optional(),
});

/** A policy as forms and programs give it. */
export const policyFields = z.object({
  name: z.string().trim().min(1).max(100),
  calendarId: z.uuid(),
  conditions: conditionInput.nullable().default(null),
  active: z.boolean().default(true),
  /** Minutes before a target at which people are warned, if that is not before 75 % of it. */
  warnMinutes: z.int().min(0).max(525_600).default(60),
  /** Minutes, in the target's own hours, after which managers hear that it was missed; null never. */
  escalateMinutes: z.int().min(0).max(525_600).nullable().default(60),
  /** The same for the webhook, which is called not before the managers hear of it; null never. */
  webhookMinutes: z.int().min(0).max(525_600).nullable().default(null),
  webhookEndpointId: z.uuid().nullable().default(null),
  /** Whether a reply that was never given counts as kept when the ticket is solved in time; else it does not count. */
  silenceIsKept: z.boolean().default(false),
  targets: z
    .array(target)
    .min(1)
    .max(24)
    .refine(
      (targets) =>
        new Set(targets.map(({ metric, priority }) => `${metric}/${priority}`)).size === targets.length,
    ),
});

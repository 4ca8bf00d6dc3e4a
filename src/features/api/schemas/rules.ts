import { z } from 'zod';
import { RULE_EVENTS, RULE_KINDS } from '@/domain/rule/rule';
import { WEBHOOK_TYPES } from '@/domain/webhook/webhook';
import { checkRule, ruleShape } from '@/features/rules/commands/rule-fields';
import { id, instant, listOf, listQuery } from './shared';

const conditions = z
  .looseObject({})
  .nullable()
  .meta({
    description:
      'A tree of `all`, `any` and `not` over comparisons such as `{"field": "priority", "operator": "changed_to", ' +
      '"values": ["urgent"]}`; null is met by every ticket. Values of `…elapsed_…` are minutes.',
    override: { type: ['object', 'null'] },
  }) as unknown as (typeof ruleShape)['conditions'];

const active = z.boolean().meta({ description: 'Switched on. It acts on nothing that happened before.' });

export const createRuleBody = z
  .strictObject({ ...ruleShape, conditions: conditions.default(null), active: active.default(false) })
  .superRefine(checkRule)
  .meta({ id: 'CreateRule' });

const shape = ruleShape;
export const updateRuleBody = z
  .strictObject({
    name: shape.name,
    events: shape.events.unwrap(),
    conditions,
    actions: shape.actions,
    calendarId: shape.calendarId.unwrap(),
    hourlyLimit: shape.hourlyLimit.unwrap(),
    active,
  })
  .partial()
  .meta({
    id: 'UpdateRule',
    description: 'What is absent stays as it is. The kind of a rule never changes.',
  });

const terms = {
  kind: z.enum(RULE_KINDS),
  name: z.string(),
  events: z
    .array(z.enum(RULE_EVENTS))
    .meta({ description: 'What wakes a trigger; empty for an automation.' }),
  conditions,
  actions: shape.actions,
  calendarId: id.nullable().meta({ description: 'Counts business time; null: the standard calendar.' }),
  hourlyLimit: z.int(),
} as const;

export const rule = z
  .object({
    id,
    version: z.int(),
    active: z.boolean(),
    template: z.string().nullable(),
    limitedAt: instant.nullable().meta({ description: 'When it last reached its hourly limit.' }),
    ...terms,
  })
  .meta({ id: 'Rule' });
export const ruleList = listOf(rule).meta({ id: 'RuleList' });

export const ruleOrderBody = z
  .strictObject({
    ruleIds: z.array(id).min(1).max(1000).meta({ description: 'Every rule once, the first to act on top.' }),
  })
  .meta({ id: 'RuleOrder' });

export const restoreRuleBody = z.strictObject({ version: z.int().min(1) }).meta({ id: 'RestoreRule' });

export const ruleRunQuery = listQuery.extend({
  cursor: z.uuid().optional(),
  rule: id.optional().meta({ description: 'Of this rule only.' }),
  ticket: id.optional().meta({ description: 'On this ticket only.' }),
});

const ruleRun = z
  .object({
    id,
    ruleId: id,
    ruleName: z.string(),
    ruleVersion: z.int(),
    ticketId: id,
    ticketNumber: z.int(),
    key: z.string().meta({ description: 'What it answered, once: `event:…` or `stay:…`.' }),
    outcome: z.enum(['done', 'partly', 'failed', 'refused']),
    why: z
      .looseObject({})
      .nullable()
      .meta({ description: 'Each condition with its value and whether it was met.' }),
    actions: z.array(
      z.object({
        kind: z.string(),
        ok: z.boolean(),
        problem: z.string().optional(),
        detail: z.string().optional(),
      }),
    ),
    depth: z.int(),
    durationMs: z.int(),
    at: instant,
  })
  .meta({ id: 'RuleRun' });
export const ruleRunList = listOf(ruleRun).meta({ id: 'RuleRunList' });

export const dryRunBody = z
  .strictObject({ ...ruleShape, conditions: conditions.default(null) })
  .superRefine(checkRule)
  .meta({ id: 'DryRunRule' });

const value = z.union([z.string(), z.boolean(), z.null()]);
export const dryRun = z
  .object({
    looked: z.int().meta({ description: 'Tickets that were looked at: the latest 500.' }),
    times: z.int().meta({ description: 'Times that it would have acted.' }),
    tickets: z.int(),
    examples: z.array(
      z.object({
        number: z.int(),
        subject: z.string(),
        at: instant,
        changes: z.array(
          z.object({
            kind: z.string(),
            field: z.string().optional(),
            from: value.optional(),
            to: value.optional(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'RuleDryRun' });

/** A file of rules, as it is exported and imported. */
export const ruleFile = z
  .looseObject({
    kalauz: z.literal('rules'),
    format: z.literal(1),
    rules: z.array(z.looseObject({})),
    names: z.record(z.string(), z.string()).optional(),
  })
  .meta({ id: 'RuleFile' });
export const importedRules = z.object({ ruleIds: z.array(id) }).meta({ id: 'ImportedRules' });

const hook = {
  name: z.string().trim().min(1).max(100),
  url: z.url({ protocol: /^https?$/ }).max(2000),
  types: z
    .array(z.enum(WEBHOOK_TYPES))
    .max(WEBHOOK_TYPES.length)
    .meta({ description: 'The events that it wants; none for one that only rules call.' }),
  active: z.boolean(),
} as const;

export const createWebhookBody = z
  .strictObject({ ...hook, types: hook.types.default([]), active: hook.active.default(true) })
  .meta({ id: 'CreateWebhook' });
export const updateWebhookBody = z.strictObject(hook).partial().meta({ id: 'UpdateWebhook' });

export const webhook = z
  .object({
    id,
    ...hook,
    url: z.string(),
    types: z.array(z.string()),
    disabledReason: z.string().nullable(),
    failingSince: instant.nullable(),
    oldSecretUntil: instant.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Webhook' });
export const webhookList = listOf(webhook).meta({ id: 'WebhookList' });

export const webhookSecret = z
  .object({ id, secret: z.string().meta({ description: 'Signs messages from now on. Shown only here.' }) })
  .meta({ id: 'WebhookSecret' });

const delivery = z
  .object({
    id,
    type: z.string(),
    state: z.enum(['queued', 'sending', 'delivered', 'failed']),
    attempts: z.int(),
    body: z.string(),
    runAt: instant,
    createdAt: instant,
    endedAt: instant.nullable(),
    tries: z.array(
      z.object({
        number: z.int(),
        at: instant,
        durationMs: z.int(),
        status: z.int().nullable(),
        response: z.string(),
        error: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'WebhookDelivery' });
export const deliveryList = listOf(delivery).meta({ id: 'WebhookDeliveryList' });
export const deliveryQuery = listQuery.extend({ cursor: z.uuid().optional() });
export const queuedDelivery = z.object({ deliveryId: id }).meta({ id: 'QueuedWebhookDelivery' });

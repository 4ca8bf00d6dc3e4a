import { deleteRule } from '@/features/rules/commands/delete-rule';
import { enableRule } from '@/features/rules/commands/enable-rule';
import { orderRules } from '@/features/rules/commands/order-rules';
import { restoreRule } from '@/features/rules/commands/restore-rule';
import { saveRule } from '@/features/rules/commands/save-rule';
import { ruleInput } from '@/features/rules/inputs';
import { deleteEndpoint } from '@/features/webhooks/commands/delete-endpoint';
import { resendDelivery } from '@/features/webhooks/commands/resend-delivery';
import { rotateSecret } from '@/features/webhooks/commands/rotate-secret';
import { saveEndpoint } from '@/features/webhooks/commands/save-endpoint';
import { queueTest, testEndpoint } from '@/features/webhooks/commands/test-endpoint';
import { webhookInput } from '@/features/webhooks/commands/webhook-fields';
import type { StaffContext } from '@/server/context';

type Named = Readonly<{
  ruleId: string;
  endpointId: string;
  deliveryId: string;
  teamId: string;
  userId: string;
}>;
type Attempt = (ctx: StaffContext, other: Named) => Promise<{ ok: boolean; error?: unknown }>;

const rule = {
  kind: 'trigger',
  name: 'Mine',
  events: ['ticket_created'],
  actions: [{ kind: 'stop' }],
} as const;
// No DNS is asked for an address that is one already.
const webhook = { name: 'Mine', url: 'https://203.0.114.7/hook' };

/** A rule, a webhook and a message to it, of another workspace. */
export async function ruleRows(ctx: StaffContext) {
  const saved = await saveRule(ctx, ruleInput.parse({ ...rule, active: true }));
  const made = await saveEndpoint(ctx, webhookInput.parse(webhook));
  if (!saved.ok || !made.ok) throw new Error('the other workspace could not be filled');
  const { endpointId } = made.value;
  const queued = await queueTest(ctx, { endpointId });
  if (!queued.ok) throw new Error(queued.error.code);
  return { ruleId: saved.value.ruleId, endpointId, deliveryId: queued.value.deliveryId };
}

/** Without the place in the rule that the refusal names. */
const refused = async (result: ReturnType<typeof saveRule>) => {
  const { ok, ...rest } = await result;
  return 'error' in rest ? { ok, error: { code: rest.error.code } } : { ok };
};

const ruleWith = (over: Record<string, unknown>) => ruleInput.parse({ ...rule, ...over });

/** What each action of rules and webhooks runs, tried with the ids of another workspace. */
export const RULE_ATTEMPTS: Readonly<Record<string, readonly Attempt[]>> = {
  saveRule: [
    (ctx, { ruleId: id }) => saveRule(ctx, ruleWith({ id })),
    (ctx, { teamId }) => refused(saveRule(ctx, ruleWith({ actions: [{ kind: 'set_team', teamId }] }))),
    (ctx, { userId: to }) => refused(saveRule(ctx, ruleWith({ actions: [{ kind: 'assign', to }] }))),
    (ctx, { endpointId }) => refused(saveRule(ctx, ruleWith({ actions: [{ kind: 'webhook', endpointId }] }))),
    (ctx, { teamId }) => {
      const conditions = { field: 'teamId', operator: 'is_any_of', values: [teamId] };
      return refused(saveRule(ctx, ruleWith({ conditions })));
    },
  ],
  deleteRule: [(ctx, { ruleId }) => deleteRule(ctx, { ruleId })],
  enableRule: [(ctx, { ruleId }) => enableRule(ctx, { ruleId, active: false })],
  orderRules: [(ctx, { ruleId }) => orderRules(ctx, { ruleIds: [ruleId] })],
  restoreRule: [(ctx, { ruleId }) => restoreRule(ctx, { ruleId, version: 1 })],
  saveEndpoint: [(ctx, { endpointId: id }) => saveEndpoint(ctx, webhookInput.parse({ ...webhook, id }))],
  deleteEndpoint: [(ctx, { endpointId }) => deleteEndpoint(ctx, { endpointId })],
  rotateSecret: [(ctx, { endpointId }) => rotateSecret(ctx, { endpointId })],
  testEndpoint: [(ctx, { endpointId }) => testEndpoint(ctx, { endpointId })],
  resendDelivery: [(ctx, { deliveryId }) => resendDelivery(ctx, { deliveryId })],
};

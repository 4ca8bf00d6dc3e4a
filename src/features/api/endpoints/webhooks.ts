import { fail, ok } from '@/domain/shared/result';
import { wholeListPage } from '@/features/api/paging';
import * as schema from '@/features/api/schemas/rules';
import { idParams, listQuery } from '@/features/api/schemas/shared';
import { deleteEndpoint } from '@/features/webhooks/commands/delete-endpoint';
import { resendDelivery } from '@/features/webhooks/commands/resend-delivery';
import { rotateSecret } from '@/features/webhooks/commands/rotate-secret';
import { saveEndpoint } from '@/features/webhooks/commands/save-endpoint';
import { queueTest } from '@/features/webhooks/commands/test-endpoint';
import { webhookInput } from '@/features/webhooks/commands/webhook-fields';
import {
  webhookDeliveries,
  getWebhook as webhookOf,
  listWebhooks as webhookRows,
} from '@/features/webhooks/queries';
import { endpoint } from '@/server/http/endpoint';

const [permission, area] = ['workspace.manage', 'Webhooks'] as const;

export const listWebhooks = endpoint({
  id: 'listWebhooks',
  method: 'GET',
  path: '/webhooks',
  area,
  summary: 'List webhooks',
  permission,
  query: listQuery,
  answer: { status: 200, description: 'All webhooks by name, without secrets.', schema: schema.webhookList },
  run: async (ctx, { query }) => {
    const rows = (await webhookRows(ctx)).map(({ lastAt: _, lastState: __, ...row }) => row);
    return wholeListPage('webhooks', rows, query);
  },
});

export const createWebhook = endpoint({
  id: 'createWebhook',
  method: 'POST',
  path: '/webhooks',
  area,
  summary: 'Add a webhook',
  description:
    'Messages are signed and sent as Standard Webhooks 1.0.0 says. The answer holds the secret, this once.',
  permission,
  body: schema.createWebhookBody,
  answer: { status: 201, description: 'The new webhook and its secret.', schema: schema.webhookSecret },
  run: async (ctx, { body }) => {
    const saved = await saveEndpoint(ctx, body);
    return saved.ok ? ok({ id: saved.value.endpointId, secret: saved.value.secret }) : saved;
  },
});

export const getWebhook = endpoint({
  id: 'getWebhook',
  method: 'GET',
  path: '/webhooks/{id}',
  area,
  summary: 'Read a webhook',
  permission,
  params: idParams,
  answer: { status: 200, description: 'The webhook.', schema: schema.webhook },
  run: async (ctx, { params }) => ok(await webhookOf(ctx, params.id)),
});

export const updateWebhook = endpoint({
  id: 'updateWebhook',
  method: 'PATCH',
  path: '/webhooks/{id}',
  area,
  summary: 'Change a webhook',
  permission,
  params: idParams,
  body: schema.updateWebhookBody,
  answer: { status: 200, description: 'The webhook as it is now.', schema: schema.webhook },
  run: async (ctx, { params, body }) => {
    const before = await webhookOf(ctx, params.id);
    if (!before) return fail({ code: 'not_found' });
    const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    return saveEndpoint(ctx, webhookInput.parse({ ...before, ...given }));
  },
  show: (ctx, { endpointId }) => webhookOf(ctx, endpointId),
});

export const deleteWebhook = endpoint({
  id: 'deleteWebhook',
  method: 'DELETE',
  path: '/webhooks/{id}',
  area,
  summary: 'Delete a webhook with its log',
  permission,
  params: idParams,
  answer: { status: 204, description: 'The webhook is gone.' },
  run: (ctx, { params }) => deleteEndpoint(ctx, { endpointId: params.id }),
});

export const rotateWebhookSecret = endpoint({
  id: 'rotateWebhookSecret',
  method: 'POST',
  path: '/webhooks/{id}/secret',
  area,
  summary: 'Make a new secret',
  description: 'For 24 hours messages are signed with the old one as well.',
  permission,
  params: idParams,
  answer: { status: 201, description: 'The new secret.', schema: schema.webhookSecret },
  run: async (ctx, { params }) => {
    const made = await rotateSecret(ctx, { endpointId: params.id });
    return made.ok ? ok({ id: params.id, secret: made.value.secret }) : made;
  },
});

export const testWebhook = endpoint({
  id: 'testWebhook',
  method: 'POST',
  path: '/webhooks/{id}/test',
  area,
  summary: 'Send a test message',
  permission,
  params: idParams,
  answer: { status: 201, description: 'It is on its way.', schema: schema.queuedDelivery },
  run: (ctx, { params }) => queueTest(ctx, { endpointId: params.id }),
});

export const listWebhookDeliveries = endpoint({
  id: 'listWebhookDeliveries',
  method: 'GET',
  path: '/webhooks/{id}/deliveries',
  area,
  summary: 'Read what was sent to a webhook, and what came back',
  permission,
  params: idParams,
  query: schema.deliveryQuery,
  answer: { status: 200, description: 'The newest first.', schema: schema.deliveryList },
  run: async (ctx, { params, query }) => {
    if (!(await webhookOf(ctx, params.id))) return fail({ code: 'not_found' });
    const { deliveries, next } = await webhookDeliveries(ctx, {
      endpointId: params.id,
      before: query.cursor,
    });
    return ok({ data: deliveries, nextCursor: next });
  },
});

export const resendWebhookDelivery = endpoint({
  id: 'resendWebhookDelivery',
  method: 'POST',
  path: '/webhook-deliveries/{id}/resend',
  area,
  summary: 'Send a message again',
  permission,
  params: idParams,
  answer: { status: 201, description: 'It is on its way, under the same id.', schema: schema.queuedDelivery },
  run: (ctx, { params }) => resendDelivery(ctx, { deliveryId: params.id }),
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { ticket as ticketSchema } from '@/features/api/schemas/ticket';
import { deleteEndpoint } from '@/features/webhooks/commands/delete-endpoint';
import { deliverWebhook } from '@/features/webhooks/commands/deliver-webhook';
import { publishTicket } from '@/features/webhooks/commands/publish-ticket';
import { resendDelivery } from '@/features/webhooks/commands/resend-delivery';
import { rotateSecret } from '@/features/webhooks/commands/rotate-secret';
import { saveEndpoint } from '@/features/webhooks/commands/save-endpoint';
import { testEndpoint } from '@/features/webhooks/commands/test-endpoint';
import { type WebhookInput, webhookInput } from '@/features/webhooks/commands/webhook-fields';
import { listWebhooks, webhookDeliveries } from '@/features/webhooks/queries';
import { isSigned, startReceiver } from '../../support/webhook-receiver';
import { newRuleDesk, unwrap } from '../rules/support';

let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.stop());

async function newHookDesk(over: Partial<WebhookInput> = {}) {
  receiver.received.length = 0;
  const desk = await newRuleDesk();
  const input = webhookInput.parse({
    name: 'CRM',
    url: 'https://hook.test/in',
    types: ['ticket.created'],
    ...over,
  });
  const { endpointId, secret } = unwrap(await saveEndpoint(desk.owner, input));
  const { world } = desk;
  const { workspaceId, db } = world;
  return {
    ...desk,
    endpointId,
    secret: secret ?? '',
    endpoint: () =>
      db.webhookEndpoint.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id: endpointId } } }),
    log: async () => (await webhookDeliveries(desk.owner, { endpointId })).deliveries,
    /** What the worker does with everything that is due by now. */
    deliver: async () => {
      const due = await db.webhookDelivery.findMany({
        where: { workspaceId, state: 'queued', runAt: { lte: world.now() } },
        orderBy: { createdAt: 'asc' },
      });
      for (const { id } of due) await deliverWebhook(world.system('delivery'), id);
    },
    publish: (ticketId: string) => publishTicket(world.system('delivery'), { ticketId, at: world.now() }),
  };
}

test('a subscriber gets what happened once, signed, in the shape of the API', async () => {
  const desk = await newHookDesk();
  const { ticketId, number } = await desk.world.ticket(desk.agent);
  await desk.publish(ticketId);
  await desk.publish(ticketId);
  await desk.deliver();
  await desk.deliver();

  expect(receiver.received).toHaveLength(1);
  const [got] = receiver.received;
  if (!got) throw new Error('nothing arrived');
  expect(isSigned(got, desk.secret)).toBe(true);
  expect(isSigned({ ...got, body: `${got.body} ` }, desk.secret)).toBe(false);
  expect(got.headers).toMatchObject({ 'content-type': 'application/json' });
  const message = JSON.parse(got.body);
  expect(message).toMatchObject({ type: 'ticket.created', timestamp: desk.world.now().toISOString() });
  expect(message.data.ticket.number).toBe(number);
  expect(ticketSchema.safeParse(message.data.ticket).error?.issues ?? []).toEqual([]);
  expect(await desk.log()).toMatchObject([
    { state: 'delivered', attempts: 1, tries: [{ status: 200, response: 'thank you' }] },
  ]);
});

test('every kind of event has its name, with old and new values', async () => {
  const desk = await newHookDesk({
    types: ['ticket.updated', 'ticket.solved', 'ticket.reopened', 'message.created', 'ticket.assigned'],
  });
  const { ticketId } = await desk.world.ticket(desk.agent);
  desk.world.pass(5);
  await desk.reply(ticketId, 'solved');
  await desk.publish(ticketId);
  desk.world.pass(5);
  await desk.customerWrites(ticketId, 'No, it is broken again');
  await desk.publish(ticketId);
  await desk.deliver();
  const told = receiver.received.map(({ body }) => JSON.parse(body));
  expect(told.map(({ type }) => type).sort()).toEqual([
    'message.created',
    'message.created',
    'ticket.assigned',
    'ticket.reopened',
    'ticket.solved',
    'ticket.updated',
    'ticket.updated',
  ]);
  const solved = told.find(({ type }) => type === 'ticket.solved');
  expect(solved.data.changes).toMatchObject({ status: { from: 'new', to: 'solved' } });
  const wrote = told.filter(({ type }) => type === 'message.created').at(-1);
  expect(wrote.data.message).toMatchObject({ direction: 'inbound', visibleText: 'No, it is broken again' });
});

test('after a failure it is tried again later under the same id, and a redirect is not followed', async () => {
  const desk = await newHookDesk();
  receiver.says(
    { status: 500, body: 'sorry' },
    { status: 302, headers: { location: 'https://hook.test/x' } },
    { status: 0, hang: true },
  );
  const { ticketId } = await desk.world.ticket(desk.agent);
  await desk.publish(ticketId);
  await desk.deliver();
  expect((await desk.endpoint()).failingSince).toEqual(desk.world.now());
  await desk.deliver();
  expect(receiver.received).toHaveLength(1);
  for (const seconds of [6, 331, 2000]) {
    desk.world.pass(seconds);
    await desk.deliver();
  }
  expect(receiver.received).toHaveLength(4);
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(4);
  for (const each of receiver.received) expect(isSigned(each, desk.secret)).toBe(true);
  const [delivery] = await desk.log();
  expect(delivery).toMatchObject({ state: 'delivered', attempts: 4 });
  expect(delivery?.tries.map(({ status, error }) => status ?? error)).toEqual([200, 'unreachable', 302, 500]);
  expect((await desk.endpoint()).failingSince).toBeNull();
});

test('a receiver that says it is gone is not asked again, and the owners hear of it', async () => {
  const desk = await newHookDesk();
  receiver.says({ status: 410 });
  const { ticketId } = await desk.world.ticket(desk.agent);
  await desk.publish(ticketId);
  await desk.deliver();
  expect(await desk.endpoint()).toMatchObject({ active: false, disabledReason: 'gone' });
  const mails = await desk.mails();
  expect(mails.map(({ subject }) => subject)).toContain('Webhook switched off: CRM');
  desk.world.pass(5);
  await desk.set(ticketId, { priority: 'high' });
  await desk.publish(ticketId);
  expect(await desk.log()).toHaveLength(1);
});

test('three days without any success switch it off; switched on again it begins anew', async () => {
  const desk = await newHookDesk();
  receiver.says(...Array.from({ length: 10 }, () => ({ status: 503 })));
  const { ticketId } = await desk.world.ticket(desk.agent);
  await desk.publish(ticketId);
  for (let each = 0; each < 10; each++) {
    await desk.deliver();
    desk.world.pass(27 * 3600);
  }
  expect(receiver.received).toHaveLength(10);
  expect(await desk.endpoint()).toMatchObject({ active: false, disabledReason: 'failing' });
  expect(await desk.log()).toMatchObject([{ state: 'failed', attempts: 10 }]);
  const input = webhookInput.parse({
    id: desk.endpointId,
    name: 'CRM',
    url: 'https://hook.test/in',
    active: true,
  });
  unwrap(await saveEndpoint(desk.owner, input));
  expect(await desk.endpoint()).toMatchObject({ active: true, disabledReason: null, failingSince: null });
});

test('for a day after a rotation the old secret signs beside the new one', async () => {
  const desk = await newHookDesk();
  const { secret } = unwrap(await rotateSecret(desk.owner, { endpointId: desk.endpointId }));
  unwrap(await testEndpoint(desk.owner, { endpointId: desk.endpointId }));
  desk.world.pass(25 * 3600);
  unwrap(await testEndpoint(desk.owner, { endpointId: desk.endpointId }));
  const [first, second] = receiver.received;
  if (!first || !second) throw new Error('nothing arrived');
  expect([isSigned(first, desk.secret), isSigned(first, secret)]).toEqual([true, true]);
  expect([isSigned(second, desk.secret), isSigned(second, secret)]).toEqual([false, true]);
});

test('a test says at once what the receiver answered, and a message can be sent again', async () => {
  const desk = await newHookDesk();
  receiver.says({ status: 404, body: 'no such hook' });
  const tested = unwrap(await testEndpoint(desk.owner, { endpointId: desk.endpointId }));
  expect(tested).toMatchObject({ status: 404, error: null });
  unwrap(await resendDelivery(desk.owner, { deliveryId: tested.deliveryId }));
  await desk.deliver();
  expect(await desk.log()).toMatchObject([{ state: 'delivered', attempts: 2, type: 'endpoint.test' }]);
});

test('addresses of private networks are refused when saved, and asked for in vain when a name leads there later', async () => {
  const desk = await newHookDesk();
  for (const url of [
    'https://127.0.0.1/in',
    'https://10.1.2.3/',
    'https://169.254.169.254/latest',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://localhost/',
    'http://example.com/',
    'https://user:word@example.com/',
    'https://example.com:22/',
  ]) {
    const input = webhookInput.parse({ name: url.slice(0, 90), url });
    expect(await saveEndpoint(desk.owner, input), url).toMatchObject({
      error: { code: 'webhook.address_refused' },
    });
  }
  await desk.world.db.webhookEndpoint.update({
    where: { workspaceId_id: { workspaceId: desk.world.workspaceId, id: desk.endpointId } },
    data: { url: 'https://localhost/in' },
  });
  const tested = unwrap(await testEndpoint(desk.owner, { endpointId: desk.endpointId }));
  expect(tested).toMatchObject({ status: null, error: 'forbidden_address' });
});

test('a webhook of another workspace does not exist, and no list tells a secret', async () => {
  const [desk, other] = [await newHookDesk(), await newRuleDesk()];
  const { endpointId } = desk;
  expect(await rotateSecret(other.owner, { endpointId })).toMatchObject({ error: { code: 'not_found' } });
  expect(await testEndpoint(other.owner, { endpointId })).toMatchObject({ error: { code: 'not_found' } });
  expect(await deleteEndpoint(other.owner, { endpointId })).toMatchObject({ error: { code: 'not_found' } });
  expect(await deleteEndpoint(desk.agent, { endpointId })).toMatchObject({ error: { code: 'not_found' } });
  expect(JSON.stringify(await listWebhooks(desk.owner))).not.toMatch(/whsec|sealed/i);
  expect(await deleteEndpoint(desk.owner, { endpointId })).toMatchObject({ ok: true });
});

test('a rule calls a webhook that wants nothing else', async () => {
  const desk = await newHookDesk({ types: [] });
  await desk.rule({
    name: 'Tell the CRM',
    events: ['ticket_created'],
    actions: [{ kind: 'webhook', endpointId: desk.endpointId }],
  });
  const { ticketId, number } = await desk.world.ticket(desk.agent);
  await desk.publish(ticketId);
  await desk.settle();
  await desk.deliver();
  expect(receiver.received).toHaveLength(1);
  expect(JSON.parse(receiver.received[0]?.body ?? '')).toMatchObject({
    type: 'rule.matched',
    data: { rule: { name: 'Tell the CRM' }, ticket: { number } },
  });
});

import { z } from 'zod';
import type { CallOutside, Unreachable } from '@/channels/contract';
import { askJson, jsonBody } from '@/channels/lib/json-call';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { XConfig } from './config';
import { API, refusalOf } from './deliver';

/** What we want to hear; what is not `needed` is left out where the app's plan does not hold it. */
const EVENTS = [
  { type: 'post.mention.create', needed: true },
  { type: 'post.reply.create', needed: true },
  { type: 'dm.received', needed: true },
  { type: 'dm.sent', needed: false },
  { type: 'dm.read', needed: false },
  { type: 'chat.received', needed: false },
  { type: 'oauth.revoke', needed: false },
] as const;

const webhook = z.object({ id: z.string(), url: z.string().default(''), valid: z.boolean().default(true) });
const webhooks = z.object({ data: z.array(webhook).default([]) });
const subscription = z.object({
  event_type: z.string().default(''),
  webhook_id: z.string().default(''),
  filter: z.object({ user_id: z.string().default('') }).default({ user_id: '' }),
});
const subscriptions = z.object({ data: z.array(subscription).default([]) });

type Told = Result<null, Unreachable>;

/** Registers our address and what we want to hear; what is registered already stays as it is. */
export async function connect(address: string, config: XConfig, call: CallOutside): Promise<Told> {
  const hook = await webhookFor(address, config, call);
  if (!hook.ok) return hook;
  const known = await subscribed(hook.value, config, call);
  for (const { type, needed } of EVENTS) {
    const told = known.has(type) ? ok(null) : await subscribe(type, hook.value, { config, call });
    if (!told.ok && needed) return told;
  }
  return ok(null);
}

/** X takes an address once only: it is looked up first, and checked anew where X had given up on it. */
async function webhookFor(
  address: string,
  { bearerToken }: XConfig,
  call: CallOutside,
): Promise<Result<string, Unreachable>> {
  const headers = { authorization: `Bearer ${bearerToken}` };
  const listed = await askJson(call, { url: `${API}/2/webhooks`, headers });
  if (listed.status >= 300) return unreachable(listed);
  const found = webhooks.safeParse(listed.json);
  const ours = found.success ? found.data.data.find(({ url }) => url === address) : undefined;
  if (ours) {
    if (ours.valid) return ok(ours.id);
    const checked = await askJson(call, { url: `${API}/2/webhooks/${ours.id}`, method: 'PUT', headers });
    return checked.status < 300 ? ok(ours.id) : unreachable(checked);
  }
  const asked = {
    url: `${API}/2/webhooks`,
    method: 'POST',
    ...jsonBody({ url: address }, bearerToken),
  } as const;
  const made = await askJson(call, asked);
  const id = z.object({ data: webhook }).safeParse(made.json);
  return id.success ? ok(id.data.data.id) : unreachable(made);
}

/** What this address hears of this account already; nothing when X does not say, since asking twice does no harm. */
async function subscribed(
  hook: string,
  { bearerToken, userId }: XConfig,
  call: CallOutside,
): Promise<ReadonlySet<string>> {
  const headers = { authorization: `Bearer ${bearerToken}` };
  const answer = await askJson(call, { url: `${API}/2/activity/subscriptions`, headers });
  const found = subscriptions.safeParse(answer.json);
  const all = found.success ? found.data.data : [];
  return new Set(
    all
      .filter(({ webhook_id: id, filter }) => id === hook && filter.user_id === userId)
      .map(({ event_type: type }) => type),
  );
}

type Means = Readonly<{ config: XConfig; call: CallOutside }>;

/** What concerns private things is asked for with the account's own token (contracts D.3). */
async function subscribe(type: string, hook: string, { config, call }: Means): Promise<Told> {
  const token = type.startsWith('post.') ? config.bearerToken : config.accessToken;
  const body = { event_type: type, filter: { user_id: config.userId }, webhook_id: hook };
  const url = `${API}/2/activity/subscriptions`;
  const answer = await askJson(call, { url, method: 'POST', ...jsonBody(body, token) });
  return answer.status < 300 || answer.status === 409 ? ok(null) : unreachable(answer);
}

const unreachable = (answer: Parameters<typeof refusalOf>[0]) =>
  fail({ code: 'channel.unreachable', reason: refusalOf(answer, '403').reason });

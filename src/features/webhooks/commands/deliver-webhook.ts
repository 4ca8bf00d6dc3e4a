import { retryAfterOf, type Verdict, verdictOn } from '@/domain/webhook/webhook';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { queueSystemMail } from '@/features/delivery/commands/queue-system-mail';
import { translator } from '@/i18n/translator';
import type { SystemContext } from '@/server/context';
import { unseal } from '@/server/crypto/keys';
import { webhookHeaders } from '@/server/crypto/webhook-signature';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { env } from '@/server/env';
import { callOutside, OutsideError } from '@/server/http/call-outside';
import { enqueue } from '@/server/jobs/enqueue';
import { writeLetter } from '@/server/mail/letter';
import { deliverWebhookJob } from './deliver-webhook-job';

/** While one worker tries, no other does; after a crash it is tried again when this time is over. */
const LEASE_MS = 60_000;
const RESPONSE_KEPT = 4000;

type Claimed = Readonly<{
  id: string;
  endpointId: string;
  body: string;
  attempts: number;
  name: string;
  url: string;
  active: boolean;
  sealedSecret: string;
  sealedOldSecret: string | null;
  oldSecretUntil: Date | null;
}>;

type Answer = Readonly<{
  status: number | null;
  response: string;
  error: string | null;
  retryAfter: number | null;
}>;

/**
 * Tries once to deliver a message, and writes down what the receiver said. Whoever receives it twice, after a crash between
 * their answer and our commit, tells by its `webhook-id`. Does nothing for what is delivered, given up or not due.
 */
export async function deliverWebhook(ctx: SystemContext, deliveryId: string): Promise<void> {
  const delivery = await claim(ctx, deliveryId);
  if (!delivery) return;
  const startedAt = ctx.now();
  const answer = delivery.active ? await send(ctx, delivery, startedAt) : SWITCHED_OFF;
  const at = ctx.now();
  const { attempts } = delivery;
  const verdict: Verdict = delivery.active
    ? verdictOn(answer, { attempts, at, chance: Math.random() })
    : { kind: 'failed', gone: false };
  await transaction(ctx, async (tx) => {
    await keepAttempt(tx, ctx, { delivery, answer, startedAt });
    await settleDelivery(tx, ctx, { delivery, verdict });
    await settleEndpoint(tx, ctx, { delivery, verdict });
  });
}

const SWITCHED_OFF: Answer = { status: null, response: '', error: 'switched_off', retryAfter: null };

async function claim(ctx: SystemContext, id: string): Promise<Claimed | null> {
  const { workspaceId, db } = ctx;
  const now = ctx.now();
  const until = new Date(now.getTime() + LEASE_MS);
  const rows = await db.$queryRaw<Claimed[]>`
    update "WebhookDelivery" d set state = 'sending', attempts = d.attempts + 1, "runAt" = ${until}
    from "WebhookEndpoint" e
    where d."workspaceId" = ${workspaceId}::uuid and d.id = ${id}::uuid and d.state in ('queued', 'sending')
      and d."runAt" <= ${now} and e."workspaceId" = d."workspaceId" and e.id = d."endpointId"
    returning d.id, d."endpointId", d.body, d.attempts, e.name, e.url, e.active, e."sealedSecret",
      e."sealedOldSecret", e."oldSecretUntil"`;
  return rows[0] ?? null;
}

async function send(ctx: SystemContext, delivery: Claimed, at: Date): Promise<Answer> {
  const { id, body, url, sealedSecret, sealedOldSecret, oldSecretUntil } = delivery;
  const old = sealedOldSecret && oldSecretUntil && oldSecretUntil > at ? [unseal(sealedOldSecret)] : [];
  const signed = webhookHeaders({ id, at, body }, [unseal(sealedSecret), ...old]);
  try {
    const { status, headers, bytes } = await callOutside({
      url,
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'Kalauz-Webhooks/1', ...signed },
      body,
    });
    const response = new TextDecoder().decode(bytes).replaceAll('\0', '').slice(0, RESPONSE_KEPT);
    return { status, response, error: null, retryAfter: retryAfterOf(headers['retry-after'], ctx.now()) };
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    return {
      status: null,
      response: error.message.slice(0, RESPONSE_KEPT),
      error: error.code,
      retryAfter: null,
    };
  }
}

type Tried = Readonly<{ delivery: Claimed; answer: Answer; startedAt: Date }>;

async function keepAttempt(
  tx: Tx,
  ctx: SystemContext,
  { delivery, answer, startedAt }: Tried,
): Promise<void> {
  const { status, response, error } = answer;
  await tx.webhookAttempt.create({
    data: {
      workspaceId: ctx.workspaceId,
      deliveryId: delivery.id,
      number: delivery.attempts,
      at: startedAt,
      durationMs: ctx.now().getTime() - startedAt.getTime(),
      status,
      response,
      error,
    },
  });
}

type Settled = Readonly<{ delivery: Claimed; verdict: Verdict }>;

async function settleDelivery(tx: Tx, ctx: SystemContext, { delivery, verdict }: Settled): Promise<void> {
  const { workspaceId } = ctx;
  const where = { workspaceId_id: { workspaceId, id: delivery.id } };
  if (verdict.kind === 'retry') {
    await tx.webhookDelivery.update({ where, data: { state: 'queued', runAt: verdict.at } });
    await enqueue(tx, deliverWebhookJob, { workspaceId, deliveryId: delivery.id }, { runAt: verdict.at });
    return;
  }
  await tx.webhookDelivery.update({ where, data: { state: verdict.kind, endedAt: ctx.now() } });
}

/** An endpoint that is gone, or that has not taken anything in all tries of one message, is switched off. */
async function settleEndpoint(tx: Tx, ctx: SystemContext, { delivery, verdict }: Settled): Promise<void> {
  const { workspaceId } = ctx;
  const { endpointId: id, name } = delivery;
  const at = ctx.now();
  if (verdict.kind === 'delivered') {
    await tx.webhookEndpoint.updateMany({
      where: { workspaceId, id, failingSince: { not: null } },
      data: { failingSince: null },
    });
    return;
  }
  await tx.webhookEndpoint.updateMany({
    where: { workspaceId, id, failingSince: null },
    data: { failingSince: at },
  });
  if (verdict.kind === 'retry') return;
  const began = await tx.webhookDelivery.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: delivery.id } },
    select: { createdAt: true },
  });
  const { count } = await tx.webhookEndpoint.updateMany({
    where: {
      workspaceId,
      id,
      active: true,
      // Something else arrived there meanwhile: then only this message has failed.
      ...(verdict.gone ? {} : { failingSince: { lte: new Date(began.createdAt.getTime() + LEASE_MS) } }),
    },
    data: { active: false, disabledReason: verdict.gone ? 'gone' : 'failing', disabledAt: at },
  });
  if (count === 0) return;
  await recordAudit(tx, ctx, { action: 'webhook.disabled', target: name });
  await tellAdmins(tx, ctx, { id, name });
}

type Disabled = Readonly<{ id: string; name: string }>;

async function tellAdmins(tx: Tx, ctx: SystemContext, { id, name }: Disabled): Promise<void> {
  const { workspaceId } = ctx;
  const [workspace, people] = await Promise.all([
    tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { name: true, slug: true } }),
    tx.membership.findMany({
      where: {
        workspaceId,
        deactivatedAt: null,
        role: { in: ['owner', 'admin'] },
        user: { disabledAt: null },
      },
      select: { userId: true, user: { select: { name: true, email: true, locale: true } } },
    }),
  ]);
  for (const { userId, user } of people) {
    const t = await translator(user.locale, 'webhooks');
    const letter = writeLetter({
      greeting: t('mail.greeting', { name: user.name }),
      paragraphs: [t('mail.disabled', { name })],
      link: {
        label: t('mail.open'),
        address: `${env().PUBLIC_URL}/${workspace.slug}/admin/webhooks/${id}`,
      },
      footer: [t('mail.why', { workspace: workspace.name })],
      locale: user.locale,
    });
    await queueSystemMail(tx, ctx, {
      kind: 'notification',
      to: { address: user.email, name: user.name },
      subject: t('mail.subject', { name }),
      ...letter,
      uniqueKey: `webhook/${id}/${ctx.now().getTime()}/${userId}`,
    });
  }
}

import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { StaffContext } from '@/server/context';
import { seal } from '@/server/crypto/keys';
import { newWebhookSecret } from '@/server/crypto/webhook-signature';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { mayBeCalled } from '@/server/http/call-outside';
import type { WebhookInput } from './webhook-fields';

/** `secret` is that of a new endpoint: it is never told again. */
type Saved = Readonly<{ endpointId: string; secret: string | null }>;
type Refused = Readonly<{ code: 'not_found' | 'name.taken' | 'webhook.address_refused' }>;

/** Saves a webhook. Its address must lead to a public server; switched on again, it begins with a clean slate. */
export async function saveEndpoint(ctx: StaffContext, input: WebhookInput): Promise<Result<Saved, Refused>> {
  if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'not_found' });
  if (!(await mayBeCalled(input.url))) return fail({ code: 'webhook.address_refused' });
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const namesake = await tx.webhookEndpoint.findUnique({
      where: { workspaceId_name: { workspaceId, name: input.name } },
      select: { id: true },
    });
    if (namesake && namesake.id !== input.id) return fail({ code: 'name.taken' });
    if (!input.id) return ok(await create(tx, ctx, input));
    const saved = await change(tx, ctx, { ...input, id: input.id });
    return saved ? ok(saved) : fail({ code: 'not_found' });
  });
}

async function create(tx: Tx, ctx: StaffContext, { name, url, types, active }: WebhookInput): Promise<Saved> {
  const [id, at, secret] = [ctx.newId(), ctx.now(), newWebhookSecret()];
  await tx.webhookEndpoint.create({
    data: {
      workspaceId: ctx.workspaceId,
      id,
      name,
      url,
      types,
      active,
      sealedSecret: seal(secret),
      createdById: ctx.actor.id,
      createdAt: at,
      updatedAt: at,
    },
  });
  await recordAudit(tx, ctx, { action: 'webhook.created', target: name, data: { url } });
  return { endpointId: id, secret };
}

async function change(
  tx: Tx,
  ctx: StaffContext,
  { id, name, url, types, active }: WebhookInput & Readonly<{ id: string }>,
): Promise<Saved | null> {
  const key = { workspaceId_id: { workspaceId: ctx.workspaceId, id } };
  const before = await tx.webhookEndpoint.findUnique({ where: key, select: { active: true } });
  if (!before) return null;
  const clean =
    active && !before.active ? { disabledReason: null, disabledAt: null, failingSince: null } : {};
  await tx.webhookEndpoint.update({
    where: key,
    data: { name, url, types, active, ...clean, updatedAt: ctx.now() },
  });
  await recordAudit(tx, ctx, { action: 'webhook.changed', target: name, data: { url } });
  return { endpointId: id, secret: null };
}

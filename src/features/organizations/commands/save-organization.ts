import { isFreeMail, mailDomain } from '@/domain/customer/free-mail';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { saveFieldValues } from '@/features/fields/commands/field-values';
import { readFieldPatch, type WrongFields } from '@/features/fields/commands/read-field-patch';
import type { OrganizationInput } from '@/features/organizations/inputs';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Refused =
  | Readonly<{ code: 'not_found' | 'forbidden' | 'name.taken' }>
  | Readonly<{
      code: 'organization.free_mail' | 'input.invalid';
      fields: Readonly<{ domains: readonly string[] }>;
    }>
  | WrongFields;

/**
 * Adds or changes an organization. New customers with a mail address at one of its domains join by themselves from then on;
 * those who are here already stay where they are. A domain where anybody can have a mailbox is refused, and one that another
 * organization has goes over to this one.
 */
export async function saveOrganization(
  ctx: StaffContext,
  { organizationId, domains: typed, own, ...fields }: OrganizationInput,
): Promise<Result<Readonly<{ organizationId: string }>, Refused>> {
  const domains = domainsIn(typed);
  if (!domains.ok) return domains;
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'customer.write')) return fail({ code: 'forbidden' });
    const { workspaceId } = ctx;
    const wrong = await wrongIn(tx, ctx, { name: fields.name, organizationId });
    if (wrong) return fail({ code: wrong });
    const read = await readFieldPatch(tx, ctx, {
      entity: 'organization',
      ownerId: organizationId,
      given: own,
    });
    if (!read.ok) return read;
    const id = organizationId ?? ctx.newId();
    await letGo(tx, ctx, { id, domains: domains.value });
    const data = { ...fields, domains: [...domains.value], updatedAt: ctx.now() };
    await tx.organization.upsert({
      where: { workspaceId_id: { workspaceId, id } },
      create: { ...data, workspaceId, id, createdAt: ctx.now() },
      update: data,
    });
    const { patch } = read.value;
    await saveFieldValues(tx, { workspaceId, entity: 'organization', ownerId: id, patch });
    const action = organizationId ? 'organization.changed' : 'organization.created';
    await recordAudit(tx, ctx, { action, target: fields.name });
    return ok({ organizationId: id });
  });
}

function domainsIn(typed: readonly string[]): Result<readonly string[], Refused> {
  const given = typed.filter(Boolean);
  const read = given.map((each) => ({ each, domain: mailDomain(each) }));
  const wrong = read.filter(({ domain }) => domain === null).map(({ each }) => each);
  if (wrong.length > 0) return fail({ code: 'input.invalid', fields: { domains: wrong } });
  const domains = [...new Set(read.flatMap(({ domain }) => domain ?? []))];
  const free = domains.filter(isFreeMail);
  return free.length > 0 ? fail({ code: 'organization.free_mail', fields: { domains: free } }) : ok(domains);
}

async function wrongIn(tx: Tx, ctx: StaffContext, named: Named): Promise<'not_found' | 'name.taken' | null> {
  if (named.organizationId && !(await exists(tx, ctx, named.organizationId))) return 'not_found';
  return (await isTaken(tx, ctx, named)) ? 'name.taken' : null;
}

async function exists(tx: Tx, { workspaceId }: StaffContext, id: string): Promise<boolean> {
  return (await tx.organization.count({ where: { workspaceId, id } })) > 0;
}

type Named = Readonly<{ name: string; organizationId: string | null }>;

async function isTaken(tx: Tx, { workspaceId }: StaffContext, { name, organizationId }: Named) {
  const found = await tx.organization.findFirst({
    where: {
      workspaceId,
      name: { equals: name, mode: 'insensitive' },
      ...(organizationId && { id: { not: organizationId } }),
    },
    select: { id: true },
  });
  return found !== null;
}

type Holding = Readonly<{ id: string; domains: readonly string[] }>;

async function letGo(tx: Tx, { workspaceId }: StaffContext, { id, domains }: Holding): Promise<void> {
  if (domains.length === 0) return;
  await tx.$executeRaw`
    update "Organization" set domains = array(select d from unnest(domains) d where d <> all(${[...domains]}::text[]))
    where "workspaceId" = ${workspaceId}::uuid and id <> ${id}::uuid and domains && ${[...domains]}::text[]`;
}

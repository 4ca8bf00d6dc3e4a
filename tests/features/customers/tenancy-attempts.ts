import { blockSender, unblockSender } from '@/features/blocks/commands/block-sender';
import { keepBlocked } from '@/features/blocks/commands/keep-blocked';
import { releaseBlocked, setBlockedAside } from '@/features/blocks/commands/settle-blocked';
import { blockCustomer } from '@/features/customers/commands/block-customer';
import { deleteCustomer } from '@/features/customers/commands/delete-customer';
import { mergeCustomers } from '@/features/customers/commands/merge-customers';
import { notSameCustomer } from '@/features/customers/commands/not-same-customer';
import { previewMerge } from '@/features/customers/commands/preview-merge';
import { recordConsent } from '@/features/customers/commands/record-consent';
import { unmergeCustomers } from '@/features/customers/commands/unmerge-customers';
import { setOwnFields } from '@/features/fields/commands/set-own-fields';
import { beginImport, deleteImport } from '@/features/imports/commands/begin-import';
import { cancelImport, resumeImport } from '@/features/imports/commands/cancel-import';
import { rereadImport } from '@/features/imports/commands/reread-import';
import { uploadImport } from '@/features/imports/commands/upload-import';
import { mappingInput } from '@/features/imports/inputs';
import { deleteOrganization } from '@/features/organizations/commands/delete-organization';
import { saveOrganization } from '@/features/organizations/commands/save-organization';
import { setMembership, setReadsShared } from '@/features/organizations/commands/set-member';
import { organizationInput } from '@/features/organizations/inputs';
import { changeCustomers } from '@/features/segments/commands/change-customers';
import { deleteSegment, saveSegment } from '@/features/segments/commands/save-segment';
import { segmentInput } from '@/features/segments/inputs';
import { deleteTier, saveTier } from '@/features/tiers/commands/save-tier';
import { tierInput } from '@/features/tiers/inputs';
import type { StaffContext } from '@/server/context';

type Other = Readonly<{
  customerId: string;
  organizationId: string;
  tierId: string;
  segmentId: string;
  mergeId: string;
  importId: string;
  blockedSenderId: string;
  blockedMessageId: string;
}>;
type Attempt = (ctx: StaffContext, other: Other) => Promise<unknown>;

/** What another workspace has of customers: an organization, a tier, a segment, and a merge. */
export async function customerRows(owner: StaffContext) {
  const organization = await saveOrganization(owner, organizationInput.parse({ name: 'Firma' }));
  const tier = await saveTier(owner, tierInput.parse({ names: { en: 'Gold' }, rank: 1 }));
  const segment = await saveSegment(owner, segmentInput.parse({ name: 'All' }));
  const [sourceId, targetId] = [await newCustomer(owner), await newCustomer(owner)];
  const merge = await mergeCustomers(owner, { sourceId, targetId });
  const file = await uploadImport(owner, { name: 'x', bytes: new TextEncoder().encode('name\nA\n') });
  if (!file.ok || !organization.ok || !tier.ok || !segment.ok || !merge.ok)
    throw new Error('no rows of customers');
  return {
    ...organization.value,
    ...tier.value,
    ...segment.value,
    ...file.value,
    ...(await blockedRows(owner)),
    mergeId: merge.value.mergeId,
  };
}

/** A blocked sender, and what one sent; `words` stand in all of it. */
export async function blockedRows(owner: StaffContext, words = '') {
  const blocked = await blockSender(owner, { kind: 'domain', value: 'bad.test', reason: words });
  if (!blocked.ok) throw new Error('nobody is blocked');
  const payload = { kind: 'call', callId: owner.newId() } as const;
  const held = { channel: 'phone', channelAccountId: null, key: 'k', thread: 't', payload } as const;
  const said = { sender: words, text: words, reason: words };
  await owner.db.$transaction((tx) => keepBlocked(tx, owner, { ...held, ...said }));
  const { workspaceId } = owner;
  const { id } = await owner.db.blockedMessage.findFirstOrThrow({ where: { workspaceId } });
  return { ...blocked.value, blockedMessageId: id };
}

async function newCustomer({ db, workspaceId, newId }: StaffContext): Promise<string> {
  const id = newId();
  await db.customer.create({ data: { workspaceId, id, displayName: 'Somebody' } });
  return id;
}

const change = (ctx: StaffContext, customerId: string) =>
  changeCustomers(ctx, { customerIds: [customerId], change: { kind: 'block', reason: '' } });

/** Each action on customers, organizations, tiers and segments with the names of another workspace. */
export const CUSTOMER_ATTEMPTS: Readonly<Record<string, readonly Attempt[]>> = {
  previewMerge: [
    async (ctx, { customerId }) =>
      previewMerge(ctx, { sourceId: customerId, targetId: await newCustomer(ctx) }),
  ],
  mergeCustomers: [
    async (ctx, { customerId }) =>
      mergeCustomers(ctx, { sourceId: customerId, targetId: await newCustomer(ctx) }),
    async (ctx, { customerId }) =>
      mergeCustomers(ctx, { sourceId: await newCustomer(ctx), targetId: customerId }),
  ],
  unmergeCustomers: [(ctx, { mergeId }) => unmergeCustomers(ctx, { mergeId })],
  notSameCustomer: [
    async (ctx, { customerId }) => notSameCustomer(ctx, { customerId, otherId: await newCustomer(ctx) }),
  ],
  recordConsent: [
    (ctx, { customerId }) =>
      recordConsent(ctx, { customerId, kind: 'marketing', given: true, source: 'x', note: '' }),
  ],
  blockCustomer: [(ctx, { customerId }) => blockCustomer(ctx, { customerId, blocked: true, reason: '' })],
  deleteCustomer: [(ctx, { customerId }) => deleteCustomer(ctx, { customerId, anonymise: true })],
  beginImport: [
    (ctx, { importId }) =>
      beginImport(ctx, mappingInput.parse({ importId, columns: { name: 0 }, country: 'HU', run: true })),
  ],
  cancelImport: [(ctx, { importId }) => cancelImport(ctx, { importId })],
  resumeImport: [(ctx, { importId }) => resumeImport(ctx, { importId })],
  rereadImport: [(ctx, { importId }) => rereadImport(ctx, { importId, encoding: 'utf-8', delimiter: ',' })],
  deleteImport: [(ctx, { importId }) => deleteImport(ctx, { importId })],
  unblockSender: [(ctx, { blockedSenderId }) => unblockSender(ctx, { blockedSenderId })],
  releaseBlocked: [(ctx, { blockedMessageId: id }) => releaseBlocked(ctx, { source: 'message', id })],
  setBlockedAside: [(ctx, { blockedMessageId: id }) => setBlockedAside(ctx, { source: 'message', id })],
  saveOrganization: [
    (ctx, { organizationId }) =>
      saveOrganization(ctx, organizationInput.parse({ organizationId, name: 'Mine' })),
  ],
  setOwnFields: [
    (ctx, { customerId: ownerId }) => setOwnFields(ctx, { entity: 'customer', ownerId, fields: {} }),
    (ctx, { organizationId: ownerId }) => setOwnFields(ctx, { entity: 'organization', ownerId, fields: {} }),
  ],
  deleteOrganization: [(ctx, { organizationId }) => deleteOrganization(ctx, { organizationId })],
  setMembership: [
    (ctx, { customerId }) => setMembership(ctx, { customerId, organizationId: null }),
    async (ctx, { organizationId }) =>
      setMembership(ctx, { customerId: await newCustomer(ctx), organizationId }),
  ],
  setReadsShared: [(ctx, { customerId }) => setReadsShared(ctx, { customerId, readsShared: false })],
  saveTier: [(ctx, { tierId }) => saveTier(ctx, tierInput.parse({ tierId, names: { en: 'Mine' }, rank: 1 }))],
  deleteTier: [(ctx, { tierId }) => deleteTier(ctx, { tierId })],
  saveSegment: [(ctx, { segmentId }) => saveSegment(ctx, segmentInput.parse({ segmentId, name: 'Mine' }))],
  deleteSegment: [(ctx, { segmentId }) => deleteSegment(ctx, { segmentId })],
  changeCustomers: [
    async (ctx, { customerId }) => {
      await change(ctx, customerId);
      const blocked = await ctx.db.customer.count({ where: { id: customerId, blockedAt: { not: null } } });
      return { ok: blocked > 0, error: { code: 'not_found' } };
    },
  ],
};

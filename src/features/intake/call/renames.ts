import type { ChannelMessage, ConversationData, Correspondent } from '@/domain/channel/conversation';
import type { IdentityKind } from '@/domain/customer/identity';
import { mergeSure } from '@/features/customers/commands/merge-sure';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import type { EventAccount } from './account-of-event';

type Renamed = Readonly<{
  account: EventAccount;
  identity: IdentityKind;
  from: string;
  to: Correspondent;
  data: ConversationData;
  at: Date;
}>;

/**
 * The vendor gave the same person another id: what we know of the old one holds for the new one, and what they wrote under
 * the old one and comes later is theirs. When the new one is somebody's here already, the two are one person by the word of
 * the vendor: merged, unless somebody said that they are two. Heard again, it changes nothing: an old number may be another
 * person's by then.
 */
export async function renameIdentity(ctx: SystemContext, renamed: Renamed): Promise<void> {
  const { workspaceId } = ctx;
  const { identity: kind, from, at } = renamed;
  await transaction(ctx, async (tx) => {
    const row = { workspaceId, kind, before: from, after: renamed.to.value, handle: renamed.to.handle, at };
    const { count } = await tx.identityRename.createMany({ data: [row], skipDuplicates: true });
    const to = await nowKnownAs(tx, ctx, { kind, correspondent: renamed.to, at });
    await moveThread(tx, ctx, { ...renamed, to });
    if (count === 0) return;
    const known = await tx.customerIdentity.findMany({
      where: { workspaceId, kind, value: { in: [from, to.value] } },
      select: { value: true, customer: { select: { id: true, displayName: true, locale: true } } },
    });
    const taken = known.some(({ value }) => value === to.value);
    if (!taken) {
      await tx.customerIdentity.updateMany({
        where: { workspaceId, kind, value: from },
        data: { value: to.value, ...(to.handle && { label: to.handle }) },
      });
    }
    const holders = [...new Map(known.map(({ customer }) => [customer.id, customer])).values()];
    if (holders.length > 1) await mergeSure(tx, ctx, { holders, reason: 'vouched' });
  });
}

/** Answers go to the new id; a thread that is there already is the one to write in. */
async function moveThread(
  tx: Tx,
  { workspaceId }: SystemContext,
  { account, from, to, data, at }: Omit<Renamed, 'identity'>,
): Promise<void> {
  const thread = { workspaceId, channelAccountId: account.id };
  const there = await tx.channelConversation.count({ where: { ...thread, key: to.value } });
  if (there > 0) return;
  await tx.channelConversation.updateMany({
    where: { ...thread, key: from, OR: [{ lastInboundAt: null }, { lastInboundAt: { lte: at } }] },
    data: { key: to.value, data, ...(to.handle && { handle: to.handle }) },
  });
}

type Asked = Readonly<{ kind: IdentityKind; correspondent: Correspondent; at: Date }>;
const MOST_RENAMES = 10;

/** Whoever was known by this at an instant, as they are known now. */
async function nowKnownAs(
  tx: Pick<Tx, 'identityRename'>,
  { workspaceId }: SystemContext,
  { kind, correspondent, at }: Asked,
): Promise<Correspondent> {
  let person = correspondent;
  let since = at;
  for (let step = 0; step < MOST_RENAMES; step++) {
    const next = await tx.identityRename.findFirst({
      where: { workspaceId, kind, before: person.value, at: { gte: since } },
      orderBy: { at: 'asc' },
      select: { after: true, handle: true, at: true },
    });
    if (!next || next.after === correspondent.value) return person;
    person = { ...person, value: next.after, handle: next.handle || person.handle };
    since = next.at;
  }
  return person;
}

/** A message that was written before its writer was given another id, and comes after: in the thread of who they are now. */
export async function asNowKnown(
  tx: Pick<Tx, 'identityRename'>,
  ctx: SystemContext,
  message: ChannelMessage,
): Promise<ChannelMessage> {
  const { author, conversation, sentAt } = message;
  const now = await nowKnownAs(tx, ctx, { kind: author.kind, correspondent: author, at: sentAt });
  if (now.value === author.value) return message;
  const isTheirs = conversation.key === author.value;
  return {
    ...message,
    // Addresses that belonged to the old id may be somebody else's by now.
    author: { ...now, also: [] },
    conversation: isTheirs ? { ...conversation, key: now.value, data: {} } : conversation,
  };
}

import type { DeliveryReport } from '@/domain/channel/message';
import { outcomesOf } from '@/domain/delivery/delivery';
import { recordDelivery } from '@/features/delivery/commands/record-delivery';
import { recordSystemMailBounce } from '@/features/delivery/commands/record-system-mail-bounce';
import { inboundMessage } from '@/features/intake/inbound-message';
import type { Placed, Placing } from '@/features/intake/placing';
import { keepUnplacedMessage } from '@/features/tickets/commands/keep-unplaced-message';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** A delivery report becomes the delivery state of the mail that it is about; it opens nothing and reopens nothing. */
export async function placeReport(tx: Tx, ctx: SystemContext, placing: Placing): Promise<Placed> {
  const { facts, mail } = placing;
  const { reported } = facts;
  if (!reported) throw new Error('a report about nothing was to be placed');
  const outcomes = outcomesOf(mail.reports, reported.rcptTo.length === 1 ? (reported.rcptTo[0] ?? '') : '');
  await markDeadAddresses(tx, ctx, { reports: mail.reports, reported });
  const report = reportMessage(ctx, placing, 'bounce_token');
  if (reported.messageId) {
    const { messageId } = reported;
    return { ticketId: await recordDelivery(tx, ctx, { messageId, outcomes, report }) };
  }
  await recordSystemMailBounce(tx, ctx, { mailId: reported.mailId, outcomes });
  await keepUnplacedMessage(tx, ctx, report);
  return { ticketId: null };
}

/** What belongs on no ticket is still kept as a message, where it can be found and looked at. */
export async function keepBesideTickets(tx: Tx, ctx: SystemContext, placing: Placing): Promise<Placed> {
  await keepUnplacedMessage(tx, ctx, reportMessage(ctx, placing, null));
  return { ticketId: null };
}

/**
 * A mail that names nobody waits for an admin, but what it says can be read meanwhile. When it is processed again and still
 * names nobody, there is nothing to add.
 */
export async function keepWithoutSender(tx: Tx, ctx: SystemContext, placing: Placing): Promise<Placed> {
  const { workspaceId } = ctx;
  const kept = await tx.message.findFirst({
    where: { workspaceId, rawInboundId: placing.raw.id },
    select: { id: true },
  });
  const { automated } = placing.mail;
  if (!kept) await keepUnplacedMessage(tx, ctx, { ...reportMessage(ctx, placing, null), automated });
  return { ticketId: null };
}

/** No customer is made of a mail system. */
function reportMessage(ctx: SystemContext, placing: Placing, threadedBy: 'bounce_token' | null) {
  const { sender, automated } = placing.mail;
  const author = { kind: 'system', name: sender?.name ?? '', address: sender?.address ?? '' } as const;
  return {
    ...inboundMessage(ctx, placing, { author, threadedBy }),
    automated: automated ?? ('own' as const),
  };
}

type Reported = NonNullable<Placing['facts']['reported']>;
type Told = Readonly<{ reports: readonly DeliveryReport[]; reported: Reported }>;

/**
 * Nobody is at these addresses any more: the desk shows it, and no acknowledgement goes there. Believed only of addresses
 * that the mail went to: whoever got a mail of ours can write a report about it, and name in it whom they like.
 */
async function markDeadAddresses(tx: Tx, ctx: SystemContext, { reports, reported }: Told): Promise<void> {
  const { workspaceId } = ctx;
  const dead = reports
    .filter(({ hard, action }) => hard && action === 'failed')
    .flatMap(({ recipient, originalRecipient }) => [recipient, originalRecipient ?? ''])
    .map((address) => address.toLowerCase());
  if (dead.length === 0) return;
  const written = await recipientsOf(tx, ctx, reported);
  const value = { in: dead.filter((address) => written.has(address)) };
  await tx.customerIdentity.updateMany({
    where: { workspaceId, kind: 'email', value, bouncedAt: null },
    data: { bouncedAt: ctx.now() },
  });
}

async function recipientsOf(
  tx: Tx,
  { workspaceId }: SystemContext,
  { messageId, rcptTo }: Reported,
): Promise<ReadonlySet<string>> {
  // A later try goes only to those whom the first one missed: the message names all of them.
  const rows = messageId
    ? await tx.messageAddress.findMany({
        where: { workspaceId, messageId, kind: { in: ['to', 'cc', 'bcc'] } },
        select: { address: true },
      })
    : [];
  return new Set([...rcptTo, ...rows.map(({ address }) => address)].map((address) => address.toLowerCase()));
}

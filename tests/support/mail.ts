import { receiveMail } from '@/features/intake/commands/receive-mail';
import { takeInBatch } from '@/features/intake/take-in-batch';
import type { newWorld } from './world';

type World = Awaited<ReturnType<typeof newWorld>>;

type Written = Readonly<{
  from?: string;
  to?: string;
  subject?: string;
  text?: string;
  messageId?: string | null;
  inReplyTo?: string;
  references?: string;
  /** Further header lines. */
  head?: readonly string[];
  body?: string;
}>;

let count = 0;

/** The source of a mail; everything that is not given is of a plain customer's first mail. */
export function mailSource(world: World, mail: Written = {}): string {
  count++;
  const {
    from = 'Anna Ozola <anna@customer.test>',
    to = world.mailbox.address,
    subject = 'Broken kettle',
  } = mail;
  const id = mail.messageId === undefined ? `<mail${count}.${world.slug}@customer.test>` : mail.messageId;
  const lines = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: Mon, 02 Mar 2026 09:00:0${count % 10} +0000`,
    ...(id ? [`Message-ID: ${id}`] : []),
    ...(mail.inReplyTo ? [`In-Reply-To: ${mail.inReplyTo}`] : []),
    ...(mail.references ? [`References: ${mail.references}`] : []),
    ...(mail.head ?? []),
  ];
  if (mail.body !== undefined) return [...lines, mail.body].join('\r\n');
  const text = mail.text ?? 'My kettle is broken and I would like to know what to do with it.';
  const type = [
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  return [...lines, ...type, '', text, ''].join('\r\n');
}

type Carried = Readonly<{ envelopeFrom?: string | null; envelopeTo?: readonly string[]; key?: string }>;

/** Stores a mail as the SMTP listener does, without understanding it yet. */
export async function arrive(world: World, source: string | Buffer, carried: Carried = {}) {
  const { envelopeFrom = 'anna@customer.test', envelopeTo = [world.mailbox.address] } = carried;
  return receiveMail(world.system(), {
    channelAccount: { workspaceId: world.workspaceId, id: world.mailbox.id },
    bytes: typeof source === 'string' ? Buffer.from(source) : source,
    source: 'smtp',
    envelopeFrom,
    envelopeTo,
    ...(carried.key && { key: carried.key }),
  });
}

/** Stores a mail and takes it in, as listener and worker do; gives what became of it. */
export async function takeInMail(world: World, source: string | Buffer, carried: Carried = {}) {
  const { rawInboundId } = await arrive(world, source, carried);
  const { workspaceId } = world;
  const [outcome] = await takeInBatch(world.system(), [{ workspaceId, rawInboundId }]);
  if (outcome && !outcome.ok) throw outcome.error;
  // What is answered by itself stands a millisecond below: nothing else comes within that.
  world.pass(0.002);
  return world.db.rawInbound.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: rawInboundId } },
    select: { id: true, state: true, verdict: true, reason: true, ticketId: true },
  });
}

/** A ticket with its messages in order, as a test looks at them. */
export function ticketOf(world: World, id: string | null) {
  return world.db.ticket.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: world.workspaceId, id: id ?? '' } },
    include: {
      messages: {
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        include: { attachments: true, addresses: true },
      },
      requester: { include: { identities: true } },
      events: { orderBy: { position: 'asc' } },
    },
  });
}

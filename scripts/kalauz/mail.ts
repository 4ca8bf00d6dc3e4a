import { createTransport } from 'nodemailer';
import { takeInJob } from '@/features/intake/jobs';
import { database } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { env } from '@/server/env';
import { enqueue } from '@/server/jobs/enqueue';
import { type Command, Refusal } from './command';
import { ingestMails } from './ingest';
import { showOutcomes } from './outcomes';
import { world } from './world';

const ingest: Command = {
  name: 'mail ingest',
  usage: '<file|folder|-> [--to <mailbox>] [--from <address>] [--no-wait]',
  about: 'Takes in raw mails (RFC 5322) as if they had arrived, and says what became of them.',
  options: ['to', 'from'],
  flags: ['no-wait'],
  run: async (given) => {
    const [path] = given.words;
    if (!path) throw new Refusal('Which mail? Give a file, a folder, or - for standard input.');
    const arrived = await ingestMails(path, { to: given.option('to'), from: given.option('from') });
    const isNew = arrived.filter((each) => each.isNew);
    console.log(`${isNew.length} stored, ${arrived.length - isNew.length} already there.`);
    return isNew.length > 0 && !given.has('no-wait') ? showOutcomes(isNew) : 0;
  },
};

const replay: Command = {
  name: 'mail replay',
  usage: '<id>',
  about: 'Takes in once more a stored mail that waits for an admin, from its original bytes.',
  run: async ({ words: [id] }) => {
    const raw = await database().rawInbound.findFirst({
      where: { id: isUuid(id) ? id : '00000000-0000-0000-0000-000000000000' },
      select: { id: true, workspaceId: true, state: true, ticketId: true, emptiedAt: true },
    });
    if (!raw) throw new Refusal('There is no stored mail with this id. Admin → Held mail shows them.');
    if (raw.state === 'processed') throw new Refusal('This mail is on a ticket already.');
    if (raw.emptiedAt) throw new Refusal('The source of this mail is no longer kept.');
    const { workspaceId } = raw;
    await transaction(world(), async (tx) => {
      await tx.rawInbound.updateMany({
        where: { workspaceId, id: raw.id, emptiedAt: null, state: { in: ['held', 'discarded', 'received'] } },
        data: { state: 'received', attempts: 0, verdict: null, reason: null, processedAt: null },
      });
      await enqueue(tx, takeInJob, { workspaceId, rawInboundId: raw.id });
    });
    return showOutcomes([{ workspaceId, rawInboundId: raw.id, name: raw.id }]);
  },
};

const send: Command = {
  name: 'mail send',
  usage: '<subject> [--text <text>] [--from <address>] [--to <mailbox>]',
  about: 'Writes to a mailbox as a customer would, by SMTP. To try things out.',
  options: ['text', 'from', 'to'],
  run: async (given) => {
    const subject = given.words.join(' ');
    if (!subject) throw new Refusal('What about? Give a subject.');
    const { SMTP_HOST, SMTP_PORT } = env();
    if (SMTP_PORT === 0) throw new Refusal('SMTP_PORT is 0: this installation receives no mail by SMTP.');
    const host = ['0.0.0.0', '::'].includes(SMTP_HOST) ? '127.0.0.1' : SMTP_HOST;
    const to = given.option('to') ?? (await firstMailbox());
    const letter = {
      from: given.option('from') ?? 'Anna Ozola <anna.ozola@customer.example>',
      to,
      subject,
      text: given.option('text') ?? `${subject}\n\nKind regards\nAnna`,
    };
    try {
      await createTransport({ host, port: SMTP_PORT, ignoreTLS: true }).sendMail(letter);
    } catch (error) {
      throw new Refusal(
        `${host}:${SMTP_PORT} did not take it: ${error instanceof Error ? error.message : error}. Is Kalauz running?`,
      );
    }
    console.log(`Sent to ${to}.`);
    return 0;
  },
};

async function firstMailbox(): Promise<string> {
  const found = await database().channelAccount.findFirst({
    where: { address: { not: null }, enabled: true },
    orderBy: { createdAt: 'asc' },
    select: { address: true },
  });
  if (!found?.address) throw new Refusal('There is no mailbox yet. Make one at Admin → Channels.');
  return found.address;
}

const isUuid = (text: string | undefined): text is string =>
  text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

export const mailCommands: readonly Command[] = [ingest, replay, send];

import { expect, test } from 'vitest';
import { deleteCustomer } from '@/features/customers/commands/delete-customer';
import { erasePortion, eraseWords } from '@/features/customers/commands/erase-words';
import { erasureOf } from '@/features/customers/queries';
import { loadTickets } from '@/features/metrics/load-tickets';
import { searchTickets } from '@/features/search/queries';
import { addNoteToTicket } from '@/features/tickets/commands/add-note';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { noteInput } from '@/features/tickets/inputs';
import { getTicketPage } from '@/features/tickets/queries';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { storage } from '@/server/storage/storage';
import { fileKey } from '@/server/storage/storage-key';
import { storeFile } from '@/server/storage/store-file';
import { mailSource, takeInMail } from '../../../support/mail';
import { newWorld } from '../../../support/world';
import { apiWorld } from '../../api/calls';
import { newField } from '../../fields/support';
import { answer } from '../../tickets/support';

type World = Awaited<ReturnType<typeof newWorld>>;

const SECRET = 'zebrafish';

/** Tables of the workspace in which a word stands, bytes too. */
async function tablesWith({ db, workspaceId }: World, word: string): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'workspaceId' order by 1`;
  const hex = Buffer.from(word).toString('hex');
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await db.$queryRawUnsafe<{ count: number }[]>(
      `select count(*)::int as count from "${name}" x where x."workspaceId" = $1::uuid
        and (x::text ilike '%' || $2 || '%' or x::text ilike '%' || $3 || '%')`,
      workspaceId,
      word,
      hex,
    );
    if (row && row.count > 0) found.push(name);
  }
  return found;
}

async function stored(
  { db, workspaceId, newId }: StaffContext,
  ...[words, messageId]: [string, string | null]
) {
  const { sha256, size } = await storeFile(workspaceId, new TextEncoder().encode(words));
  const id = newId();
  await db.attachment.create({
    data: { workspaceId, id, messageId, name: `${words}.txt`, type: 'text/plain', size, sha256 },
  });
  return { id, sha256 };
}

/** A ticket of Anna's by mail, with an answer, a note, files, a call, and what programs were told; Bea wrote on it, and Anna on Bea's. */
async function written() {
  const world = await newWorld();
  const { db, workspaceId } = world;
  const lead = await world.member({ role: 'manager' });
  const fieldId = await newField(await world.member({ role: 'owner' }), { key: 'animal' });
  const words = { subject: `My ${SECRET}`, text: `The ${SECRET} is broken.` };
  const { ticketId: found, id: rawInboundId } = await takeInMail(world, mailSource(world, words));
  const ticketId = found ?? '';
  const { requesterId: customerId } = await db.ticket.findFirstOrThrow({
    where: { workspaceId, id: ticketId },
  });
  world.pass(60);
  await answer(lead, { ticketId, html: `<p>Dear Anna, the ${SECRET}!</p>` });
  await addNoteToTicket(lead, noteInput.parse({ ticketId, html: `<p>A ${SECRET}, again.</p>` }));
  await changeTicket(lead, { ticketId, subject: `Another ${SECRET}`, fields: { [fieldId]: SECRET } });
  const first = await db.message.findFirstOrThrow({ where: { workspaceId, ticketId, direction: 'inbound' } });
  const files = [await stored(lead, `only ${SECRET}`, first.id), await stored(lead, 'shared', first.id)];

  const bea = await world.ticket(lead, { requester: { email: 'bea@customer.test', name: 'Bea' } });
  const { requesterId: beaId } = await db.ticket.findFirstOrThrow({
    where: { workspaceId, id: bea.ticketId },
  });
  await stored(lead, 'shared', bea.messageId);
  const said = { workspaceId, direction: 'inbound', channel: 'email', authorKind: 'customer' } as const;
  const at = world.now();
  await db.message.createMany({
    data: [
      {
        ...{ ...said, id: lead.newId(), ticketId, authorCustomerId: beaId, authorName: 'Bea', createdAt: at },
        ...{ visibleText: 'A walrus.', text: `A walrus.\n> ${SECRET}`, html: `<p>A walrus. ${SECRET}</p>` },
      },
      {
        ...{ ...said, id: lead.newId(), ticketId: bea.ticketId, authorCustomerId: customerId, createdAt: at },
        ...{ authorName: 'Anna Ozola', visibleText: `My ${SECRET} too.`, text: `My ${SECRET} too.` },
      },
    ],
  });
  await around(world, lead, { ticketId, customerId });
  const ids = [ticketId, bea.ticketId];
  await db.$queryRaw`select index_tickets(${workspaceId}::uuid, ${ids}::uuid[])`;
  await db.ticket.updateMany({ where: { workspaceId }, data: { status: 'solved', active: false } });
  return { world, lead, ticketId, bea, customerId, files, rawInboundId };
}

type Around = Readonly<{ ticketId: string; customerId: string }>;

async function around({ db, workspaceId, now }: World, lead: StaffContext, { ticketId, customerId }: Around) {
  const at = now();
  const recording = await stored(lead, `a recording of ${SECRET}`, null);
  await db.callLog.create({
    data: {
      ...{ workspaceId, id: lead.newId(), provider: 'hand', direction: 'inbound', customerId, ticketId },
      ...{ note: SECRET, transcript: SECRET, raw: { said: SECRET }, recordingId: recording.id },
      ...{ talkSeconds: 61, startedAt: at, createdAt: at, updatedAt: at },
    },
  });
  const form = { workspaceId, channelAccountId: lead.newId() };
  await db.channelAccount.create({
    data: { workspaceId, id: form.channelAccountId, channel: 'web', name: 'Form' },
  });
  await db.requestForm.create({
    data: { ...form, publicKey: lead.newId(), items: [], texts: {}, createdAt: at, updatedAt: at },
  });
  await db.formSubmission.create({
    data: {
      ...{ ...form, id: lead.newId(), key: 'k', body: { message: SECRET }, email: 'anna@customer.test' },
      ...{ subject: SECRET, state: 'held', receivedAt: at },
    },
  });
  const { position } = await db.ticketEvent.findFirstOrThrow({
    where: { workspaceId, ticketId, type: 'message.added' },
  });
  const endpointId = lead.newId();
  await db.webhookEndpoint.create({
    data: {
      ...{ workspaceId, id: endpointId, name: 'Hook', url: 'https://hook.test', sealedSecret: 'x' },
      ...{ types: ['message.created'], createdAt: at, updatedAt: at },
    },
  });
  await db.webhookDelivery.create({
    data: {
      ...{ workspaceId, id: lead.newId(), endpointId, type: 'message.created', body: SECRET, runAt: at },
      ...{ uniqueKey: `event:${position}:message.created`, createdAt: at },
    },
  });
}

test('what a deleted customer and we wrote is gone from every table, from storage and from search; numbers stay', async () => {
  const { world, lead, ticketId, bea, customerId, files } = await written();
  const { db, workspaceId } = world;
  const has = async (q: string) => (await searchTickets(lead, { q, limit: 10, after: null })).hits.length;
  expect([await has(SECRET), await has('walrus')]).toEqual([2, 1]);
  const told = () =>
    transaction(lead, (tx) => loadTickets(tx, { workspaceId, ids: [ticketId, bea.ticketId], fcrDays: 7 }));
  const before = await told();
  const ways = { customerId, anonymise: true, eraseWords: true };
  expect((await deleteCustomer(lead, ways)).ok).toBe(true);
  await eraseWords(world.system('schedule'), customerId);

  expect(await tablesWith(world, SECRET)).toEqual([]);
  expect(await tablesWith(world, 'anna@customer.test')).toEqual([]);
  expect(await tablesWith(world, 'Ozola')).toEqual([]);
  expect([await has(SECRET), await has('walrus')]).toEqual([0, 1]);
  const [own, shared] = files.map(({ sha256 }) => storage().exists(fileKey(workspaceId, sha256)));
  expect([await own, await shared]).toEqual([false, true]);
  expect(await told()).toEqual(before);

  const page = await getTicketPage(
    lead,
    Number((await db.ticket.findFirstOrThrow({ where: { id: ticketId } })).number),
  );
  if (!page || !('messages' in page)) throw new Error('no page');
  expect(page.ticket.subject).toBe('This text was erased.');
  const shown = page.messages.map(({ visibleText, erasedAt, files: left }) => [
    visibleText,
    erasedAt !== null,
    left,
  ]);
  expect(shown.filter(([, erased]) => !erased)).toEqual([['A walrus.', false, []]]);
  expect(shown.filter(([, erased]) => erased).length).toBeGreaterThanOrEqual(3);
  const call = await db.callLog.findFirstOrThrow({ where: { workspaceId, customerId } });
  expect(call).toMatchObject({ note: '', transcript: '', raw: null, talkSeconds: 61, recordingState: null });

  const log = await db.auditEntry.findMany({ where: { workspaceId, target: customerId } });
  expect(log.map(({ action }) => action).sort()).toEqual(['customer.anonymised', 'customer.words_erased']);
  const erased = { done: 2, tickets: 2, files: 3, finishedAt: world.now() };
  expect(await erasureOf(lead, customerId)).toMatchObject(erased);
  // Twice is once.
  expect(await deleteCustomer(lead, ways)).toMatchObject({ error: { code: 'not_found' } });
});

test('without that choice words stay, and can be erased later', async () => {
  const { world, lead, customerId } = await written();
  expect((await deleteCustomer(lead, { customerId, anonymise: true })).ok).toBe(true);
  await eraseWords(world.system('schedule'), customerId);
  expect(await tablesWith(world, SECRET)).toContain('Message');
  const agent = await world.member();
  const later = { customerId, anonymise: true, eraseWords: true };
  expect(await deleteCustomer(agent, later)).toMatchObject({ error: { code: 'not_found' } });
  expect((await deleteCustomer(lead, later)).ok).toBe(true);
  await eraseWords(world.system('schedule'), customerId);
  const left = await tablesWith(world, SECRET);
  // A form that was held names nobody but by its address, which was not known any more.
  expect(left).toEqual(['FormSubmission']);
});

test('many tickets are done a portion at a time; what was broken off goes on where it stood, and the API says when it is done', async () => {
  const { world, admin, call } = await apiWorld();
  const { db, workspaceId } = world;
  for (let at = 0; at < 12; at++)
    await world.ticket(admin, { subject: SECRET, html: `<p>${SECRET} ${at}</p>` });
  const { requesterId: customerId } = await db.ticket.findFirstOrThrow({ where: { workspaceId } });
  await db.ticket.updateMany({ where: { workspaceId }, data: { status: 'solved', active: false } });
  const gone = await call(`/customers/${customerId}?anonymise=true&eraseWords=true`, { method: 'DELETE' });
  expect(gone.status).toBe(204);
  const system = world.system('schedule');
  expect(await erasePortion(system, customerId)).toBe(true);
  expect(await erasureOf(admin, customerId)).toMatchObject({ done: 10, tickets: 12 });
  expect((await call(`/customers/${customerId}`)).json.wordsErasedAt).toBeNull();
  const broken = {
    ...system,
    now: () => {
      throw new Error('killed');
    },
  };
  await expect(erasePortion(broken, customerId)).rejects.toThrow('killed');
  expect(await db.message.count({ where: { workspaceId, erasedAt: null } })).toBe(2);
  await eraseWords(system, customerId);
  expect(await tablesWith(world, SECRET)).toEqual([]);
  expect((await call(`/customers/${customerId}`)).json.wordsErasedAt).toBe(world.now().toISOString());
});

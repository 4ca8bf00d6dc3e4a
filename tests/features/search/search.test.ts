import { expect, test } from 'vitest';
import { indexTicket, reindexTicketsOf } from '@/features/search/jobs';
import { searchCustomers, searchTickets } from '@/features/search/queries';
import { addNoteToTicket } from '@/features/tickets/commands/add-note';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';

type World = Awaited<ReturnType<typeof newWorld>>;

const LETTERS = [
  ['hu', 'Fűtési hibák', 'Hideg marad a radiátor, pedig légtelenítettem a rendszert. A kazán nyomása jó.'],
  ['hu', 'Hol a számlám?', 'Nem találom a múlt havi számlát a fiókomban, kérem küldjék el PDF formátumban.'],
  ['hu', 'Elfelejtett jelszó', 'Nem tudok belépni, elfelejtettem a jelszavamat. Szeretnék újat beállítani.'],
  ['lv', 'Apkures kļūda', 'Radiators ir auksts, lai gan sistēmu atgaisoju. Katla spiediens ir labs.'],
  ['lv', 'Kur ir rēķins?', 'Nevaru atrast pagājušā mēneša rēķinus savā kontā, lūdzu atsūtiet.'],
  ['lv', 'Sūtījuma piegāde', 'Cik ilgas ir piegādes? Sūtījumu gaidu jau divas nedēļas.'],
  [
    'en',
    'Heating problems',
    'The radiator stays cold although I bled the system. The boiler pressure is fine.',
  ],
  ['en', 'Missing invoices', 'I cannot find the invoices of last month on the billing page of my account.'],
  ['en', 'Refund for my order', 'I cancelled the order ORD-2024-0173 and was promised to be refunded.'],
] as const;

async function desk() {
  const world = await newWorld();
  const agent = await world.member();
  for (const [language, subject, html] of LETTERS) {
    world.pass(60);
    await written(world, agent, { subject, html, language });
  }
  return { world, agent };
}

async function written(world: World, agent: StaffContext, ticket: Record<string, unknown>) {
  const { ticketId, number } = await world.ticket(agent, ticket);
  await indexTicket(world.db, { workspaceId: world.workspaceId, ticketId });
  return { ticketId, number };
}

const subjects = async (ctx: StaffContext, q: string) =>
  (await searchTickets(ctx, { q, limit: 20 })).hits.map((hit) => hit.subject);

const FOUND: readonly (readonly [string, string])[] = [
  // as written
  ['fűtési hibák', 'Fűtési hibák'],
  ['rēķins', 'Kur ir rēķins?'],
  ['heating problems', 'Heating problems'],
  // inflected otherwise
  ['fűtésem', 'Fűtési hibák'],
  ['számlámat', 'Hol a számlám?'],
  ['radiátorok', 'Fűtési hibák'],
  ['rēķinu', 'Kur ir rēķins?'],
  ['piegādi', 'Sūtījuma piegāde'],
  ['piegāžu', 'Sūtījuma piegāde'],
  ['sūtījumiem', 'Sūtījuma piegāde'],
  ['invoice', 'Missing invoices'],
  ['cancelling', 'Refund for my order'],
  // without accents
  ['futesi hibak', 'Fűtési hibák'],
  ['szamla', 'Hol a számlám?'],
  ['szamlarol', 'Hol a számlám?'],
  ['elfelejtett jelszo', 'Elfelejtett jelszó'],
  ['rekins', 'Kur ir rēķins?'],
  ['rekinu', 'Kur ir rēķins?'],
  ['apkures kluda', 'Apkures kļūda'],
  ['piegade', 'Sūtījuma piegāde'],
  // the beginning of the last word
  ['kazán nyom', 'Fűtési hibák'],
  ['katla spied', 'Apkures kļūda'],
  ['boiler pres', 'Heating problems'],
  // misspelt
  ['fütési hibka', 'Fűtési hibák'],
  ['szmála', 'Hol a számlám?'],
  ['jelsó', 'Elfelejtett jelszó'],
  ['reķnis', 'Kur ir rēķins?'],
  ['piegdāe', 'Sūtījuma piegāde'],
  ['invioce', 'Missing invoices'],
  ['refnud', 'Refund for my order'],
  ['raditor cold', 'Heating problems'],
  // other ways of asking
  ['hol van a számla', 'Hol a számlám?'],
  ['"boiler pressure"', 'Heating problems'],
  ['ORD-2024-0173', 'Refund for my order'],
  ['ord-2024', 'Refund for my order'],
];

test('words are found in three languages: inflected, without accents, begun and misspelt', async () => {
  const { agent } = await desk();
  const missed: string[] = [];
  for (const [q, subject] of FOUND) {
    const found = await subjects(agent, q);
    if (!found.includes(subject)) missed.push(`${q} → ${found.join(' | ') || 'nothing'}`);
  }
  expect(missed).toEqual([]);
});

test('all words must be there, a phrase in its order, and what is excluded must not', async () => {
  const { agent } = await desk();
  expect(await subjects(agent, 'radiator cold')).toEqual(['Heating problems']);
  expect(await subjects(agent, 'radiator invoices')).toEqual([]);
  expect(await subjects(agent, '"pressure boiler"')).toEqual([]);
  expect(await subjects(agent, 'refund or heating')).toEqual(['Refund for my order', 'Heating problems']);
  expect(await subjects(agent, 'radiator -boiler')).not.toContain('Heating problems');
  expect(await subjects(agent, 'radiator -boiler')).toContain('Apkures kļūda');
});

test('the newest activity comes first, and pages go on where the last one ended', async () => {
  const world = await newWorld();
  const agent = await world.member();
  const numbers: number[] = [];
  for (let index = 0; index < 7; index++) {
    world.pass(60);
    numbers.unshift((await written(world, agent, { subject: `Kettle ${index}` })).number);
  }
  const read: number[] = [];
  let after: Parameters<typeof searchTickets>[1]['after'] = null;
  do {
    const page = await searchTickets(agent, { q: 'kettle', limit: 3, after });
    read.push(...page.hits.map((hit) => hit.number));
    after = page.next;
  } while (after);
  expect(read).toEqual(numbers);
});

test('a ticket number comes first, with or without a hash, and then what mentions it', async () => {
  const world = await newWorld();
  const agent = await world.member();
  const first = await written(world, agent, { subject: 'First' });
  world.pass(60);
  await written(world, agent, { subject: `About ticket ${first.number}` });
  expect(await subjects(agent, `#${first.number}`)).toEqual(['First', `About ticket ${first.number}`]);
  expect((await subjects(agent, String(first.number)))[0]).toBe('First');
});

test('a mail address finds the tickets of its customer first, then those that mention it', async () => {
  const world = await newWorld();
  const agent = await world.member();
  await written(world, agent, { subject: 'Mine', requester: { email: 'maris@example.lv', name: 'Māris' } });
  world.pass(60);
  await written(world, agent, { subject: 'About him', html: 'Please write to maris@example.lv' });
  expect(await subjects(agent, 'maris@example.lv')).toEqual(['Mine', 'About him']);
  expect(await subjects(agent, 'maris@exam')).toContain('Mine');
  expect(await subjects(agent, 'Maris')).toContain('Mine');
});

test('nobody finds what they may not see', async () => {
  const world = await newWorld();
  const [mine, other] = [await world.team(), await world.team()];
  const admin = await world.member({ role: 'admin' });
  const inTeam = await world.member({ scope: 'team', teamIds: [mine] });
  const alone = await world.member({ scope: 'own' });
  await written(world, admin, { subject: 'Kettle of my team', teamId: mine });
  await written(world, admin, { subject: 'Kettle of others', teamId: other });
  await written(world, admin, { subject: 'Kettle of nobody' });
  await written(world, admin, { subject: 'Kettle for one', teamId: other, assigneeId: alone.actor.id });
  expect((await subjects(inTeam, 'kettle')).sort()).toEqual(['Kettle of my team', 'Kettle of nobody']);
  expect(await subjects(alone, 'kettle')).toEqual(['Kettle for one']);
  expect(await subjects(admin, 'kettle')).toHaveLength(4);
  expect(await subjects(await (await newWorld()).member(), 'kettle')).toEqual([]);
});

test('a ticket is found by what was written later and by its new subject, not by its old one', async () => {
  const world = await newWorld();
  const agent = await world.member();
  const { ticketId } = await written(world, agent, { subject: 'Kettle', html: '<p>It leaks.</p>' });
  await addNoteToTicket(agent, { ticketId, html: '<p>Spare gasket ordered</p>', attachmentIds: [] });
  await changeTicket(agent, { ticketId, subject: 'Teapot' });
  expect(await indexTicket(world.db, { workspaceId: world.workspaceId, ticketId })).toBe(true);
  expect(await subjects(agent, 'gasket')).toEqual(['Teapot']);
  expect(await subjects(agent, 'teapot')).toEqual(['Teapot']);
  expect(await subjects(agent, '"kettle"')).toEqual([]);
});

test('tickets are found by the new name of a customer', async () => {
  const world = await newWorld();
  const agent = await world.member();
  await written(world, agent, { subject: 'Kettle' });
  const { workspaceId, db } = world;
  const { id: customerId } = await db.customer.findFirstOrThrow({
    where: { workspaceId },
    select: { id: true },
  });
  await db.customer.update({
    where: { workspaceId_id: { workspaceId, id: customerId } },
    data: { displayName: 'Ilze Liepiņa' },
  });
  expect(await subjects(agent, 'liepina')).toEqual([]);
  await reindexTicketsOf(db, { workspaceId, customerId });
  expect(await subjects(agent, 'liepina')).toEqual(['Kettle']);
});

test('indexing again without a change does nothing, and a ticket that is gone is no error', async () => {
  const world = await newWorld();
  const agent = await world.member();
  const { ticketId } = await written(world, agent, { subject: 'Kettle' });
  const { workspaceId } = world;
  expect(await indexTicket(world.db, { workspaceId, ticketId })).toBe(false);
  expect(await indexTicket(world.db, { workspaceId, ticketId: workspaceId })).toBe(false);
});

test('a text of a million different words can be indexed', async () => {
  const world = await newWorld();
  const agent = await world.member();
  const { ticketId } = await world.ticket(agent, { subject: 'Log file' });
  const text = Array.from({ length: 150_000 }, (_, index) => `w${index.toString(36)}`).join(' ');
  await world.db.message.updateMany({ where: { workspaceId: world.workspaceId, ticketId }, data: { text } });
  for (let copy = 0; copy < 8; copy++) {
    await addNoteToTicket(agent, {
      ticketId,
      html: `<p>${text.slice(copy * 60_000, copy * 60_000 + 49_000)}</p>`,
      attachmentIds: [],
    });
  }
  expect(await indexTicket(world.db, { workspaceId: world.workspaceId, ticketId })).toBe(true);
  expect(await subjects(agent, 'log file')).toEqual(['Log file']);
});

test.each(["'", '\\', '":*', "a'b\\c:*", '(((', '&|!', '-', '"', '%_', '\u0000x', '<->', '😀'])(
  'the search text %j is harmless',
  async (q) => {
    const world = await newWorld();
    const agent = await world.member();
    await written(world, agent, { subject: 'Kettle' });
    expect(await subjects(agent, q)).toEqual([]);
    expect((await searchCustomers(agent, { q: `zz${q}`, limit: 5 })).hits).toEqual([]);
  },
);

test('customers are found by parts of names and addresses, without accents, misspelt, and paged', async () => {
  const world = await newWorld();
  const agent = await world.member();
  for (const [name, email] of [
    ['Jānis Bērziņš', 'janis@berzins.lv'],
    ['Kovács Zsófia', 'zsofia.kovacs@pelda.hu'],
    ['Anna Ozola', 'anna@ozola.lv'],
  ]) {
    world.pass(1);
    await world.ticket(agent, { requester: { name, email } });
  }
  const names = async (q: string) =>
    (await searchCustomers(agent, { q, limit: 10 })).hits.map(({ name }) => name);
  expect(await names('berzins janis')).toEqual(['Jānis Bērziņš']);
  expect(await names('KOVÁCS')).toEqual(['Kovács Zsófia']);
  expect(await names('pelda.hu')).toEqual(['Kovács Zsófia']);
  expect(await names('kovasc')).toEqual(['Kovács Zsófia']);
  expect(await names('nobody')).toEqual([]);
  const first = await searchCustomers(agent, { q: 'lv', limit: 1 });
  expect(first.hits.map(({ address }) => address)).toEqual(['anna@ozola.lv']);
  const second = await searchCustomers(agent, { q: 'lv', limit: 1, after: first.next });
  expect(second.hits.map(({ address }) => address)).toEqual(['janis@berzins.lv']);
  expect(second.next).toBeNull();
  const stranger = await (await newWorld()).member();
  expect((await searchCustomers(stranger, { q: 'anna', limit: 5 })).hits).toEqual([]);
});

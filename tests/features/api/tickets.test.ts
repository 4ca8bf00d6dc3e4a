import { expect, test } from 'vitest';
import { indexTicket } from '@/features/search/jobs';
import { saveCalendar } from '@/features/sla/commands/save-calendar';
import { calendarInput } from '@/features/sla/inputs';
import { OFFICE_WEEK } from '../sla/support';
import { apiWorld } from './calls';

type Call = Awaited<ReturnType<typeof apiWorld>>['call'];

const body = (over: object = {}) => ({
  subject: 'Broken kettle',
  requester: { email: 'Anna@Customer.test', name: 'Anna Ozola' },
  text: 'My kettle is broken.\n\nIt leaks & hisses <b>loudly</b>.',
  ...over,
});

const open = async (call: Call, over: object = {}) =>
  (await call('/tickets', { method: 'POST', body: body(over) })).json;

const numbers = async (call: Call, query: string) => {
  const { status, json } = await call(`/tickets?${query}`);
  expect(status).toBe(200);
  return json.data.map((ticket: { number: number }) => ticket.number);
};

test('a ticket that is opened can be read, with its customer and first message', async () => {
  const { call } = await apiWorld();
  const made = await call('/tickets', {
    method: 'POST',
    body: body({ tags: ['Kettle', 'kettle'], priority: 'high' }),
  });
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({
    number: 1001,
    subject: 'Broken kettle',
    status: 'new',
    statusCategory: 'new',
    priority: 'high',
    type: 'question',
    channel: 'api',
    requester: { name: 'Anna Ozola', email: 'anna@customer.test' },
    assignee: null,
    team: null,
    tags: ['kettle'],
    language: null,
    spam: false,
    trashedAt: null,
    followUpOf: null,
    mergedInto: null,
  });
  expect((await call('/tickets/1001')).json).toEqual(made.json);
  const { data } = (await call('/tickets/1001/messages')).json;
  expect(data).toMatchObject([
    {
      ticketId: made.json.id,
      ticketNumber: 1001,
      direction: 'inbound',
      channel: 'api',
      author: { kind: 'customer', id: made.json.requester.id, name: 'Anna Ozola' },
      from: { name: 'Anna Ozola', address: 'anna@customer.test' },
      text: 'My kettle is broken.\n\nIt leaks & hisses <b>loudly</b>.',
    },
  ]);
});

test('a ticket that is opened in public leaves as mail', async () => {
  const { call } = await apiWorld();
  const { number, status } = await open(call, { kind: 'public' });
  expect(status).toBe('open');
  const [message] = (await call(`/tickets/${number}/messages`)).json.data;
  expect(message).toMatchObject({
    direction: 'outbound',
    delivery: 'queued',
    author: { kind: 'user', id: null, name: 'Web shop' },
    to: [{ name: 'Anna Ozola', address: 'anna@customer.test' }],
  });
});

test('one of text and html is needed, and not both', async () => {
  const { call } = await apiWorld();
  const { text: _, ...wordless } = body();
  for (const wrong of [wordless, { ...body(), html: '<p>x</p>' }]) {
    const { status, json } = await call('/tickets', { method: 'POST', body: wrong });
    expect(status).toBe(422);
    expect(json.errors).toMatchObject([{ in: 'body', field: 'text' }]);
  }
});

test('several are changed by one call, and each says what became of it', async () => {
  const { call } = await apiWorld();
  const [one, other] = [await open(call), await open(call)];
  const numbers = [one.number, 2_000_000_000, other.number];
  const { json, status } = await call('/tickets/changes', {
    method: 'POST',
    body: { numbers, change: { priority: 'urgent', addTags: ['flood'] } },
  });
  expect(status).toBe(200);
  expect(json.data).toEqual([
    { number: one.number, problem: null },
    { number: 2_000_000_000, problem: 'not_found' },
    { number: other.number, problem: null },
  ]);
  expect((await call(`/tickets/${other.number}`)).json).toMatchObject({
    priority: 'urgent',
    tags: ['flood'],
  });
  const nowhere = await call('/tickets/changes', {
    method: 'POST',
    body: { numbers: [1_999_999_999], change: {} },
  });
  expect(nowhere.status).toBe(404);
});

test('what is given is changed, and nothing else', async () => {
  const { world, call } = await apiWorld();
  const agent = await world.member({ name: 'Kata' });
  const teamId = await world.team('Repairs');
  const before = await open(call, { tags: ['a', 'b'] });
  const patch = (change: object) => call(`/tickets/${before.number}`, { method: 'PATCH', body: change });
  const { json } = await patch({ assigneeId: agent.actor.id, teamId, addTags: ['c'], removeTags: ['a'] });
  expect(json).toMatchObject({
    status: 'open',
    assignee: { id: agent.actor.id, name: 'Kata' },
    team: { id: teamId, name: 'Repairs' },
    tags: ['b', 'c'],
    subject: before.subject,
  });
  expect((await patch({ status: 'solved', language: 'lv' })).json).toMatchObject({
    status: 'solved',
    language: 'lv',
    solvedAt: expect.any(String),
  });
  expect((await patch({ assigneeId: null, teamId: null })).json).toMatchObject({
    assignee: null,
    team: null,
  });
  expect((await patch({})).status).toBe(200);
  const until = new Date(Date.now() + 3_600_000).toISOString();
  expect((await patch({ snoozedUntil: until })).json).toMatchObject({
    status: 'pending',
    snoozedUntil: until,
  });
  expect((await patch({ snoozedUntil: null })).json).toMatchObject({ status: 'open', snoozedUntil: null });
  expect((await patch({ snoozedUntil: '2020-01-01T00:00:00.000Z' })).json).toMatchObject({
    code: 'snooze.past',
  });
  expect((await patch({ status: 'closed' })).json.errors[0].allowed).toContain('solved');
  expect((await patch({ teamId: world.workspaceId })).status).toBe(404);
});

test('tickets are filtered', async () => {
  const { world, call } = await apiWorld();
  const agent = await world.member({ email: `kata@${world.slug}.test` });
  const teamId = await world.team();
  const first = (await open(call, { tags: ['kettle', 'new'], priority: 'urgent' })).number;
  const second = await open(call, {
    requester: { email: 'janis@customer.test' },
    assigneeId: agent.actor.id,
    teamId,
  });
  const filtered: [string, number[]][] = [
    ['status=new', [first]],
    ['status=new,open', [second.number, first]],
    ['statusCategory=open', [second.number]],
    ['priority=urgent', [first]],
    ['type=complaint', []],
    ['channel=api', [second.number, first]],
    ['channel=email', []],
    ['assignee=none', [first]],
    [`assignee=${agent.actor.id}`, [second.number]],
    [`assignee=KATA@${world.slug}.test`, [second.number]],
    ['team=none', [first]],
    [`team=${teamId}`, [second.number]],
    ['tag=kettle', [first]],
    ['tag=kettle,other', []],
    ['requester=janis@customer.test', [second.number]],
    [`requester=${second.requester.id}`, [second.number]],
    ['spam=false', [second.number, first]],
    ['spam=true', []],
    ['updatedSince=2100-01-01T00:00:00Z', []],
    [`createdSince=${encodeURIComponent(second.createdAt)}`, [second.number]],
    ['sort=number', [first, second.number]],
  ];
  for (const [query, expected] of filtered)
    expect([query, await numbers(call, query)]).toEqual([query, expected]);
});

test.each(['createdAt', '-createdAt', 'updatedAt', '-updatedAt', 'number', '-number'])(
  'sorted by %s, pages give every ticket once',
  async (sort) => {
    const { world, admin, call } = await apiWorld();
    for (let index = 0; index < 7; index++) {
      if (index % 2) world.pass(1);
      await world.ticket(admin);
    }
    const read: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { json } = await call(`/tickets?sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`);
      read.push(...json.data.map((ticket: { number: number }) => ticket.number));
      cursor = json.nextCursor;
    }
    const rising = [1001, 1002, 1003, 1004, 1005, 1006, 1007];
    if (sort.includes('number')) expect(read).toEqual(sort === 'number' ? rising : rising.reverse());
    else expect([...read].sort()).toEqual(rising);
  },
);

test('tickets are searched, filtered within, paged and sorted', async () => {
  const { world, admin, call } = await apiWorld();
  for (const subject of ['Vízforraló csöpög', 'Vízforralót kérek', 'Számla', 'Vízforraló számla']) {
    world.pass(60);
    const { ticketId } = await world.ticket(admin, { subject, html: 'x', language: 'hu' });
    await indexTicket(world.db, { workspaceId: world.workspaceId, ticketId });
  }
  expect(await numbers(call, 'q=vizforralo')).toEqual([1004, 1002, 1001]);
  expect(await numbers(call, 'q=vizforralo&sort=number')).toEqual([1001, 1002, 1004]);
  expect(await numbers(call, 'q=v%C3%ADzforral%C3%B3m%20sz%C3%A1ml%C3%A1t&status=new')).toEqual([1004]);
  expect(await numbers(call, 'q=vizforralo&status=solved')).toEqual([]);
  expect(await numbers(call, 'q=%231003')).toEqual([1003]);
  expect(await numbers(call, 'q=nothing')).toEqual([]);
  const first = (await call('/tickets?q=vizforralo&limit=2')).json;
  expect(await numbers(call, `q=vizforralo&limit=2&cursor=${first.nextCursor}`)).toEqual([1001]);
});

test('what is not there, or is another workspace’s, is not found', async () => {
  const { call } = await apiWorld();
  const other = await apiWorld();
  const { number } = await open(other.call);
  for (const path of [
    '/tickets/5',
    `/tickets/${number}`,
    '/tickets/abc',
    `/tickets/${number}/messages`,
    '/tickets/99999999999',
  ]) {
    expect([path, (await call(path)).status]).toEqual([path, 404]);
  }
  expect((await call(`/tickets/${number}`, { method: 'PATCH', body: {} })).status).toBe(404);
  const note = { kind: 'note', text: 'x' };
  expect((await call(`/tickets/${number}/messages`, { method: 'POST', body: note })).status).toBe(404);
  expect(await numbers(call, '')).toEqual([]);
});

test('a ticket goes into the trash and comes back, and is in no list meanwhile', async () => {
  const { call } = await apiWorld();
  const { number } = await open(call);
  const path = `/tickets/${number}`;
  const put = await call(path, { method: 'PATCH', body: { trash: true } });
  expect([put.status, put.json.trashedAt]).toEqual([200, expect.any(String)]);
  expect([await numbers(call, ''), await numbers(call, 'trash=true')]).toEqual([[], [number]]);
  expect((await call(path, { method: 'PATCH', body: { priority: 'high' } })).status).toBe(404);
  const back = await call('/tickets/changes', {
    method: 'POST',
    body: { numbers: [number], change: { trash: false } },
  });
  expect(back.json.data).toEqual([{ number, problem: null }]);
  expect([await numbers(call, ''), await numbers(call, 'trash=true')]).toEqual([[number], []]);
});

test('what a program asks for a customer is promised an answer, which it reads; what is only noted is not', async () => {
  const { call, admin, world } = await apiWorld();
  const hours = { timeZone: 'Europe/Budapest', week: OFFICE_WEEK, standard: true };
  await saveCalendar(admin, calendarInput.parse({ name: 'Office', ...hours }));
  const { number } = await open(call, { channel: 'api' });
  await open(call, { channel: 'api', kind: 'note' });
  const promises = (await call('/promises')).json.data;
  expect(promises).toMatchObject([{ about: 'answer' }]);
  expect((await call(`/tickets/${number}`)).status).toBe(200);
  expect(await world.db.ticketPromise.count({ where: { workspaceId: world.workspaceId } })).toBe(1);
});

import { expect, test } from 'vitest';
import { shownForm } from '@/features/forms/form-rows';
import { formToken, signerToken } from '@/features/forms/page/form-token';
import { takeForm } from '@/features/forms/page/take-form';
import { getForm } from '@/features/forms/queries';
import { replyAsCustomer } from '@/features/portal/commands/reply-as-customer';
import { solveAsCustomer } from '@/features/portal/commands/solve-as-customer';
import { replyInput } from '@/features/portal/inputs';
import { heardRequest, requestPage } from '@/features/portal/queries';
import { listRequests } from '@/features/portal/queries-list';
import { newId } from '@/server/ids';
import { newWorld } from '../../support/world';
import { newForm } from '../forms/support';
import { acting, answered, contextOf, customerOf, type World } from './support';

const COPIED = { state: 'all', search: '', whose: 'copied', after: null } as const;
const newest = (number: number) => ({ number, before: null });

async function three() {
  const world = await newWorld();
  const [anna, edgars, tom] = [
    await customerOf(world),
    await customerOf(world, { name: 'Edgars Kalns' }),
    await customerOf(world, { name: 'Tom Stranger' }),
  ];
  return { world, anna, edgars, tom };
}

async function says(world: World, who: Readonly<{ id: string; name: string }>, over: object) {
  const done = await replyAsCustomer(await acting(world, contextOf(world, who)), replyInput.parse(over));
  if (!done.ok) throw new Error(done.error.code);
}

test('whom the requester puts in copy finds, reads and answers the request, until they are left out', async () => {
  const { world, anna, edgars, tom } = await three();
  const agent = await world.member();
  const { number, ticketId } = await world.ticket(agent, {
    requester: { email: anna.email, name: anna.name },
  });
  const [his, toms] = [contextOf(world, edgars), contextOf(world, tom)];
  expect(await requestPage(his, newest(number))).toBeNull();
  await says(world, anna, { number, text: 'Edgars knows more.', cc: edgars.email.toUpperCase() });
  await answered(world, agent, { ticketId });

  const list = await listRequests(his, COPIED);
  expect(list.rows.map((row) => [row.number, row.mine, row.requester])).toEqual([[number, false, anna.name]]);
  expect((await listRequests(his, { ...COPIED, whose: 'mine' })).rows).toEqual([]);
  const page = await requestPage(his, newest(number));
  expect(page?.may).toMatchObject({ reply: true, close: false });
  expect(page?.messages.map(({ visibleText }) => visibleText)).toContain('Edgars knows more.');
  expect(await heardRequest(his, number)).toBe(ticketId);
  const solved = await solveAsCustomer(await acting(world, his), { number });
  expect(solved).toMatchObject({ ok: false, error: { code: 'not_found' } });
  await says(world, edgars, { number, text: 'It was the fuse.' });

  expect(await requestPage(toms, newest(number))).toBeNull();
  expect(await heardRequest(toms, number)).toBeNull();
  expect((await listRequests(toms, COPIED)).rows).toEqual([]);
  const other = await newWorld();
  const elsewhere = await customerOf(other, { email: edgars.email });
  expect((await listRequests(contextOf(other, elsewhere), COPIED)).rows).toEqual([]);
  expect(await requestPage(contextOf(other, elsewhere), newest(number))).toBeNull();

  // Who has answered stands in copy of what the requester writes next, as their form says; leaving them out ends it.
  const hers = await requestPage(contextOf(world, anna), newest(number));
  expect(hers?.messages.map(({ visibleText }) => visibleText)).toContain('It was the fuse.');
  expect(hers?.cc).toEqual([edgars.email]);
  await says(world, anna, { number, text: 'Thank you both, that is all.', cc: '' });
  expect(await requestPage(his, newest(number))).toBeNull();
  expect((await listRequests(his, COPIED)).rows).toEqual([]);
});

test('an agent who writes to somebody else shows them nothing, nor does a mail that is not surely hers', async () => {
  const { world, anna, edgars } = await three();
  const agent = await world.member();
  const { number, ticketId } = await world.ticket(agent, {
    requester: { email: anna.email, name: anna.name },
  });
  await answered(world, agent, { ticketId, to: [edgars.email] });
  expect(await requestPage(contextOf(world, edgars), newest(number))).toBeNull();
  await says(world, anna, { number, text: 'See, Edgars.', cc: edgars.email });
  await world.db.message.updateMany({
    where: { ticketId, direction: 'inbound' },
    data: { unverified: true },
  });
  expect(await requestPage(contextOf(world, edgars), newest(number))).toBeNull();
});

test('a form asks only who is signed in whom to copy, and only from an address of theirs', async () => {
  const { world, anna, edgars, tom } = await three();
  const owner = await world.member({ role: 'owner' });
  const item = { fieldId: null, required: false, labels: {}, link: null, value: '', shownWhen: [] };
  const items = (['email', 'message', 'cc'] as const).map((kind) => ({ ...item, key: kind, kind }));
  const formId = await newForm(owner, { items });
  const publicKey = (await getForm(owner, formId))?.form?.publicKey ?? '';
  const form = await shownForm(world.db, publicKey);
  if (!form) throw new Error('no form');
  const ctx = world.system('intake');
  const send = async (email: string, signer: string | null, cc = edgars.email) => {
    const body = new FormData();
    const at = new Date(world.now().getTime() - 60_000);
    const typed = {
      token: formToken({ formId: form.id, id: newId(), at }),
      email,
      message: `From ${email}: the lamp stays dark.`,
      cc,
      ...(signer && { signer: signerToken({ formId: form.id, customerId: signer, at }) }),
    };
    for (const [name, value] of Object.entries(typed)) body.set(name, value);
    const request = new Request('https://help.test/form', { method: 'POST', body });
    const arrived = { form, locale: 'en', embedded: true, ip: newId(), visit: null } as const;
    return takeForm(ctx, request, arrived);
  };
  const his = contextOf(world, edgars);
  expect((await send(tom.email, null)).status).toBe(200);
  expect((await listRequests(his, COPIED)).rows).toEqual([]);
  const foreign = await send(anna.email, tom.id);
  expect(foreign.status).toBe(422);
  expect(await foreign.text()).toContain('Use an address of your own here');
  expect((await send(anna.email, anna.id, 'nobody')).status).toBe(422);
  expect((await send(anna.email, anna.id)).status).toBe(200);
  expect((await listRequests(his, COPIED)).rows.map(({ requester }) => requester)).toEqual([anna.name]);
});

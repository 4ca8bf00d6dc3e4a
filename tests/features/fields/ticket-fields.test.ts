import { describe, expect, it } from 'vitest';
import { ticketQuery } from '@/features/api/schemas/ticket';
import { listTickets } from '@/features/api/ticket-list';
import { ticketById } from '@/features/api/ticket-rows';
import { templateFacts } from '@/features/macros/commands/template-facts';
import { indexTicket } from '@/features/search/jobs';
import { patchTicket } from '@/features/tickets/commands/act-on-ticket';
import { createTicket, createTicketAtDesk } from '@/features/tickets/commands/create-ticket';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { saveOwnChange } from '@/features/tickets/commands/save-own-change';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { createTicketInput, replyInput } from '@/features/tickets/inputs';
import { getTicketPage } from '@/features/tickets/queries';
import { findTicket } from '@/features/tickets/store';
import { newWorld } from '../../support/world';
import { newRuleDesk } from '../rules/support';
import { newField } from './support';

const options = ['shop', 'web'].map((key) => ({ key, names: { en: key, hu: `${key}-hu` }, archived: false }));

async function start() {
  const world = await newWorld();
  const owner = await world.member({ role: 'owner' });
  const order = await newField(owner, { kind: 'pattern', pattern: 'KT-\\d{3,6}' });
  const names = { en: 'Place of purchase' };
  const place = await newField(owner, {
    key: 'place',
    kind: 'choice',
    names,
    options,
    requirement: 'on_solve',
  });
  const { ticketId, number } = await world.ticket(owner);
  const page = async () => {
    const found = await getTicketPage(owner, number);
    if (!found || 'mergedInto' in found) throw new Error('no page');
    return found;
  };
  return { world, owner, order, place, ticketId, number, page };
}

const missing = {
  ok: false,
  error: { code: 'ticket.fields_missing', missing: [{ key: 'place', names: { en: 'Place of purchase' } }] },
};

describe('own fields of a ticket', () => {
  it('are set by id or short name, and the history tells who changed what from what to what', async () => {
    const { owner, order, place, ticketId, page } = await start();
    await changeTicket(owner, { ticketId, fields: { order_number: 'KT-123', [place]: 'web' } });
    await changeTicket(owner, { ticketId, fields: { order_number: 'KT-456' } });
    const { ticket, events, choices } = await page();
    expect(ticket.fields).toEqual({ [order]: 'KT-456', [place]: 'web' });
    expect(choices.fields.map(({ key }) => key)).toEqual(['order_number', 'place']);
    const told = events.filter(({ type }) => type === 'ticket.field_changed').map(({ data }) => data);
    expect(told).toEqual([
      ...[order, place]
        .toSorted()
        .map((fieldId) => ({ fieldId, from: null, to: fieldId === order ? 'KT-123' : 'web' })),
      { fieldId: order, from: 'KT-123', to: 'KT-456' },
    ]);
    expect(events.at(-1)).toMatchObject({ actorName: owner.actor.name });
  });

  it('are refused where the value does not fit or nothing is called so, and nothing is changed', async () => {
    const { owner, ticketId, page } = await start();
    const fields = { order_number: 'nope', place: 'moon', other: 'x' };
    expect(await changeTicket(owner, { ticketId, subject: 'Other', fields })).toEqual({
      ok: false,
      error: {
        code: 'input.invalid',
        fields: {
          'fields.order_number': ['no_match'],
          'fields.place': ['not_option'],
          'fields.other': ['unknown'],
        },
      },
    });
    expect((await page()).ticket).toMatchObject({ subject: 'Broken kettle', fields: {} });
  });

  it('that are always required cannot be emptied', async () => {
    const { owner, ticketId, page } = await start();
    const id = await newField(owner, { key: 'always', requirement: 'always' });
    await changeTicket(owner, { ticketId, fields: { always: 'x' } });
    expect(await changeTicket(owner, { ticketId, fields: { always: '' } })).toMatchObject({
      ok: false,
      error: { fields: { 'fields.always': ['required'] } },
    });
    expect((await page()).ticket.fields[id]).toBe('x');
  });

  it('are asked for before solving, whoever solves and however', async () => {
    const { owner, world, ticketId, page } = await start();
    const solve = () => changeTicket(owner, { ticketId, status: 'solved' });
    expect(await solve()).toEqual(missing);
    const reply = replyInput.parse({ ticketId, html: '<p>Done.</p>', submitAs: 'solved' });
    expect(await replyToTicket(owner, reply)).toEqual(missing);
    const rule = world.system('rule');
    const patched = await rule.db.$transaction((tx) =>
      patchTicket(tx, rule, { ticketId, patch: { status: 'solved' } }),
    );
    expect(patched).toEqual(missing);
    expect((await page()).ticket.status).toBe('new');
    expect((await page()).messages).toHaveLength(1);
    const both = await changeTicket(owner, { ticketId, status: 'solved', fields: { place: 'shop' } });
    expect(both.ok).toBe(true);
    expect(await changeTicket(owner, { ticketId, fields: { place: null } })).toEqual(missing);
  });

  it('that a ticket lacked when its customer closed it can be filled in one by one', async () => {
    const { owner, world, ticketId, page } = await start();
    await newField(owner, { key: 'cause', requirement: 'on_solve' });
    const { requesterId: id } = await world.db.ticket.findFirstOrThrow({ where: { id: ticketId } });
    const customer = { kind: 'customer', id, name: 'Anna' } as const;
    const asked = { ...world.system('intake'), actor: customer };
    await world.db.$transaction(async (tx) => {
      const ticket = await findTicket(tx, asked, ticketId);
      if (!ticket) throw new Error('no ticket');
      expect((await saveOwnChange(tx, asked, { ticket, patch: { status: 'solved' } })).ok).toBe(true);
    });
    expect((await changeTicket(owner, { ticketId, fields: { place: 'web' } })).ok).toBe(true);
    expect(await changeTicket(owner, { ticketId, fields: { place: null } })).toEqual(missing);
    expect((await page()).ticket).toMatchObject({ status: 'solved' });
  });

  it('that are always required are asked for at the desk as the type shows them, and of programs only to solve', async () => {
    const { owner, world } = await start();
    await newField(owner, { key: 'shop' });
    const shownWhen = [{ field: 'type', anyOf: ['problem'] }];
    const fault = await newField(owner, { key: 'fault', requirement: 'always', shownWhen });
    const requester = { email: 'anna@customer.test' };
    const typed = { subject: 'Kettle', html: '<p>Broken.</p>', requester };
    const input = (over: object) => createTicketInput.parse({ ...typed, ...over });
    const before = await world.db.ticket.count({ where: { workspaceId: owner.workspaceId } });
    expect(await createTicketAtDesk(owner, input({ type: 'problem', fields: { shop: 'x' } }))).toEqual({
      ok: false,
      error: { code: 'input.invalid', fields: { 'fields.fault': ['required'] } },
    });
    expect(
      await createTicketAtDesk(owner, input({ type: 'problem', fields: { order_number: '?' } })),
    ).toEqual({
      ok: false,
      error: { code: 'input.invalid', fields: { 'fields.order_number': ['no_match'] } },
    });
    expect(await world.db.ticket.count({ where: { workspaceId: owner.workspaceId } })).toBe(before);
    expect((await createTicketAtDesk(owner, input({ type: 'question' }))).ok).toBe(true);
    expect((await createTicket(owner, input({ type: 'problem' }))).ok).toBe(true);
    const made = await createTicketAtDesk(owner, input({ type: 'problem', fields: { [fault]: ' Leaks ' } }));
    if (!made.ok) throw new Error(made.error.code);
    const found = await getTicketPage(owner, made.value.number);
    expect(found).toMatchObject({ ticket: { fields: { [fault]: 'Leaks' } } });
  });

  it('that a rule lacks to solve are named in its log, in the language of the workspace', async () => {
    const desk = await newRuleDesk();
    await newField(desk.owner, { key: 'cause', requirement: 'on_solve', names: { en: 'Cause', hu: 'Ok' } });
    await desk.world.db.workspace.updateMany({
      where: { id: desk.owner.workspaceId },
      data: { locale: 'hu' },
    });
    await desk.rule({ conditions: null, actions: [{ kind: 'set_status', status: 'solved' }] });
    const { ticketId } = await desk.world.ticket(desk.agent);
    await desk.set(ticketId, { priority: 'high' });
    await desk.settle();
    const runs = await desk.world.db.ruleRun.findMany({ where: { ticketId } });
    expect(runs.map(({ actions }) => actions)).toEqual([
      [{ kind: 'set_status', ok: false, problem: 'ticket.fields_missing', detail: 'Ok' }],
    ]);
  });

  it('are not asked for where they are not shown', async () => {
    const { owner, place, ticketId } = await start();
    await newField(owner, {
      key: 'fault',
      requirement: 'always',
      shownWhen: [{ field: 'type', anyOf: ['problem'] }],
    });
    await changeTicket(owner, { ticketId, fields: { [place]: 'web' } });
    const as = (type: 'problem' | 'question') => changeTicket(owner, { ticketId, type, status: 'solved' });
    expect(await as('problem')).toMatchObject({ error: { missing: [{ key: 'fault' }] } });
    expect((await as('question')).ok).toBe(true);
  });

  it('stand in the API, its filters and the search, and in texts', async () => {
    const { world, owner, ticketId, number } = await start();
    const amount = await newField(owner, { key: 'amount', kind: 'number' });
    const other = await world.ticket(owner, { fields: { order_number: 'KT-999', amount: 2 } });
    await changeTicket(owner, {
      ticketId,
      fields: { order_number: 'KT-123', place: 'web', [amount]: '1 234,5' },
    });
    expect(await ticketById(owner, ticketId)).toMatchObject({
      fields: { order_number: 'KT-123', place: 'web', amount: 1234.5 },
    });
    const found = async (query: object) => {
      const list = await listTickets(owner, ticketQuery.parse(query));
      return list.ok ? list.value.data.map((ticket) => ticket.number) : list;
    };
    expect(await found({ field: 'order_number:kt-123' })).toEqual([number]);
    expect(await found({ field: 'place:web' })).toEqual([number]);
    expect(await found({ field: 'amount:2' })).toEqual([other.number]);
    expect(await found({ field: 'amount:x' })).toEqual([]);
    await indexTicket(owner.db, { workspaceId: owner.workspaceId, ticketId });
    expect(await found({ q: 'KT-123' })).toEqual([number]);
    const texts = await templateFacts(owner.db, owner, { ticketId, language: 'hu' });
    expect(texts?.facts).toMatchObject({ 'field.order_number': 'KT-123', 'field.place': 'web-hu' });
  });
});

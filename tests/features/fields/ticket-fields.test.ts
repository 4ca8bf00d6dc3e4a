import { describe, expect, it } from 'vitest';
import { ticketQuery } from '@/features/api/schemas/ticket';
import { listTickets } from '@/features/api/ticket-list';
import { ticketById } from '@/features/api/ticket-rows';
import { templateFacts } from '@/features/macros/commands/template-facts';
import { indexTicket } from '@/features/search/jobs';
import { patchTicket } from '@/features/tickets/commands/act-on-ticket';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { replyInput } from '@/features/tickets/inputs';
import { getTicketPage } from '@/features/tickets/queries';
import { newWorld } from '../../support/world';
import { newField } from './support';

const options = ['shop', 'web'].map((key) => ({ key, names: { en: key, hu: `${key}-hu` }, archived: false }));

async function start() {
  const world = await newWorld();
  const owner = await world.member({ role: 'owner' });
  const order = await newField(owner, { kind: 'pattern', pattern: 'KT-\\d{3,6}' });
  const place = await newField(owner, { key: 'place', kind: 'choice', options, requirement: 'on_solve' });
  const { ticketId, number } = await world.ticket(owner);
  const page = async () => {
    const found = await getTicketPage(owner, number);
    if (!found || 'mergedInto' in found) throw new Error('no page');
    return found;
  };
  return { world, owner, order, place, ticketId, number, page };
}

const missing = { ok: false, error: { code: 'ticket.fields_missing', missing: ['place'] } };

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

  it('are not asked for where they are not shown', async () => {
    const { owner, place, ticketId } = await start();
    await newField(owner, {
      key: 'fault',
      requirement: 'always',
      shownWhen: [{ field: 'type', anyOf: ['problem'] }],
    });
    await changeTicket(owner, { ticketId, fields: { [place]: 'web' } });
    const as = (type: 'problem' | 'question') => changeTicket(owner, { ticketId, type, status: 'solved' });
    expect(await as('problem')).toMatchObject({ error: { missing: ['fault'] } });
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

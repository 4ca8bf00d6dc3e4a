import { expect, test } from 'vitest';
import { fillTemplate } from '@/domain/template/fill-template';
import { setOwnFields } from '@/features/fields/commands/set-own-fields';
import { ownFieldsInput } from '@/features/fields/inputs';
import { ownFieldsOf } from '@/features/fields/queries';
import { templateFacts } from '@/features/macros/commands/template-facts';
import type { StaffContext } from '@/server/context';
import { aCustomer } from '../customers/support';
import { newField } from './support';

const set = (ctx: StaffContext, customerId: string, fields: Record<string, unknown>) =>
  setOwnFields(ctx, ownFieldsInput.parse({ entity: 'customer', ownerId: customerId, fields }));

async function withCard() {
  const found = await aCustomer();
  const owner = await found.world.member({ role: 'owner' });
  const card = {
    entity: 'customer',
    key: 'card',
    kind: 'pattern',
    pattern: 'LC-\\d+',
    requirement: 'always',
  };
  return { ...found, owner, fieldId: await newField(owner, card) };
}

test('own fields of a customer are set, read, and kept where what is sent is wrong', async () => {
  const { ctx, customerId, fieldId } = await withCard();
  expect(await set(ctx, customerId, { [fieldId]: ' LC-7 ' })).toEqual({ ok: true, value: null });
  expect(await set(ctx, customerId, { card: 'seven' })).toMatchObject({
    error: { code: 'input.invalid', fields: { 'fields.card': ['no_match'] } },
  });
  expect(await set(ctx, customerId, { card: '' })).toMatchObject({
    error: { fields: { 'fields.card': ['required'] } },
  });
  expect(await set(ctx, customerId, { hat: 1 })).toMatchObject({
    error: { fields: { 'fields.hat': ['unknown'] } },
  });
  const { definitions, values } = await ownFieldsOf(ctx, { entity: 'customer', ownerId: customerId });
  expect(definitions).toMatchObject([{ id: fieldId, key: 'card' }]);
  expect(values).toEqual({ [fieldId]: 'LC-7' });
});

test('two people who set one field at once take turns; the last one stands', async () => {
  const { ctx, customerId, fieldId } = await withCard();
  const sent = ['LC-1', 'LC-2', 'LC-3', 'LC-4'].map((card) => set(ctx, customerId, { card }));
  expect((await Promise.all(sent)).every(({ ok }) => ok)).toBe(true);
  const { values } = await ownFieldsOf(ctx, { entity: 'customer', ownerId: customerId });
  expect(values[fieldId]).toMatch(/^LC-[1-4]$/);
});

test('who may not write, or asks for whom nobody knows, sets nothing', async () => {
  const { world, ctx, customerId } = await withCard();
  const light = await world.member({ role: 'light_agent' });
  expect(await set(light, customerId, { card: 'LC-1' })).toMatchObject({ error: { code: 'not_found' } });
  expect(await set(ctx, ctx.newId(), { card: 'LC-1' })).toMatchObject({ error: { code: 'not_found' } });
  const unknown = { entity: 'organization', ownerId: ctx.newId(), fields: {} } as const;
  expect(await setOwnFields(ctx, unknown)).toMatchObject({ error: { code: 'not_found' } });
});

test('texts name own fields of the customer as they name those of the ticket', async () => {
  const { world, ctx, customerId } = await withCard();
  expect(await set(ctx, customerId, { card: 'LC-7' })).toMatchObject({ ok: true });
  const { ticketId } = await world.ticket(ctx);
  await world.db.ticket.updateMany({ where: { id: ticketId }, data: { requesterId: customerId } });
  const told = await templateFacts(world.db, ctx, { ticketId });
  const text = 'Card {{customer.field.card}}, {{customer.field.hat|no hat}}, {{customer.fields.card}}';
  expect(fillTemplate(text, told?.facts ?? {})).toMatchObject({
    text: 'Card LC-7, no hat, {{customer.fields.card}}',
    unknown: ['customer.fields.card'],
  });
});

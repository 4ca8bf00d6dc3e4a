import { beforeEach, expect, test } from 'vitest';
import { applyMacro } from '@/features/macros/commands/apply-macro';
import { saveMacro } from '@/features/macros/commands/save-macro';
import { previewMacro } from '@/features/macros/preview-macro';
import { saveRule } from '@/features/rules/commands/save-rule';
import { exportRules } from '@/features/rules/export-rules';
import { ruleInput } from '@/features/rules/inputs';
import { readRules } from '@/features/rules/portable';
import { listRules } from '@/features/rules/queries';
import { undoMacroOnTicket } from '@/features/tickets/commands/undo-macro';
import { macroFor, newMacro } from '../macros/support';
import { newRuleDesk, type RuleDesk, unwrap } from '../rules/support';
import { newField } from './support';

const options = ['kitchen', 'bath'].map((key) => ({
  key,
  names: { en: key, hu: `${key} hu` },
  archived: false,
}));

let desk: RuleDesk;
let place: string;
let order: string;
beforeEach(async () => {
  desk = await newRuleDesk();
  place = await newField(desk.owner, { key: 'place', kind: 'choice', options, names: { en: 'Place' } });
  order = await newField(desk.owner, { key: 'order', names: { en: 'Order' } });
});

const valuesOn = async (ticketId: string) =>
  Object.fromEntries(
    (await desk.world.db.ticketFieldValue.findMany({ where: { ticketId } })).map(({ fieldId, key }) => [
      fieldId,
      key,
    ]),
  );

test('a rule looks at an own field and at its change, and sets another', async () => {
  await desk.rule({
    conditions: {
      all: [
        { field: `ticket.${place}`, operator: 'changed_to', values: ['bath'] },
        { field: `ticket.${order}`, operator: 'is_empty' },
      ],
    },
    actions: [{ kind: 'set_field', fieldId: order, value: 'KT-1' }],
  });
  const { ticketId } = await desk.world.ticket(desk.agent);
  await desk.set(ticketId, { fields: { place: 'kitchen' } });
  await desk.settle();
  expect(await valuesOn(ticketId)).toEqual({ [place]: 'kitchen' });
  await desk.set(ticketId, { fields: { place: 'bath' } });
  await desk.settle();
  expect(await valuesOn(ticketId)).toEqual({ [place]: 'bath', [order]: 'kt-1' });
});

test('a rule that asks a field what it cannot be asked, or sets what it cannot hold, is not saved', async () => {
  const field = `ticket.${place}`;
  const set = { kind: 'set_field', fieldId: place, value: 'kitchen' };
  const save = (conditions: object | null, action: object = set) =>
    saveRule(
      desk.owner,
      ruleInput.parse({
        kind: 'trigger',
        name: 'R',
        events: ['ticket_updated'],
        conditions,
        actions: [action],
      }),
    );
  const wrong = { error: { code: 'field.condition_wrong' } };
  expect((await save({ field, operator: 'is_any_of', values: ['bath'] })).ok).toBe(true);
  expect(await save({ field, operator: 'is_any_of', values: ['roof'] })).toMatchObject(wrong);
  expect(await save({ field, operator: 'contains', values: ['bath'] })).toMatchObject(wrong);
  expect(await save(null, { ...set, value: 'roof' })).toMatchObject(wrong);
  const gone = `ticket.${desk.owner.newId()}`;
  expect(await save({ field: gone, operator: 'is_set' })).toMatchObject({ error: { code: 'not_found' } });
});

test('rules name fields and options in words, and find them by name in another workspace', async () => {
  await desk.rule({
    conditions: { field: `ticket.${place}`, operator: 'is_any_of', values: ['bath'] },
    actions: [{ kind: 'set_field', fieldId: order, value: 'KT-1' }],
  });
  const { names } = await listRules(desk.owner);
  expect(names).toMatchObject({ [`ticket.${place}`]: 'Place', [`ticket.${place}.bath`]: 'bath' });
  const { json } = (await exportRules(desk.owner, {})).value;
  const there = await newRuleDesk();
  expect((await readRules(there.owner, json)).problems).not.toEqual([]);
  const theirs = await newField(there.owner, {
    key: 'place',
    kind: 'choice',
    options,
    names: { en: 'Place' },
  });
  const order2 = await newField(there.owner, { key: 'order', names: { en: 'Order' } });
  const read = await readRules(there.owner, json);
  expect(read.problems).toEqual([]);
  expect(read.rules[0]).toMatchObject({
    conditions: { field: `ticket.${theirs}` },
    actions: [{ fieldId: order2 }],
  });
});

test('a macro sets an own field, shows it before, and takes it back where nobody changed it since', async () => {
  const macroId = await newMacro(desk.owner, {
    texts: {},
    actions: [
      { kind: 'set_field', fieldId: place, value: 'bath' },
      { kind: 'set_field', fieldId: order, value: '' },
    ],
  });
  const { ticketId } = await desk.world.ticket(desk.agent);
  await desk.set(ticketId, { fields: { order: 'KT-9' } });
  expect(await previewMacro(desk.agent, { macroId, ticketId })).toMatchObject({
    own: [
      { name: 'Place', to: 'bath' },
      { name: 'Order', to: null },
    ],
  });
  const { applicationId } = unwrap(await applyMacro(desk.agent, { macroId, ticketId, leaveStatus: false }));
  expect(await valuesOn(ticketId)).toEqual({ [place]: 'bath' });
  await desk.set(ticketId, { fields: { place: 'kitchen' } });
  unwrap(await undoMacroOnTicket(desk.agent, { ticketId, applicationId: applicationId ?? '' }));
  expect(await valuesOn(ticketId)).toEqual({ [place]: 'kitchen', [order]: 'kt-9' });
  const wrong = macroFor({ actions: [{ kind: 'set_field', fieldId: place, value: 'roof' }] });
  expect(await saveMacro(desk.owner, wrong)).toMatchObject({ error: { code: 'field.condition_wrong' } });
});

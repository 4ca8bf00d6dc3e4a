import { expect, test } from 'vitest';
import { addChecklist } from '@/features/checklists/commands/add-checklist';
import { addItem } from '@/features/checklists/commands/add-item';
import { changeItem } from '@/features/checklists/commands/change-item';
import { deleteTemplate } from '@/features/checklists/commands/delete-template';
import { removeChecklist } from '@/features/checklists/commands/remove-checklist';
import { removeItem } from '@/features/checklists/commands/remove-item';
import { saveTemplate } from '@/features/checklists/commands/save-template';
import { addChecklistInput } from '@/features/checklists/inputs';
import { checklistsOnTicket } from '@/features/checklists/queries';
import { applyMacro } from '@/features/macros/commands/apply-macro';
import { saveMacro } from '@/features/macros/commands/save-macro';
import { macroInput } from '@/features/macros/inputs';
import { patchTicket } from '@/features/tickets/commands/act-on-ticket';
import { mergeTickets } from '@/features/tickets/commands/merge-tickets';
import { undoMacroOnTicket } from '@/features/tickets/commands/undo-macro';
import { undoMerge } from '@/features/tickets/commands/undo-merge';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { newWorld } from '../../support/world';
import { newRuleDesk } from '../rules/support';

async function start(required = false) {
  const world = await newWorld();
  const ctx = await world.member();
  const { ticketId } = await world.ticket(ctx);
  const items = ['Ask for a photo', 'Order the part'];
  const made = await addChecklist(ctx, { ticketId, title: 'Repair', required, items });
  if (!made.ok) throw new Error(made.error.code);
  const lists = () => checklistsOnTicket(ctx, ticketId);
  const ids = async () => (await lists())[0]?.items.map(({ id }) => id) ?? [];
  const texts = async () => (await lists())[0]?.items.map(({ text }) => text);
  return { world, ctx, ticketId, checklistId: made.value.checklistId, lists, ids, texts };
}

test('items are added, renamed, moved, ticked, taken away and put back, and the history tells of each', async () => {
  const { world, ctx, ticketId, checklistId, ids, texts, lists } = await start();
  await addItem(ctx, { checklistId, text: 'Write to the customer', done: false });
  const [first = ''] = await ids();
  await changeItem(ctx, { itemId: first, position: 1 });
  await changeItem(ctx, { itemId: first, text: 'Ask for two photos', done: true });
  await changeItem(ctx, { itemId: first, done: true });
  expect(await texts()).toEqual(['Order the part', 'Ask for two photos', 'Write to the customer']);
  expect((await lists())[0]?.items[1]).toMatchObject({ doneBy: 'Zsófia Kiss', doneAt: expect.any(String) });
  const gone = await removeItem(ctx, { itemId: first });
  if (!gone.ok) throw new Error(gone.error.code);
  expect(gone.value).toEqual({ checklistId, text: 'Ask for two photos', position: 1, done: true });
  await addItem(ctx, gone.value);
  expect(await texts()).toEqual(['Order the part', 'Ask for two photos', 'Write to the customer']);
  await removeChecklist(ctx, { checklistId });
  expect(await lists()).toEqual([]);
  const told = await world.db.ticketEvent.findMany({
    where: { ticketId, type: { startsWith: 'checklist.' } },
    orderBy: { position: 'asc' },
    select: { type: true },
  });
  expect(told.map(({ type }) => type.replace('checklist.', ''))).toEqual([
    ...[
      'added',
      'item_added',
      'item_moved',
      'item_changed',
      'item_done',
      'item_removed',
      'item_added',
      'removed',
    ],
  ]);
});

test('a required checklist holds up solving, by hand and by rule, in words that name what is open', async () => {
  const { world, ctx, ticketId, ids } = await start(true);
  const [first = '', second = ''] = await ids();
  await changeItem(ctx, { itemId: first, done: true });
  const refused = {
    ok: false,
    error: { code: 'ticket.checklist_open', missing: [{ key: second, names: { en: 'Order the part' } }] },
  };
  expect(await changeTicket(ctx, { ticketId, status: 'solved' })).toEqual(refused);
  const byRule = world.db.$transaction((tx) =>
    patchTicket(tx, ctx, { ticketId, patch: { status: 'solved' } }),
  );
  expect(await byRule).toEqual(refused);
  expect((await changeTicket(ctx, { ticketId, priority: 'high' })).ok).toBe(true);
  await changeItem(ctx, { itemId: second, done: true });
  expect((await changeTicket(ctx, { ticketId, status: 'solved' })).ok).toBe(true);
});

test('checklists go along when tickets are joined, and come back', async () => {
  const { world, ctx, ticketId, lists } = await start();
  const into = await world.ticket(ctx);
  const merged = await mergeTickets(ctx, { ticketId, intoNumber: into.number, acrossCustomers: true });
  if (!merged.ok) throw new Error(merged.error.code);
  expect([(await lists()).length, (await checklistsOnTicket(ctx, into.ticketId)).length]).toEqual([0, 1]);
  expect((await undoMerge(ctx, { mergeId: merged.value.mergeId })).ok).toBe(true);
  expect([(await lists()).length, (await checklistsOnTicket(ctx, into.ticketId)).length]).toEqual([1, 0]);
});

const repair = { templateId: null, name: 'Repair', required: true, items: ['Order the part', 'Call'] };

async function withTemplate() {
  const world = await newWorld();
  const ctx = await world.member({ role: 'manager' });
  const { ticketId } = await world.ticket(ctx);
  const made = await saveTemplate(ctx, repair);
  if (!made.ok) throw new Error(made.error.code);
  const lists = () => checklistsOnTicket(ctx, ticketId);
  return { world, ctx, ticketId, templateId: made.value.templateId, lists };
}

test('a checklist from a template is a copy: what becomes of the template leaves it alone', async () => {
  const { world, ctx, ticketId, templateId, lists } = await withTemplate();
  const asked = addChecklistInput.parse({ ticketId, templateId });
  expect((await addChecklist(ctx, asked)).ok).toBe(true);
  await saveTemplate(ctx, { ...repair, templateId, name: 'Other', items: ['Nothing'] });
  expect(await lists()).toMatchObject([
    { title: 'Repair', required: true, items: [{ text: 'Order the part' }, { text: 'Call' }] },
  ]);
  const agent = await world.member();
  expect(await deleteTemplate(agent, { templateId })).toEqual({ ok: false, error: { code: 'forbidden' } });
  expect((await deleteTemplate(ctx, { templateId })).ok).toBe(true);
  expect(await addChecklist(ctx, asked)).toEqual({ ok: false, error: { code: 'not_found' } });
  expect(await lists()).toHaveLength(1);
});

test('a macro puts a checklist on the ticket, and undoing it takes it away as long as nothing is ticked', async () => {
  const { ctx, ticketId, templateId, lists } = await withTemplate();
  const macro = await saveMacro(
    ctx,
    macroInput.parse({
      name: 'Repair',
      audience: 'everyone',
      actions: [{ kind: 'add_checklist', templateId }],
    }),
  );
  if (!macro.ok) throw new Error(macro.error.code);
  const apply = async () => {
    const done = await applyMacro(ctx, { ticketId, macroId: macro.value.macroId, leaveStatus: false });
    return done.ok ? (done.value.applicationId ?? '') : '';
  };
  const first = await apply();
  expect(await lists()).toHaveLength(1);
  expect((await undoMacroOnTicket(ctx, { ticketId, applicationId: first })).ok).toBe(true);
  expect(await lists()).toEqual([]);
  const second = await apply();
  const itemId = (await lists())[0]?.items[0]?.id ?? '';
  await changeItem(ctx, { itemId, done: true });
  await undoMacroOnTicket(ctx, { ticketId, applicationId: second });
  expect(await lists()).toHaveLength(1);
});

test('a required checklist holds up the very macro that starts it and solves', async () => {
  const { ctx, ticketId, templateId, lists } = await withTemplate();
  const actions = [
    { kind: 'add_checklist', templateId },
    { kind: 'set_status', status: 'solved' },
  ];
  const macro = await saveMacro(ctx, macroInput.parse({ name: 'Repair', audience: 'everyone', actions }));
  if (!macro.ok) throw new Error(macro.error.code);
  const asked = { ticketId, macroId: macro.value.macroId, leaveStatus: false };
  expect(await applyMacro(ctx, asked)).toMatchObject({ ok: false, error: { code: 'ticket.checklist_open' } });
  expect(await lists()).toEqual([]);
});

test('a rule starts a checklist, says which, and says what is gone', async () => {
  const desk = await newRuleDesk();
  const manager = await desk.world.member({ role: 'manager' });
  const made = await saveTemplate(manager, repair);
  if (!made.ok) throw new Error(made.error.code);
  const { templateId } = made.value;
  await desk.rule({ events: ['ticket_created'], actions: [{ kind: 'add_checklist', templateId }] });
  const first = await desk.world.ticket(desk.agent);
  await desk.settle();
  expect(await checklistsOnTicket(manager, first.ticketId)).toMatchObject([{ title: 'Repair' }]);
  await deleteTemplate(manager, { templateId });
  await desk.world.ticket(desk.agent);
  await desk.settle();
  expect((await desk.runs()).map(({ actions }) => actions)).toEqual(
    expect.arrayContaining([
      [{ kind: 'add_checklist', ok: true, detail: 'Repair' }],
      [{ kind: 'add_checklist', ok: false, problem: 'rule.gone' }],
    ]),
  );
});

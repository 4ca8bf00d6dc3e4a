import { beforeEach, describe, expect, test } from 'vitest';
import { applyMacro } from '@/features/macros/commands/apply-macro';
import { deleteMacro } from '@/features/macros/commands/delete-macro';
import { takeMacroText } from '@/features/macros/commands/take-macro-text';
import { undoMacroOnTicket } from '@/features/tickets/commands/undo-macro';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';
import { newMacro } from './support';

let world: Awaited<ReturnType<typeof newWorld>>;
let manager: StaffContext;
let agent: StaffContext;
let ticketId: string;

beforeEach(async () => {
  world = await newWorld();
  manager = await world.member({ role: 'manager' });
  agent = await world.member({ name: 'Emma Clarke' });
  ticketId = (await world.ticket(agent, { language: 'hu', tags: ['old'] })).ticketId;
});

const ticket = () =>
  world.db.ticket.findFirstOrThrow({
    where: { workspaceId: world.workspaceId, id: ticketId },
    include: { tags: { include: { tag: true } }, events: { orderBy: { position: 'asc' } }, drafts: true },
  });
const apply = async (macroId: string, over: { leaveStatus?: boolean } = {}, by = agent) => {
  const done = await applyMacro(by, { ticketId, macroId, leaveStatus: false, ...over });
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
};

const BIG = {
  name: 'Take it',
  actions: [
    { kind: 'set_status', status: 'pending' },
    { kind: 'set_priority', priority: 'high' },
    { kind: 'assign', to: 'me' },
    { kind: 'add_tags', tags: ['refund'] },
    { kind: 'remove_tags', tags: ['old'] },
    { kind: 'set_subject', subject: 'Refund for {{ticket.subject}}' },
    { kind: 'note', text: 'Taken by {{agent.name}} <b>' },
  ],
  texts: { en: '<p>Dear {{customer.name}}</p>', hu: '<p>Tisztelt {{customer.name}}! {{team.name}}</p>' },
};

describe('applying', () => {
  test('sets everything in one save, and hands the answer back in the customer’s language', async () => {
    const macroId = await newMacro(manager, BIG);
    const { version } = await ticket();
    const done = await apply(macroId);
    const after = await ticket();
    expect(after).toMatchObject({
      version: version + 1,
      status: 'pending',
      priority: 'high',
      assigneeId: agent.actor.id,
      subject: 'Refund for Broken kettle',
    });
    expect(after.tags.map(({ tag }) => tag.name)).toEqual(['refund']);
    expect(done.reply).toEqual({
      kind: 'reply',
      html: '<p>Tisztelt Anna Ozola! {{team.name}}</p>',
      language: 'hu',
      wanted: 'hu',
      open: ['team.name'],
    });
    const note = await world.db.message.findFirstOrThrow({
      where: { workspaceId: world.workspaceId, ticketId, direction: 'note' },
    });
    expect(note.text).toBe('Taken by Emma Clarke <b>');
  });

  test('leaves the status for the answer when asked to, and no draft is touched', async () => {
    const macroId = await newMacro(manager, BIG);
    const { workspaceId } = world;
    const userId = agent.actor.id ?? '';
    const draft = { workspaceId, ticketId, userId, kind: 'reply', html: '<p>mine</p>' } as const;
    await world.db.draft.create({ data: { ...draft, updatedAt: world.now() } });
    await apply(macroId, { leaveStatus: true });
    const after = await ticket();
    expect(after.status).toBe('open');
    expect(after.drafts.map(({ html }) => html)).toEqual(['<p>mine</p>']);
  });

  test('is undone by the one who did it, once, and leaves alone what others changed since', async () => {
    const macroId = await newMacro(manager, BIG);
    const { applicationId } = await apply(macroId);
    if (!applicationId) throw new Error('nothing was applied');
    await world.db.ticket.updateMany({ where: { id: ticketId }, data: { priority: 'urgent' } });
    expect(await undoMacroOnTicket(manager, { ticketId, applicationId })).toMatchObject({ ok: false });
    expect(await undoMacroOnTicket(agent, { ticketId, applicationId })).toMatchObject({ ok: true });
    const after = await ticket();
    expect(after).toMatchObject({
      status: 'new',
      priority: 'urgent',
      assigneeId: null,
      subject: 'Broken kettle',
    });
    expect(after.tags.map(({ tag }) => tag.name)).toEqual(['old']);
    const notes = await world.db.message.findMany({ where: { ticketId, direction: 'note' } });
    expect(notes.map(({ delivery }) => delivery)).toEqual(['cancelled']);
    expect(await undoMacroOnTicket(agent, { ticketId, applicationId })).toMatchObject({ ok: false });
  });

  test('leaves out what names somebody who is gone, and says so', async () => {
    const gone = await world.member({ name: 'Gone' });
    const macroId = await newMacro(manager, {
      actions: [
        { kind: 'assign', to: gone.actor.id },
        { kind: 'set_priority', priority: 'low' },
      ],
    });
    await world.db.membership.updateMany({
      where: { userId: gone.actor.id ?? '' },
      data: { deactivatedAt: world.now() },
    });
    const done = await apply(macroId);
    expect(done.skipped).toEqual([{ kind: 'assign', why: 'gone' }]);
    expect(await ticket()).toMatchObject({ assigneeId: null, priority: 'low' });
  });

  test('by a light agent adds the note and nothing else', async () => {
    const macroId = await newMacro(manager, BIG);
    const light = await world.member({ role: 'light_agent' });
    const done = await apply(macroId, {}, light);
    expect(done.reply).toBeNull();
    expect(done.skipped.map(({ kind, why }) => `${kind} ${why}`)).toContain('text forbidden');
    expect(await ticket()).toMatchObject({ status: 'new', priority: 'normal', subject: 'Broken kettle' });
  });

  test('of a macro that is off, of another person or of another workspace is not found', async () => {
    const off = await newMacro(manager, { active: false });
    const personal = await newMacro(manager, { audience: 'personal' });
    const elsewhere = await newWorld();
    const foreign = await newMacro(await elsewhere.member({ role: 'manager' }));
    for (const macroId of [off, personal, foreign]) {
      const done = await applyMacro(agent, { ticketId, macroId, leaveStatus: false });
      expect(done).toEqual({ ok: false, error: { code: 'not_found' } });
    }
  });

  test('on a ticket that the actor does not see is not found', async () => {
    const macroId = await newMacro(manager);
    const own = await world.member({ scope: 'own' });
    const done = await applyMacro(own, { ticketId, macroId, leaveStatus: false });
    expect(done).toEqual({ ok: false, error: { code: 'not_found' } });
  });
});

test('a canned reply is filled in, escaped and counted; one without our language comes in the next best', async () => {
  const macroId = await newMacro(manager, { texts: { en: '<p>{{ticket.subject}}</p>' } });
  await world.db.ticket.updateMany({ where: { id: ticketId }, data: { subject: '<img src=x>' } });
  const text = await takeMacroText(agent, { ticketId, macroId });
  expect(text).toMatchObject({
    ok: true,
    value: { html: '<p>&lt;img src=x&gt;</p>', language: 'en', wanted: 'hu', open: [] },
  });
  await takeMacroText(agent, { ticketId, macroId });
  const uses = await world.db.macroUse.findMany({ where: { macroId } });
  expect(uses).toMatchObject([{ userId: agent.actor.id, count: 2 }]);
});

test('deleting a macro keeps what was done with it', async () => {
  const macroId = await newMacro(manager, BIG);
  await apply(macroId);
  expect(await deleteMacro(manager, { macroId })).toMatchObject({ ok: true });
  const { events } = await ticket();
  expect(events.filter(({ type }) => type === 'macro.applied')).toHaveLength(1);
});

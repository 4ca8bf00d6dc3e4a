import { expect, test } from 'vitest';
import { runTriggers } from '@/features/rules/commands/run-triggers';
import { newRuleDesk } from './support';

test('a rule acts on what was changed, explains why, and its name stands in the history', async () => {
  const desk = await newRuleDesk();
  const team = await desk.world.team('Billing');
  await desk.rule({
    name: 'Urgent to billing',
    conditions: {
      all: [
        { field: 'priority', operator: 'changed_to', values: ['urgent'] },
        { field: 'status', operator: 'is_any_of', values: ['new', 'open'] },
      ],
    },
    actions: [
      { kind: 'set_team', teamId: team },
      { kind: 'add_tags', tags: ['hot'] },
      { kind: 'note', text: 'Priority {{ticket.priority}} on #{{ticket.number}}' },
    ],
  });
  const { ticketId, number } = await desk.world.ticket(desk.agent);
  await desk.set(ticketId, { priority: 'high' });
  await desk.settle();
  expect(await desk.runs()).toHaveLength(0);

  await desk.set(ticketId, { priority: 'urgent' });
  await desk.settle();

  expect(await desk.ticketNow(ticketId)).toMatchObject({ teamId: team, tags: ['hot'], priority: 'urgent' });
  const [run] = await desk.runs();
  expect(run).toMatchObject({ outcome: 'done', depth: 0 });
  expect(run?.why).toMatchObject({
    met: true,
    all: [
      { field: 'priority', value: ['high', 'urgent'], met: true },
      { field: 'status', value: 'new', met: true },
    ],
  });
  expect(run?.actions).toEqual([
    { kind: 'set_team', ok: true },
    { kind: 'add_tags', ok: true },
    { kind: 'note', ok: true },
  ]);
  const note = (await desk.messages(ticketId)).at(-1);
  expect(note).toMatchObject({ direction: 'note', authorKind: 'system', authorName: 'Urgent to billing' });
  expect(note?.text).toBe(`Priority Urgent on #${number}`);
  const events = await desk.world.db.ticketEvent.findMany({
    where: { workspaceId: desk.world.workspaceId, ticketId, type: 'ticket.team_changed' },
  });
  expect(events).toMatchObject([
    { actorKind: 'system', actorName: 'Urgent to billing', depth: 1, causedBy: run?.id },
  ]);
});

test('the same save answered again, by a second worker or after a lost job, changes nothing', async () => {
  const desk = await newRuleDesk();
  await desk.rule({ events: ['ticket_created'], actions: [{ kind: 'note', text: 'seen' }] });
  const { ticketId } = await desk.world.ticket(desk.agent);
  const at = desk.world.now();
  const system = desk.world.system('rule');
  await Promise.all([1, 2, 3, 4].map(() => runTriggers(system, { ticketId, at })));
  await runTriggers(system, { ticketId, at });
  expect(await desk.runs()).toHaveLength(1);
  expect((await desk.messages(ticketId)).filter(({ direction }) => direction === 'note')).toHaveLength(1);
});

test('what happened before a rule was switched on is none of its business', async () => {
  const desk = await newRuleDesk();
  await desk.rule({ name: 'other', events: ['note_added'], actions: [{ kind: 'stop' }] });
  const { ticketId } = await desk.world.ticket(desk.agent);
  desk.world.pass(60);
  await desk.rule({ events: ['ticket_created'], actions: [{ kind: 'add_tags', tags: ['late'] }] });
  await desk.settle();
  expect(await desk.runs()).toHaveLength(0);
  expect((await desk.ticketNow(ticketId)).tags).toEqual([]);
});

test('a failing action is shown, leaves nothing behind, and does not stop the rest', async () => {
  const desk = await newRuleDesk();
  const gone = await desk.world.member({ name: 'Gone' });
  await desk.rule({
    events: ['ticket_created'],
    actions: [
      { kind: 'assign', to: gone.actor.id ?? '' },
      { kind: 'set_priority', priority: 'high' },
      { kind: 'note', text: 'still here' },
    ],
  });
  await desk.world.db.membership.update({
    where: { workspaceId_userId: { workspaceId: desk.world.workspaceId, userId: gone.actor.id ?? '' } },
    data: { deactivatedAt: desk.world.now() },
  });
  const { ticketId } = await desk.world.ticket(desk.agent);
  await desk.settle();
  const [run] = await desk.runs();
  expect(run?.outcome).toBe('partly');
  expect(run?.actions).toEqual([
    { kind: 'assign', ok: false, problem: 'not_found' },
    { kind: 'set_priority', ok: true },
    { kind: 'note', ok: true },
  ]);
  expect(await desk.ticketNow(ticketId)).toMatchObject({ assigneeId: null, priority: 'high' });
});

test('rules act in their order, see what earlier ones did, and "stop" ends the turn of the others', async () => {
  const desk = await newRuleDesk();
  await desk.rule({ events: ['ticket_created'], actions: [{ kind: 'set_type', type: 'complaint' }] });
  await desk.rule({
    events: ['ticket_created'],
    conditions: { field: 'type', operator: 'is_any_of', values: ['complaint'] },
    actions: [
      { kind: 'add_tags', tags: ['second'] },
      { kind: 'stop' },
      { kind: 'add_tags', tags: ['never'] },
    ],
  });
  await desk.rule({ events: ['ticket_created'], actions: [{ kind: 'add_tags', tags: ['third'] }] });
  const { ticketId } = await desk.world.ticket(desk.agent);
  await desk.settle();
  expect((await desk.ticketNow(ticketId)).tags).toEqual(['second']);
});

test('two rules that undo each other come to rest at the depth limit, and the log says so', async () => {
  const desk = await newRuleDesk();
  const flip = (from: string, to: string) => ({
    name: `${from} to ${to}`,
    conditions: { field: 'priority', operator: 'changed_to', values: [from] },
    actions: [{ kind: 'set_priority', priority: to }],
  });
  await desk.rule(flip('low', 'high') as never);
  await desk.rule(flip('high', 'low') as never);
  const { ticketId } = await desk.world.ticket(desk.agent);
  await desk.set(ticketId, { priority: 'high' });
  await desk.settle();
  const runs = await desk.runs();
  expect(runs.filter(({ outcome }) => outcome === 'done')).toHaveLength(5);
  expect(runs.at(-1)).toMatchObject({ outcome: 'refused', depth: 5 });
  expect(runs.at(-1)?.actions).toEqual([{ kind: 'set_priority', ok: false, problem: 'rule.too_deep' }]);
});

test('a rule does not answer its own doing', async () => {
  const desk = await newRuleDesk();
  await desk.rule({
    conditions: { field: 'priority', operator: 'changed' },
    actions: [
      { kind: 'set_priority', priority: 'urgent' },
      { kind: 'note', text: 'once' },
    ],
  });
  const { ticketId } = await desk.world.ticket(desk.agent);
  await desk.set(ticketId, { priority: 'high' });
  await desk.settle();
  expect(await desk.runs()).toHaveLength(1);
});

test('beyond its hourly limit a rule is refused, and whoever runs the workspace is told once', async () => {
  const desk = await newRuleDesk();
  await desk.rule({
    events: ['ticket_created'],
    hourlyLimit: 2,
    actions: [{ kind: 'add_tags', tags: ['x'] }],
  });
  for (let each = 0; each < 4; each++) await desk.world.ticket(desk.agent);
  await desk.settle();
  expect((await desk.runs()).map(({ outcome }) => outcome)).toEqual(['done', 'done', 'refused', 'refused']);
  const told = (await desk.mails()).filter(({ uniqueKey }) => uniqueKey?.startsWith('rule-limit:'));
  expect(told).toHaveLength(1);
});

const GREETING = {
  kind: 'mail',
  subjects: { en: 'About {{ticket.subject}}', hu: 'Erről: {{ticket.subject}}' },
  texts: {
    en: 'Thank you, {{customer.name}}.',
    hu: 'Köszönjük, {{customer.name}}!',
    lv: 'Paldies, {{customer.name}}!',
  },
};

test("a mail goes out in the customer's language, marked as automatic, and answers nobody's clock", async () => {
  const desk = await newRuleDesk();
  await desk.rule({ events: ['ticket_created'], actions: [GREETING] as never });
  const { ticketId, number } = await desk.world.ticket(desk.agent, { language: 'hu' });
  await desk.settle();
  const mail = (await desk.mails()).find(({ kind }) => kind === 'automatic');
  expect(mail).toMatchObject({ rcptTo: ['anna@customer.test'], subject: 'Erről: Broken kettle' });
  expect(mail?.headers).toMatchObject({
    'Auto-Submitted': 'auto-replied',
    'X-Auto-Response-Suppress': 'All',
  });
  const said = (await desk.messages(ticketId)).at(-1);
  expect(said).toMatchObject({ authorKind: 'system', text: 'Köszönjük, Anna Ozola!', language: 'hu' });
  expect(said?.messageId).toContain(`t${number}.`);
  expect(await desk.ticketNow(ticketId)).toMatchObject({ firstRepliedAt: null, status: 'new' });
});

test('no automatic mail answers a machine, spam, or one customer more than three times a day', async () => {
  const desk = await newRuleDesk();
  await desk.rule({ events: ['customer_wrote'], actions: [GREETING] as never });
  const { ticketId } = await desk.world.ticket(desk.agent);
  await desk.settle();
  for (let each = 0; each < 4; each++) {
    desk.world.pass(60);
    await desk.customerWrites(ticketId, `Hello ${each}`, each === 0 ? 'auto_reply' : null);
    await desk.settle();
  }
  const problems = (await desk.runs()).map(
    ({ actions }) => (actions as { problem?: string }[])[0]?.problem ?? 'sent',
  );
  expect(problems).toEqual(['sent', 'rule.answers_automatic_mail', 'sent', 'sent', 'rule.mailed_too_often']);
  expect((await desk.mails()).filter(({ kind }) => kind === 'automatic')).toHaveLength(3);
});

test('colleagues who may see the ticket are told once each, and nobody else is', async () => {
  const desk = await newRuleDesk();
  const team = await desk.world.team('Service');
  const lead = await desk.world.member({ name: 'Lea Lead', teamIds: [team] });
  await desk.world.member({ name: 'Otto Other', scope: 'own' });
  await desk.world.db.teamMember.updateMany({
    where: { workspaceId: desk.world.workspaceId, userId: lead.actor.id ?? '' },
    data: { lead: true },
  });
  await desk.rule({
    name: 'Tell',
    events: ['ticket_created'],
    actions: [
      { kind: 'notify', people: ['team_leads', 'managers'], userIds: [], text: 'Look at #{{ticket.number}}' },
    ],
  });
  await desk.world.ticket(desk.agent, { teamId: team });
  await desk.settle();
  const told = (await desk.mails()).filter(({ kind }) => kind === 'notification');
  expect(told.map(({ text }) => text?.split('\n')[0]).sort()).toEqual([
    'Hello Lea Lead,',
    'Hello Olga Owner,',
  ]);
});

test('a linked ticket is opened for the same customer, and hangs on the first', async () => {
  const desk = await newRuleDesk();
  const team = await desk.world.team('Warehouse');
  await desk.rule({
    conditions: { field: 'type', operator: 'changed_to', values: ['incident'] },
    actions: [
      {
        kind: 'create_linked_ticket',
        subject: 'Check stock for #{{ticket.number}}',
        text: 'Please look.',
        teamId: team,
      },
    ],
  });
  const { ticketId, number } = await desk.world.ticket(desk.agent);
  await desk.set(ticketId, { type: 'incident' });
  await desk.settle();
  const linked = await desk.world.db.ticket.findFirstOrThrow({
    where: { workspaceId: desk.world.workspaceId, followUpOfId: ticketId },
  });
  expect(linked).toMatchObject({ subject: `Check stock for #${number}`, teamId: team, status: 'new' });
});

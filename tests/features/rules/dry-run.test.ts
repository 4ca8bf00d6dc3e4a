import { expect, test } from 'vitest';
import { RULE_TEMPLATE_KEYS } from '@/domain/rule/templates';
import { createFromTemplate } from '@/features/rules/commands/create-from-template';
import { enableRule } from '@/features/rules/commands/enable-rule';
import { dryRunRule } from '@/features/rules/dry-run';
import { dryRunRuleInput } from '@/features/rules/inputs';
import { getRule, listRules } from '@/features/rules/queries';
import { newRuleDesk, unwrap } from './support';

test('a dry run takes each ticket as it was at the event, and tells what would have changed', async () => {
  const desk = await newRuleDesk();
  const { ticketId, number } = await desk.world.ticket(desk.agent, { priority: 'low' });
  desk.world.pass(60);
  await desk.set(ticketId, { status: 'on_hold' });
  desk.world.pass(60);
  await desk.set(ticketId, { priority: 'urgent', status: 'open' });
  desk.world.pass(60);
  await desk.world.ticket(desk.agent);
  const terms = dryRunRuleInput.parse({
    kind: 'trigger',
    name: 'On hold while low',
    events: ['ticket_updated'],
    conditions: {
      all: [
        { field: 'status', operator: 'changed_to', values: ['on_hold'] },
        { field: 'priority', operator: 'is_any_of', values: ['low'] },
      ],
    },
    actions: [
      { kind: 'set_priority', priority: 'normal' },
      { kind: 'add_tags', tags: ['hold'] },
    ],
  });
  const before = await desk.ticketNow(ticketId);
  expect(unwrap(await dryRunRule(desk.owner, terms))).toEqual({
    looked: 2,
    times: 1,
    tickets: 1,
    examples: [
      {
        number,
        subject: 'Broken kettle',
        at: new Date('2026-03-02T09:01:00Z'),
        changes: [
          { kind: 'set_priority', field: 'priority', from: 'low', to: 'normal' },
          { kind: 'add_tags', field: 'tags', to: 'hold' },
        ],
      },
    ],
  });
  expect(await desk.ticketNow(ticketId)).toEqual(before);
});

test('every shipped rule can be added in each language, is switched off, and is a rule by its own rules', async () => {
  for (const locale of ['en', 'hu', 'lv']) {
    const desk = await newRuleDesk();
    const { db, workspaceId } = desk.world;
    await db.workspace.update({ where: { id: workspaceId }, data: { locale } });
    for (const template of RULE_TEMPLATE_KEYS) unwrap(await createFromTemplate(desk.owner, { template }));
    const { rules } = await listRules(desk.owner);
    expect(rules.map(({ template }) => template)).toEqual([...RULE_TEMPLATE_KEYS]);
    expect(rules.some(({ active }) => active)).toBe(false);
    const mails = rules.flatMap(({ actions }) =>
      actions.flatMap((each) => (each.kind === 'mail' ? [each] : [])),
    );
    expect(mails).toHaveLength(3);
    for (const { texts } of mails) expect(Object.keys(texts).sort()).toEqual(['en', 'hu', 'lv']);
  }
});

test('the shipped complaint rule hears complaints in three languages, once', async () => {
  for (const text of [
    'This is unacceptable!',
    'Panaszt szeretnék tenni: elfogadhatatlan!',
    'Šī ir sūdzība.',
  ]) {
    const desk = await newRuleDesk();
    const { ruleId } = unwrap(await createFromTemplate(desk.owner, { template: 'complaint_escalation' }));
    unwrap(await enableRule(desk.owner, { ruleId, active: true }));
    const { ticketId } = await desk.world.ticket(desk.agent, { html: `<p>${text}</p>` });
    await desk.settle();
    expect(await desk.ticketNow(ticketId)).toMatchObject({ type: 'complaint', priority: 'high' });
    expect(await desk.runs()).toHaveLength(1);
  }
});

test('the shipped rule for what comes back twice acts at the second time', async () => {
  const desk = await newRuleDesk();
  const { ruleId } = unwrap(await createFromTemplate(desk.owner, { template: 'reopened_twice' }));
  unwrap(await enableRule(desk.owner, { ruleId, active: true }));
  const { ticketId } = await desk.world.ticket(desk.agent);
  for (let time = 1; time <= 2; time++) {
    desk.world.pass(60);
    await desk.reply(ticketId, 'solved');
    await desk.settle();
    desk.world.pass(60);
    await desk.customerWrites(ticketId, 'It is broken again');
    await desk.settle();
    expect((await desk.ticketNow(ticketId)).tags).toEqual(time === 2 ? ['reopened'] : []);
  }
});

test('versions are kept with who saved them', async () => {
  const desk = await newRuleDesk();
  const id = await desk.rule({ actions: [{ kind: 'stop' }] } as never);
  await desk.rule({ id, name: 'Renamed', actions: [{ kind: 'stop' }] } as never);
  const page = await getRule(desk.owner, id);
  expect(page?.versions.map(({ version, savedBy, rule }) => [version, savedBy, rule.name])).toEqual([
    [2, 'Olga Owner', 'Renamed'],
    [1, 'Olga Owner', 'A rule'],
  ]);
});
